/** No policy lets a session live longer; the browser keeps the cookie as long, the database says when it is over. */
export const longestSessionHours = 24;
/** Sensitive actions want the password or a one-time code again after this long. */
export const recentMinutes = 5;
/** A session's last request is written down at most this often. */
export const seenEverySeconds = 60;

/** Number of wrong passwords, the seconds in which they are counted, and the seconds for which it then closes. */
export type Limit = { failures: number; within: number; block: number };

/**
 * Throttles on failed sign-ins. The first one closes longer each time (see `growingBlock`); the slow one holds an
 * account against many addresses, so its bound lies far above what a forgetful person reaches.
 */
export const limits = {
  accountAndAddress: { failures: 5, within: 15 * 60, block: 60 },
  address: { failures: 30, within: 15 * 60, block: 15 * 60 },
  account: { failures: 100, within: 24 * 3600, block: 3600 },
  /** Actions sent without a session: refused in any case, written down up to here. */
  strangers: { failures: 200, within: 15 * 60, block: 15 * 60 },
  /** Codes of certificates that nobody has, tried without an account. */
  lookUps: { failures: 30, within: 15 * 60, block: 15 * 60 },
} as const satisfies Record<string, Limit>;

/** Seconds for which an account stays closed to one address: 1, 2, 4, … minutes, an hour at most. */
export function growingBlock(blocksBefore: number): number {
  return Math.min(limits.accountAndAddress.block * 2 ** Math.min(blocksBefore, 10), 3600);
}

/** Whether a session was last written down so long ago that this request has to be. */
export function isSeenDue(lastSeenAt: Date, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() >= seenEverySeconds * 1000;
}

/** The moment before which a session's last request must not lie. */
export function idleSince(now: Date, idleMinutes: number): Date {
  return new Date(now.getTime() - idleMinutes * 60_000);
}

export function expiryOf(now: Date, sessionHours: number): Date {
  return new Date(now.getTime() + sessionHours * 3600_000);
}

/** Whether a proof of identity is fresh enough for a sensitive action. */
export function isRecent(verifiedAt: Date, now: Date): boolean {
  return now.getTime() - verifiedAt.getTime() <= recentMinutes * 60_000;
}

/** Where to go after sign-in: a path of this site, or home. Backslashes and "//host" would lead elsewhere. */
export function safeNext(next: unknown): string {
  if (typeof next !== "string" || next.length > 2000 || !/^\/(?![/\\])[^\\\p{Cc}\s]*$/u.test(next))
    return "/";
  const url = new URL(next, "http://here.invalid");
  // Looked at after dots are resolved: "/x/..//host" would be "//host".
  if (url.host !== "here.invalid" || /^\/(?:\/|(?:sign-in|api)(?:\/|$))/.test(url.pathname)) return "/";
  return url.pathname + url.search;
}

/** The address of the sign-in page that leads back to `path`. */
export function signInPath(path: string | null): string {
  const next = safeNext(path);
  return next === "/" ? "/sign-in" : `/sign-in?${new URLSearchParams({ next }).toString()}`;
}
