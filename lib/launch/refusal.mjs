/** What the person at the terminal can put right: one sentence on stderr, exit code 1, no stack. */
export class Refusal extends Error {
  name = "Refusal";
}

/** Ended by a signal: the exit code says which. */
export class Stopped extends Error {
  name = "Stopped";
  /** @param {NodeJS.Signals} signal */
  constructor(signal) {
    super(`Stopped by ${signal}.`);
    this.exitCode = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 }[signal] ?? 1;
  }
}

const ECHO = 1000;

/**
 * One AbortSignal for SIGINT, SIGTERM and SIGHUP. Asked again, the process ends where it stands; but not within a second,
 * as Ctrl-C comes twice by itself: from the terminal, and from npm, which passes on what it was told.
 */
export function stopSignal() {
  const controller = new AbortController();
  let since = 0;
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(name, () => {
      const stopped = new Stopped(name);
      if (!controller.signal.aborted) since = Date.now();
      else if (Date.now() - since > ECHO && name !== "SIGHUP") process.exit(stopped.exitCode);
      controller.abort(stopped);
    });
  }
  // A terminal that was closed: what is said to nobody is no error, and must not become one that is said again.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  return controller.signal;
}

/** Prints what went wrong and sets the exit code. @param {unknown} error */
export function reportFailure(error) {
  if (error instanceof Stopped) process.exitCode = error.exitCode;
  else {
    process.stderr.write(`${isExpected(error) ? error.message : (error?.stack ?? error)}\n`);
    process.exitCode = 1;
  }
}

/** Refusals of lib/env and lib/db are written for the person at the terminal as well. */
const isExpected = (error) =>
  ["Refusal", "SettingsError", "EmbeddedDatabaseError", "MigrationError"].includes(error?.name);
