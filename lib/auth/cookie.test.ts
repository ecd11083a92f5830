import { encode } from "next-auth/jwt";
import { afterEach, expect, it, vi } from "vitest";
import { contentOf, unseal } from "./cookie";

const secret = "Zk3vQ8mN2xR7tY5wL9pD1sF6hJ4gB0cVkXeUoIaTzWqPnMbC";
const ticket = { userId: 7, token: "abc" };
const seal = (maxAge: number, by = secret) => encode({ token: contentOf(ticket), secret: by, maxAge });

vi.stubEnv("NEXTAUTH_SECRET", secret);
vi.stubEnv("DATABASE_URL", "postgresql://nobody@localhost:1/none");
afterEach(() => void vi.useRealTimers());

it("opens a cookie as often as it comes, and no longer than it lasts", async () => {
  const cookie = await seal(60);
  expect(await unseal(cookie)).toEqual(ticket);
  expect(await unseal(cookie)).toEqual(ticket);
  vi.useFakeTimers({ now: Date.now() + 120_000, toFake: ["Date"] });
  expect(await unseal(cookie)).toBeNull();
});

it("opens none of another installation, though it was opened while that was ours", async () => {
  const cookie = await seal(60);
  expect(await unseal(cookie)).toEqual(ticket);
  vi.stubEnv("NEXTAUTH_SECRET", [...secret].reverse().join(""));
  expect(await unseal(cookie)).toBeNull();
  vi.stubEnv("NEXTAUTH_SECRET", secret);
  expect(await unseal(`${cookie}x`)).toBeNull();
});
