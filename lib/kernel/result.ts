/** What a command gives back: a value, or an expected refusal out of a closed set. Surprises are thrown instead. */
export type Result<T> = { ok: true; value: T } | { ok: false; fault: Fault };

export type FaultCode =
  | "invalid"
  | "forbidden"
  | "not_found"
  | "stale"
  | "conflict"
  /** The idempotency key has served another body, or another person, before. */
  | "mismatch"
  | "too_large"
  | "unsupported"
  | "throttled"
  | "unauthenticated"
  /** The action wants the password or a one-time code again: `requireRecent` in lib/auth. */
  | "unconfirmed"
  | "unavailable";

export type Fault = {
  code: FaultCode;
  /** Form field path ("recipients.0.name") to message keys under `faults.*` ("tooLong:200" carries a parameter). */
  fields?: Record<string, string[]>;
  /** Values for the message of the fault itself. */
  detail?: Record<string, string | number>;
  /** For `stale`: the row as it is now, so that a form can show what differs. */
  current?: unknown;
};

export function ok(): Result<void>;
export function ok<T>(value: T): Result<T>;
export function ok<T>(value?: T): Result<T | undefined> {
  return { ok: true, value };
}

export function refuse(fault: Fault): { ok: false; fault: Fault } {
  return { ok: false, fault };
}

/** Shorthand for an "invalid" refusal with one faulty field. */
export function refuseField(path: string, key: string): { ok: false; fault: Fault } {
  return refuse({ code: "invalid", fields: { [path]: [key] } });
}

const statuses: Record<FaultCode, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  unconfirmed: 403,
  not_found: 404,
  stale: 409,
  conflict: 409,
  mismatch: 422,
  too_large: 413,
  unsupported: 415,
  throttled: 429,
  unavailable: 503,
};

export function statusOf(code: FaultCode): number {
  return statuses[code];
}

const messageKeys: Record<FaultCode, string> = {
  invalid: "invalid",
  unauthenticated: "unauthenticated",
  forbidden: "forbidden",
  unconfirmed: "unconfirmed",
  not_found: "notFound",
  stale: "stale",
  conflict: "conflict",
  mismatch: "keyReused",
  too_large: "tooLarge",
  unsupported: "unsupportedFile",
  throttled: "throttled",
  unavailable: "unavailable",
};

/** The keys under `faults.*` by which each code can be said in words. */
export const faultMessageKeys: readonly string[] = Object.values(messageKeys);

/** The key under `faults.*` that says in words what a code means. */
export function faultMessageKey(code: FaultCode): string {
  return messageKeys[code];
}

/** Splits "tooLong:200" into the key and the values for its message. */
export function parseFaultKey(text: string): { key: string; values: Record<string, string | number> } {
  const colon = text.indexOf(":");
  if (colon < 0) return { key: text, values: {} };
  const [key, raw] = [text.slice(0, colon), text.slice(colon + 1)];
  const value = /^-?\d{1,15}$/.test(raw) ? Number(raw) : raw;
  return { key, values: { [faultParameters[key] ?? "value"]: value } };
}

/** Name of the parameter in the catalogs; "value" where none stands here. */
const faultParameters: Record<string, string> = {
  tooLong: "max",
  tooMany: "max",
  tooFew: "min",
  numberTooLarge: "max",
  numberTooSmall: "min",
  passwordTooShort: "min",
  passwordTooLong: "max",
  fileTooLarge: "max",
  exportTooLarge: "max",
  activationTooMany: "max",
};
