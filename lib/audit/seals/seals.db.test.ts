import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeEach, expect, test } from "vitest";
import { testDatabase } from "@/lib/db/testing";
import { exportAudit, readExportedCheckpoints, readPublicKeys, verifyExport } from "./export";
import { sealEvents } from "./seal";
import { verifyAudit } from "./verify";

const { ownerSql, appSql, urls } = await testDatabase();
const { privateKey: key } = generateKeyPairSync("ed25519");
const publicKey = createPublicKey(key);
const stranger = generateKeyPairSync("ed25519");
const folder = mkdtempSync(join(tmpdir(), "honors-audit-"));
const client = new pg.Client({ connectionString: urls.ownerUrl });
await client.connect();
afterAll(async () => {
  await client.end();
  rmSync(folder, { recursive: true });
});

const write = (n: number, reason = "x") =>
  appSql(
    `INSERT INTO audit_events (event, noun, noun_id, actor_name, actor_roles, address, after, reason)
     SELECT 'awards.created', 'awards', i, '张三', '{recorder}', 'test', jsonb_build_object('名称', '青岛大工匠', 'a', i), $2 FROM generate_series(1, $1) i`,
    [n, reason],
  );
/** What only who owns the tables and switches their guards off can do. */
const tamper = (sql: string) =>
  ownerSql(`BEGIN; 
    ALTER TABLE audit_events DISABLE TRIGGER USER; ALTER TABLE audit_links DISABLE TRIGGER USER; ALTER TABLE audit_seals DISABLE TRIGGER USER;
    ${sql}; ALTER TABLE audit_events ENABLE TRIGGER USER; ALTER TABLE audit_links ENABLE TRIGGER USER; ALTER TABLE audit_seals ENABLE TRIGGER USER; COMMIT`);
const findings = async (options = {}) =>
  (await verifyAudit(client, { keys: [publicKey], ...options })).findings;
const eventIds = async () =>
  (await ownerSql<{ id: string }>("SELECT id::text FROM audit_events ORDER BY id")).map(({ id }) => id);

beforeEach(async () => {
  await tamper("DELETE FROM audit_links; DELETE FROM audit_seals; DELETE FROM audit_events");
  // Three checkpoints, so that the first events' ids are closed.
  for (const n of [5, 5, 5]) {
    await write(n);
    await sealEvents(key);
  }
});

test("an untouched trail holds, and only once each is it taken in", async () => {
  await write(3);
  expect(await verifyAudit(client, { keys: [publicKey] })).toMatchObject({
    chained: 15,
    waiting: 3,
    checkpoints: 3,
    findings: [],
  });
  expect(await sealEvents(key)).toBe(3);
  expect(await sealEvents(key)).toBe(0);
  expect(await verifyAudit(client)).toMatchObject({ chained: 18, waiting: 0, checkpoints: 4, findings: [] });
});

test("a changed event is named, and no other", async () => {
  const id = (await eventIds())[6]!;
  await tamper(`UPDATE audit_events SET after = jsonb_set(after, '{名称}', '"青岛工匠"') WHERE id = ${id}`);
  expect(await findings()).toEqual([{ kind: "event_changed", eventId: id }]);
});

test.each([
  "actor_name = '李四'",
  "at = at + interval '1 millisecond'",
  "address = '10.0.0.1'",
  "noun_id = 99",
  "actor_roles = '{}'",
  "reason = NULL",
])("no column is left out: %s", async (change) => {
  const id = (await eventIds())[2]!;
  await tamper(`UPDATE audit_events SET ${change} WHERE id = ${id}`);
  expect(await findings()).toEqual([{ kind: "event_changed", eventId: id }]);
});

test("a removed event is named, its link or not", async () => {
  const ids = await eventIds();
  await tamper(
    `DELETE FROM audit_events WHERE id = ${ids[3]}; DELETE FROM audit_events WHERE id = ${ids[8]}; DELETE FROM audit_links WHERE event_id = ${ids[8]}`,
  );
  expect(await findings()).toEqual([
    { kind: "event_removed", eventId: ids[3] },
    { kind: "link_missing", position: "9" },
    // The link after the missing one no longer follows its predecessor.
    { kind: "event_changed", eventId: ids[9] },
  ]);
});

test("an event put in among old ones is named", async () => {
  await tamper(
    "INSERT INTO audit_events (id, event, noun, actor_name, actor_roles, address) VALUES (-1, 'awards.created', 'awards', '张三', '{}', 'test')",
  );
  expect(await findings()).toEqual([{ kind: "event_put_in", eventId: "-1" }]);
});

