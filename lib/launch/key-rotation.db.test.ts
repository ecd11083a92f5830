import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test, vi } from "vitest";
import { actors, buildLedger } from "@/e2e/world/ledger";
import { seal } from "@/lib/db/sealed";
import { dataKeys } from "@/lib/env";
import { createEmployee } from "@/lib/employees/commands";
import { searchEmployees } from "@/lib/employees/search/queries";
import { hashesOf, sealedIdNumber, sealedPhone } from "@/lib/employees/identities/queries";
import { readPhone } from "@/lib/kernel/phone";
import { keyedHash, open } from "@/lib/db/sealed";
import { secretPlace } from "@/lib/auth/second-factor";
import { intakePlace } from "@/lib/kernel/intake";
import { demonstrationIdNumber, demonstrationPhone } from "@/prisma/seed/numbers";
import { childEnvironment } from "../env/early.mjs";
import { resealAll } from "./key-rotation";

const { db, ownerSql } = await buildLedger();
const { recorder } = actors;
const people = 2200;
const numberOf = (serial: number) => demonstrationIdNumber(serial, "1980-01-01", false);

// A process of its own comes up, which takes its time on a busy machine.
test(
  "a change of keys is killed in the middle and resumed; meanwhile both keys find and open",
  { timeout: 240_000 },
  async () => {
    await fill();
    const old = dataKeys()[0]!.key.toString("base64");
    const younger = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("base64");
    vi.stubEnv("PERSONAL_DATA_KEY", `k2:${younger},k1:${old}`);
    expect(dataKeys().map(({ id }) => id)).toEqual(["k2", "k1"]);

    // The command itself, killed while it is at work: the batch in hand is undone by the database, the ones before stand.
    await killedAt(/numbers: 500 of/);
    const half = await oldOnes();
    expect(half!.people).toBeLessThan(people);
    expect(half!.people % 500).toBe(people % 500);
    expect(half!.people).toBeGreaterThan(0);

    // Both kinds are found by their numbers, and a new number meets an old one.
    for (const serial of [1, people - 1])
      expect([serial, (await searchEmployees(recorder, numberOf(serial))).map(({ id }) => id)]).toEqual([
        serial,
        [10_000 + serial],
      ]);
    expect(hashesOf("idNumber", numberOf(1))).toHaveLength(2);

    expect(await createTwice()).toEqual([
      ["idNumberOfAnother:职工1"],
      [`idNumberOfAnother:职工${people - 1}`],
    ]);

    // Stopped by hand: the batch in hand is finished, and what is left is said.
    const again = new AbortController();
    const lines: string[] = [];
    await resealAll({
      stop: again.signal,
      batch: 250,
      write: (line) => {
        lines.push(line);
        if (line.includes(": 250 of")) again.abort();
      },
    });
    expect(lines.at(-2)).toBe(`ID and phone numbers: 250 sealed anew, ${half!.people - 250} left.`);
    expect(lines.at(-1)).toMatch(/^Stopped/);

    const last: string[] = [];
    await resealAll({ stop: new AbortController().signal, write: (line) => last.push(line), batch: 250 });
    expect(await oldOnes()).toEqual({ people: 0, factors: 0, rows: 0 });
    expect(last.join("\n")).toContain("1 recovery codes of 1 accounts and 0 activation codes");

    // The old key goes: everything is found and opens with the new one alone.
    vi.stubEnv("PERSONAL_DATA_KEY", `k2:${younger}`);
    expect((await searchEmployees(recorder, numberOf(700))).map(({ id }) => id)).toEqual([10_700]);
    expect((await searchEmployees(recorder, demonstrationPhone(700))).map(({ id }) => id)).toEqual([10_700]);
    const factor = await db.secondFactor.findFirstOrThrow();
    expect(open(factor.secret, secretPlace(factor.userId))).toBe("SECRET");
    const [row] = await ownerSql<{ secrets: { idNumber: string; phone: null } }>(
      "SELECT secrets FROM import_rows WHERE position = 3",
    );
    expect(open(row!.secrets.idNumber, intakePlace)).toBe(numberOf(2));
    expect(row!.secrets.phone).toBeNull();

    // Each batch is an event with its count, and the trail holds no number.
    const events = await ownerSql<{ event: string; count: number }>(
      "SELECT event, (after ->> 'count')::int AS count FROM audit_events WHERE event LIKE '%resealed' ORDER BY id",
    );
    const sum = (event: string) =>
      events.reduce((total, one) => total + (one.event === event ? one.count : 0), 0);
    expect([sum("employees.identities_resealed"), sum("users.secrets_resealed")]).toEqual([people, 1]);
    vi.unstubAllEnvs();
  },
);

