import { generateSync } from "otplib";
import { expect, it } from "vitest";
import { newSecret, setUpAddress, stepOf } from "./totp";

const at = (seconds: number) => new Date(seconds * 1000);
const codeAt = (secret: string, seconds: number) => generateSync({ secret, epoch: seconds });

it("gives the codes of RFC 6238", () => {
  // Its appendix B: the secret "12345678901234567890", the last six of eight digits.
  const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  for (const [seconds, code] of [
    [59, "287082"],
    [1111111109, "081804"],
    [1234567890, "005924"],
    [20000000000, "353130"],
  ] as const)
    expect(stepOf(code, secret, at(seconds))).toBe(Math.floor(seconds / 30));
});

it("takes the code before and the one after, and no other", () => {
  const secret = newSecret();
  const now = 1_800_000_015;
  const step = 60_000_000;
  for (const apart of [-1, 0, 1])
    expect(stepOf(codeAt(secret, now + apart * 30), secret, at(now))).toBe(step + apart);
  for (const apart of [-2, 2, 60])
    expect(stepOf(codeAt(secret, now + apart * 30), secret, at(now))).toBeNull();
  for (const wrong of ["", "12345", "1234567", "abcdef", "１２３４５６", "-12345"])
    expect(stepOf(wrong, secret, at(now))).toBeNull();
});

it("makes a secret of 160 bits, and an address that generators read", () => {
  const secret = newSecret();
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(newSecret()).not.toBe(secret);
  const address = new URL(setUpAddress(secret, "贾建华"));
  expect([address.protocol, address.host]).toEqual(["otpauth:", "totp"]);
  expect(Object.fromEntries(address.searchParams)).toMatchObject({ secret, issuer: "荣誉台账 Honors" });
});