test("who rewrites the chain as well lacks the key", async () => {
  const id = (await eventIds())[14]!;
  await tamper(`UPDATE audit_events SET reason = 'y' WHERE id = ${id};
    UPDATE audit_links l SET hash = sha256((SELECT hash FROM audit_links WHERE position = l.position - 1) || convert_to(audit_event_text(e), 'UTF8'))
      FROM audit_events e WHERE e.id = l.event_id AND e.id = ${id};
    UPDATE audit_seals SET hash = (SELECT hash FROM audit_links ORDER BY position DESC LIMIT 1) WHERE position = 15`);
  expect(await findings()).toMatchObject([{ kind: "checkpoint_forged" }]);
});

test("a key that nobody trusts proves nothing", async () => {
  await write(1);
  await sealEvents(stranger.privateKey);
  expect(await findings()).toMatchObject([{ kind: "checkpoint_unknown_key" }]);
  expect(await findings({ keys: [publicKey, stranger.publicKey] })).toEqual([]);
});

test("a file of keys may hold several: an export brings along every one that signed", () => {
  const pem = [publicKey, stranger.publicKey]
    .map((one) => one.export({ type: "spki", format: "pem" }))
    .join("");
  expect(readPublicKeys(pem).map((one) => one.equals(publicKey))).toEqual([true, false]);
  expect(() => readPublicKeys("no key")).toThrow();
});

test("an export is checked elsewhere with the public key alone, and against the database later", async () => {
  const path = join(folder, "audit.jsonl");
  const lines: string[] = [];
  for await (const line of exportAudit(client)) lines.push(line);
  writeFileSync(path, lines.join(""));
  expect(await verifyExport(path, [publicKey])).toMatchObject({ chained: 15, checkpoints: 3, findings: [] });
  expect((await verifyExport(path, [stranger.publicKey])).findings).toHaveLength(3);
  writeFileSync(path, lines.join("").replace("张三", "李四"));
  expect((await verifyExport(path, [publicKey])).findings).toMatchObject(
    Array(3).fill({ kind: "checkpoint_apart" }),
  );

  writeFileSync(path, lines.join(""));
  const kept = await readExportedCheckpoints(path);
  expect(await findings({ kept })).toEqual([]);
  // Everything made anew with the true key: only what was kept elsewhere tells.
  await tamper(
    "DELETE FROM audit_links; DELETE FROM audit_seals; DELETE FROM audit_events WHERE id = (SELECT min(id) FROM audit_events)",
  );
  await sealEvents(key);
  expect(await findings()).toEqual([]);
  expect(await findings({ kept })).toMatchObject(Array(3).fill({ kind: "checkpoint_missing" }));
});

test("eight writers and two sealers at once: no gap, no fork, nothing waits for ever", async () => {
  let writing = true;
  const sealers = [0, 1].map(async () => {
    let sealed = 0;
    while (writing) sealed += await sealEvents(key);
    return sealed;
  });
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let i = 0; i < 25; i++) await write(2);
    }),
  );
  writing = false;
  const during = (await Promise.all(sealers)).reduce((a, b) => a + b);
  const rest = await sealEvents(key);
  expect(during + rest).toBe(400);
  expect(await verifyAudit(client, { keys: [publicKey] })).toMatchObject({
    chained: 415,
    waiting: 0,
    findings: [],
  });
});

test("an event whose transaction is still open is taken in by a later checkpoint, whatever came after it", async () => {
  const slow = new pg.Client({ connectionString: urls.ownerUrl });
  await slow.connect();
  await slow.query("BEGIN");
  await slow.query(
    "INSERT INTO audit_events (event, noun, actor_name, actor_roles, address) VALUES ('awards.created', 'awards', '慢', '{}', 'test')",
  );
  for (let i = 0; i < 3; i++) {
    await write(1);
    await sealEvents(key);
  }
  await slow.query("COMMIT");
  await slow.end();
  expect(await findings()).toEqual([]);
  await sealEvents(key);
  expect(await verifyAudit(client, { keys: [publicKey] })).toMatchObject({
    chained: 19,
    waiting: 0,
    findings: [],
  });
});

test.each([
  "UPDATE audit_links SET position = position",
  "DELETE FROM audit_links",
  "TRUNCATE audit_seals",
  "DELETE FROM audit_keys",
  "UPDATE audit_seals SET id = id",
])("neither the app's role nor the owner may: %s", async (sql) => {
  await expect(appSql(sql)).rejects.toThrow(/permission denied/);
  await expect(ownerSql(sql)).rejects.toThrow(/never changed or removed/);
});