/** Somebody else's number is refused under whichever key it lies. */
async function createTwice() {
  const tries = [1, people - 1].map((serial) =>
    createEmployee(recorder, { name: "重号", unitId: 2, unionUnitId: 12, idNumber: numberOf(serial) }),
  );
  return (await Promise.all(tries)).map((result) => !result.ok && result.fault.fields?.idNumber);
}

/** Runs `npm run keys:rotate` as a process of its own and kills it when it says so. */
async function killedAt(line: RegExp) {
  const child = spawn(process.execPath, ["lib/launch/keys.mjs"], {
    env: childEnvironment(),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString();
    if (line.test(said)) child.kill("SIGKILL");
  });
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const [, signal] = (await once(child, "exit")) as [number | null, string | null];
  expect([said, signal]).toEqual([expect.stringMatching(line), "SIGKILL"]);
}

async function oldOnes() {
  const [row] = await ownerSql<{ people: number; factors: number; rows: number }>(`SELECT
    (SELECT count(*)::int FROM employee_identities WHERE id_number_sealed LIKE 'k1:%' OR id_number_hash LIKE 'k1:%' OR phone_hash LIKE 'k1:%') AS people,
    (SELECT count(*)::int FROM second_factors WHERE secret LIKE 'k1:%') AS factors,
    (SELECT count(*)::int FROM import_rows WHERE secrets::text LIKE '%k1:%') AS rows`);
  return row;
}

async function fill() {
  await ownerSql(`INSERT INTO audit_events (event, noun, actor_name, actor_roles, address) SELECT 'test', n, 'test', '{}', 'local' FROM unnest(ARRAY['employees', 'users', 'imports']) n;
    INSERT INTO employees (id, name, pinyin, initials, unit_id, union_unit_id, updated_at)
      SELECT 10000 + i, '职工' || i, 'zhi gong', 'zg', 2, 12, now() FROM generate_series(0, ${people - 1}) i;
    INSERT INTO second_factors (user_id, secret) VALUES (1, '${seal("SECRET", secretPlace(1))}');
    INSERT INTO recovery_codes (user_id, code_hash) VALUES (1, '${keyedHash("abcd", "recovery code of 1")}');
    INSERT INTO stored_files (id, sha256, name, media_type, size, uploaded_by_id) VALUES (1, repeat('a', 64), 'x.xlsx', 'x', 1, 1);
    INSERT INTO import_batches (id, kind, file_id, recording_unit_id, created_by_id, headings, updated_at) VALUES (1, 'employees', 1, 12, 1, '{}', now());`);
  await ownerSql(
    "INSERT INTO audit_events (event, noun, actor_name, actor_roles, address) VALUES ('test', 'employees', 'test', '{}', 'local')",
  );
  await db.$transaction(async (tx) => {
    await tx.auditEvent.create({
      data: { event: "test", noun: "employees", actorName: "test", actorRoles: [], address: "local" },
    });
    await tx.employeeIdentity.createMany({
      data: Array.from({ length: people }, (_, serial) => ({
        employeeId: 10_000 + serial,
        ...sealedIdNumber(10_000 + serial, numberOf(serial)),
        ...sealedPhone(10_000 + serial, readPhone(demonstrationPhone(serial)).ok!),
      })),
    });
    await tx.importRow.createMany({
      data: Array.from({ length: 300 }, (_, index) => ({
        ...{ batchId: 1, position: index + 1, sheetRow: index + 3, cells: [] },
        secrets: { idNumber: seal(numberOf(index), intakePlace), phone: null },
      })),
    });
  });
}
