import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { rememberWrites } from "@/lib/auth/written";
import { actingAs, asNobody, asSystem } from "./acting";
import { db } from "./client";
import { mayBeOld, replicaState } from "./replica";
import { type Replica, type Replicated, startReplicated } from "./testing-replica";

let world: Replicated;
let replica: Replica;
let settled: () => Promise<void>;

type Reader = { userId: number; writtenUpTo?: bigint | null };
const [jia, li] = [1, 2].map((userId) => ({ userId, employeeId: null, grants: [] }));

/** Where a list is read, and what it shows of the messages in the readers' boxes. */
const read = async () => {
  const [place] = await db.$queryRaw<{ replica: boolean }[]>`SELECT pg_is_in_recovery() AS replica`;
  const rows = await db.inboxMessage.findMany({ orderBy: { id: "asc" }, select: { nounId: true } });
  return { replica: place!.replica, rows: rows.map(({ nounId }) => nounId) };
};
const list = mayBeOld((_reader: Reader) => read());
const write = (userId: number, nounId: number) =>
  asSystem(async () => {
    await db.inboxMessage.createMany({ data: [{ userId, kind: "x", noun: "awards", nounId, data: {} }] });
  });

beforeAll(async () => {
  world = await startReplicated(plant);
  ({ replica, settled } = world);
}, 120_000);

afterEach(async () => {
  vi.useRealTimers();
  await replica.tell("SELECT pg_wal_replay_resume()");
  await asSystem(() => db.$executeRaw`DELETE FROM inbox_messages`);
  await settled();
});

afterAll(() => world.close());

it("answers a read that may be old from the replica, in the scope of whoever asks; any other from the primary", async () => {
  await write(1, 11);
  await write(2, 22);
  await settled();
  expect(await actingAs(jia!, () => list({ userId: 1 }))).toEqual({ replica: true, rows: [11] });
  expect(await actingAs(li!, () => list({ userId: 2 }))).toEqual({ replica: true, rows: [22] });
  expect(await asNobody(() => list({ userId: 1 }))).toEqual({ replica: true, rows: [] });
  expect(await actingAs(jia!, read)).toEqual({ replica: false, rows: [11] });
  expect(await replicaState()).toBe("used");
});

it("shows whoever wrote their own writing at once, others a moment later", async () => {
  await replica.tell("SELECT pg_wal_replay_pause()");
  const reader: Reader = { userId: 1 };
  await write(1, 11);
  await rememberWrites(reader);
  expect(await actingAs(jia!, () => list(reader))).toEqual({ replica: false, rows: [11] });
  expect(await actingAs(jia!, () => list({ userId: 1 }))).toEqual({ replica: true, rows: [] });
  // In the person's other browsers, too.
  expect(
    await world.ownerSql(
      "SELECT count(*)::int AS n FROM sessions WHERE user_id = 1 AND written_up_to IS NOT NULL",
    ),
  ).toEqual([{ n: 2 }]);
  await replica.tell("SELECT pg_wal_replay_resume()");
  await settled();
  expect(await actingAs(jia!, () => list(reader))).toEqual({ replica: true, rows: [11] });
});

it("is left alone once it has been behind for longer than is borne, and used again when it has come up", async () => {
  await settled();
  expect(await replicaState()).toBe("used");
  await replica.tell("SELECT pg_wal_replay_pause()");
  await write(1, 11);
  vi.useFakeTimers({ toFake: ["Date"] });
  vi.setSystemTime(Date.now() + 2_000);
  expect(await actingAs(jia!, () => list({ userId: 1 }))).toEqual({ replica: true, rows: [] });
  vi.setSystemTime(Date.now() + 20_000);
  expect(await actingAs(jia!, () => list({ userId: 1 }))).toEqual({ replica: false, rows: [11] });
  expect(await replicaState()).toBe("behind");
  await replica.tell("SELECT pg_wal_replay_resume()");
  await settled();
  vi.setSystemTime(Date.now() + 2_000);
  expect(await replicaState()).toBe("used");
});

it("fails nobody when it goes away, in the middle of a read or before, and is taken up again", async () => {
  await write(1, 11);
  await settled();
  let began = 0;
  const stopping = mayBeOld(async (_reader: Reader) => {
    if (++began === 1) {
      await read();
      await replica.stop();
    }
    return read();
  });
  expect(await replicaState()).toBe("used");
  expect(await actingAs(jia!, () => stopping({ userId: 1 }))).toEqual({ replica: false, rows: [11] });
  expect(began).toBe(2);
  expect(await actingAs(jia!, () => list({ userId: 1 }))).toEqual({ replica: false, rows: [11] });
  expect(await replicaState()).toBe("gone");
  await replica.start();
  await vi.waitUntil(async () => (await replicaState()) === "used", { timeout: 30_000, interval: 200 });
  await settled();
  expect(await actingAs(jia!, () => list({ userId: 1 }))).toEqual({ replica: true, rows: [11] });
}, 120_000);

it("does on the primary what turns out to write, and passes on what is wrong with the read itself", async () => {
  const marking = mayBeOld((reader: Reader) => write(reader.userId, 33));
  await marking({ userId: 1 });
  await settled();
  expect(await actingAs(jia!, () => list({ userId: 1 }))).toEqual({ replica: true, rows: [33] });
  let asked = 0;
  const wrong = mayBeOld((_reader: Reader) => (asked++, db.$queryRaw`SELECT 1 / (SELECT 0)`));
  await expect(wrong({ userId: 1 })).rejects.toThrow(/division by zero/);
  expect(asked).toBe(1);
});

const plant: Parameters<typeof startReplicated>[0] = (ownerSql) =>
  ownerSql(`INSERT INTO audit_events (event, noun, actor_name, actor_roles, address) VALUES ('test', 'users', 'test', '{}', 'local');
    INSERT INTO users (id, username, name, password_hash, updated_at) VALUES (1, 'jia', '贾建华', '-', now()), (2, 'li', '李晓杰', '-', now());
    INSERT INTO sessions (user_id, token_hash, address, user_agent, expires_at) VALUES
      (1, 'a', 'local', '', now() + interval '1 day'), (1, 'b', 'local', '', now() + interval '1 day'), (2, 'c', 'local', '', now() + interval '1 day')`);
