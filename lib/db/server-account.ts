import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { dirname } from "node:path";
import { EmbeddedDatabaseError } from "./faults";

/** How to run a server program: PostgreSQL refuses to run as root. */
export type Account = {
  uid?: number;
  gid?: number;
  wrap(program: string, args: string[]): [string, string[]];
};

const PLAIN: Account = { wrap: (program, args) => [program, args] };

/** The account that may run the server and reach `paths`: this one, or as root an ordinary one. */
export function serverAccount(paths: string[]): Account {
  if (process.getuid?.() !== 0) return PLAIN;
  const ids = accountIds("postgres") ?? createdAccount() ?? accountIds("nobody");
  if (!ids) throw cannot("no account but root exists; add one with: useradd --system postgres");
  if (paths.every((path) => reaches(path, ids))) return { ...ids, ...PLAIN };
  return reachingAccount(ids, paths);
}

function accountIds(name: string) {
  try {
    const id = (flag: string) =>
      Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }));
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return null;
  }
}

function createdAccount() {
  try {
    const args = [
      "--system",
      "--user-group",
      "--no-create-home",
      "--home-dir",
      "/nonexistent",
      "--shell",
      "/bin/false",
    ];
    execFileSync("useradd", [...args, "postgres"], { stdio: "ignore" });
    return accountIds("postgres");
  } catch {
    return null;
  }
}

function reaches(path: string, { uid, gid }: { uid: number; gid: number }) {
  for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) {
    const entry = statSync(folder);
    const shift = entry.uid === uid ? 6 : entry.gid === gid ? 3 : 0;
    if (!((entry.mode >> shift) & 1)) return false;
  }
  return true;
}

// A project below /root, which only root may enter: the server keeps the one right that
// lets it pass closed folders.
function reachingAccount(ids: { uid: number; gid: number }, paths: string[]): Account {
  const flags = [`--reuid=${ids.uid}`, `--regid=${ids.gid}`, "--clear-groups"];
  // The last one so that access(2), which initdb asks, agrees with open(2).
  flags.push("--inh-caps=+dac_override", "--ambient-caps=+dac_override", "--securebits=+no_setuid_fixup");
  try {
    execFileSync("setpriv", [...flags, "true"], { stdio: "ignore" });
  } catch (cause) {
    throw cannot(
      `the account that runs it can't enter ${paths.find((path) => !reaches(path, ids))}; move the project out of root's home`,
      cause,
    );
  }
  return { ...ids, wrap: (program, args) => ["setpriv", [...flags, program, ...args]] };
}

function cannot(why: string, cause?: unknown) {
  return new EmbeddedDatabaseError(
    "unsupported",
    `The embedded database can't run as root here: ${why}, or set DATABASE_URL.`,
    { cause },
  );
}
