import { generateSecret, generateURI, verifySync } from "otplib";

/** The name under which a generator files the code. */
const issuer = "荣誉台账 Honors";
/** RFC 6238: a new code every 30 seconds; the one before and the one after are taken, for clocks that run apart. */
const period = 30;

/** 160 random bits, as RFC 4226 asks. */
export function newSecret(): string {
  return generateSecret();
}

/** What the QR code says. */
export function setUpAddress(secret: string, username: string): string {
  return generateURI({ issuer, label: username, secret });
}

/** The number of the 30 seconds that a code belongs to; null where it is none of now. */
export function stepOf(code: string, secret: string, now: Date): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const epoch = Math.floor(now.getTime() / 1000);
  const result = verifySync({ secret, token: code, epoch, epochTolerance: period });
  return result.valid ? Math.floor(epoch / period) + result.delta : null;
}
