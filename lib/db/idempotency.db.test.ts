import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { ok, refuse, statusOf, type Result } from "@/lib/kernel/result";
import { runCommand } from "./command";
import { once } from "./idempotency";
import { testDatabase } from "./testing";

const she = { userId: 1 };
let worked = 0;

beforeAll(async () => {
  const { ownerSql } = await testDatabase();
  await ownerSql(`INSERT INTO audit_events (event, noun, actor_name, actor_roles, address) VALUES ('test', 'users', 'test', '{}', 'local');
    INSERT INTO users (id, username, name, password_hash, updated_at) VALUES (1, 'she', '她', '-', now()), (2, 'he', '他', '-', now())`);
});

const send = (
  key: string,
  body: unknown,
  actor = she,
  answer: () => Result<{ id: number }> = () => ok({ id: ++worked }),
) => runCommand((tx) => once(tx, actor, key, body, () => Promise.resolve(answer())));

it("does the work once for a key, whichever order the fields of the body are in", async () => {
  const key = randomUUID();
  const before = worked;
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) => send(key, n % 2 ? { a: 1, b: [2] } : { b: [2], a: 1 })),
  );
  expect(answers).toEqual(Array.from({ length: 20 }, () => ok({ id: before + 1 })));
  expect(worked).toBe(before + 1);
});

it("answers 422 to the same key with another body, and to another person", async () => {
  const key = randomUUID();
  await send(key, { a: 1 });
  const before = worked;
  for (const [body, actor] of [
    [{ a: 2 }, she],
    [{ a: 1 }, { userId: 2 }],
  ] as const)
    expect(await send(key, body, actor)).toEqual({ ok: false, fault: { code: "mismatch" } });
  expect(statusOf("mismatch")).toBe(422);
  expect(worked).toBe(before);
});

it("gives the key free where the work was refused", async () => {
  const key = randomUUID();
  expect(await send(key, { a: 1 }, she, () => refuse({ code: "stale" }))).toMatchObject({ ok: false });
  expect(await send(key, { a: 2 })).toMatchObject({ ok: true });
});
