import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { startEmbedded } from "@/lib/db/embedded";
import { writersOverHttp } from "./company";
import {
  dataFolder,
  type Folder,
  type Query,
  settingsOf,
  startRegistry,
  verifyTrail,
  withQuery,
} from "./running";
import { tell } from "./telling";
import { signIn, type Visitor } from "./visitor";
import { groundOf } from "./writing";

let folder: Folder;
beforeEach(() => void (folder = dataFolder(inject("dataDir"))));
afterEach(() => folder.remove());

const inFolder = (...names: string[]) => join(folder.path, ...names);

test("base backup and WAL, a table dropped, restored to the second before: counts, checksums, audit and file hashes equal", async () => {
  const archive = inFolder("archive");
  mkdirSync(archive);
  chmodSync(archive, 0o777);
  await asSuperuser(async (query) => {
    await query("ALTER SYSTEM SET archive_mode = 'on'");
    await query(`ALTER SYSTEM SET archive_command = 'test ! -f ${archive}/%f && cp %p ${archive}/%f'`);
  });

  let truth: Truth | undefined;
  let moment = "";
  // Archiving begins with a start.
  await asSuperuser(async (query, database) => {
    const settings = settingsOf(folder.path, database);
    const registry = await startRegistry(folder.path, settings);
    try {
      const recorder = await signIn(registry.url, "recorder");
      const company = await writersOverHttp(registry.url, await groundOf(query), 2);
      await upload(recorder, "甲");
      await baseBackup(query);
      await sleep(2_000);
      await upload(recorder, "乙");
      await company.stop();
    } finally {
      await registry.stop();
    }
    truth = await truthOf(query);
    moment = (await query<{ now: string }>("SELECT clock_timestamp()::text AS now"))[0]!.now;
    await sleep(1_000);
    await query("DROP TABLE award_documents CASCADE");
    await query("SELECT pg_switch_wal()");
  });
  expect(truth!.tables.award_documents!.count).toBeGreaterThan(0);

  const began = performance.now();
  renameSync(inFolder("postgres", "cluster"), inFolder("lost"));
  renameSync(inFolder("backup"), inFolder("postgres", "cluster"));
  appendFileSync(
    inFolder("postgres", "cluster", "postgresql.auto.conf"),
    [
      `restore_command = 'cp ${archive}/%f %p'`,
      `recovery_target_time = '${moment}'`,
      "recovery_target_action = 'promote'",
      // Nobody comes in before all is there.
      "hot_standby = 'off'",
      "archive_mode = 'off'\n",
    ].join("\n"),
  );
  writeFileSync(inFolder("postgres", "cluster", "recovery.signal"), "");
  execFileSync("chown", [
    `--reference=${inFolder("postgres", "cluster")}`,
    inFolder("postgres", "cluster", "recovery.signal"),
  ]);
  await asSuperuser(async (query, database) => {
    expect(await truthOf(query)).toEqual(truth);
    const settings = settingsOf(folder.path, database);
    expect(await verifyTrail(settings)).toMatch(/The trail holds/);
    tell("restored to a moment", {
      "after s": (performance.now() - began) / 1000,
      tables: Object.keys(truth!.tables).length,
      files: truth!.files.length,
    });
    const registry = await startRegistry(folder.path, settings);
    try {
      const recorder = await signIn(registry.url, "recorder");
      expect((await recorder.get("/awards?year=all")).status).toBe(200);
    } finally {
      await registry.stop();
    }
  });
});

type Truth = { tables: Record<string, { count: number; sum: string }>; files: string[] };

/** Every row of every table in one sum each, and every kept file by its content. */
async function truthOf(query: Query): Promise<Truth> {
  const tables: Truth["tables"] = {};
  for (const { name } of await query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1",
  )) {
    const [row] = await query<{ count: number; sum: string }>(
      `SELECT count(*)::int AS count, md5(coalesce(string_agg(md5(t::text), '' ORDER BY md5(t::text)), '')) AS sum FROM "${name}" t`,
    );
    tables[name] = row!;
  }
  const files = readdirSync(inFolder("files"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      createHash("sha256")
        .update(readFileSync(join(entry.parentPath, entry.name)))
        .digest("hex"),
    )
    .sort();
  const rows = await query<{ sha256: string }>("SELECT DISTINCT sha256 FROM stored_files ORDER BY 1");
  expect(files).toEqual(rows.map(({ sha256 }) => sha256));
  return { tables, files };
}

/** What pg_basebackup does, by the functions that any PostgreSQL has: its own program must be of the server's version. */
async function baseBackup(query: Query) {
  await query("SELECT pg_backup_start('trial', true)");
  execFileSync("cp", ["-a", inFolder("postgres", "cluster"), inFolder("backup")]);
  const [{ label } = { label: "" }] = await query<{ label: string }>(
    "SELECT labelfile AS label FROM pg_backup_stop()",
  );
  for (const name of ["postmaster.pid", "postmaster.opts"]) rmSync(inFolder("backup", name), { force: true });
  for (const name of readdirSync(inFolder("backup", "pg_wal")))
    rmSync(inFolder("backup", "pg_wal", name), { recursive: true });
  writeFileSync(inFolder("backup", "backup_label"), label);
  execFileSync("chown", ["-R", `--reference=${inFolder("postgres", "cluster")}`, inFolder("backup")]);
}

/** The embedded server for one piece of work, and plain SQL in it as its superuser. */
async function asSuperuser(
  work: (query: Query, database: { ownerUrl: string; appUrl: string }) => Promise<void>,
) {
  const database = await startEmbedded({ directory: inFolder("postgres") });
  try {
    const { superuser } = JSON.parse(readFileSync(inFolder("postgres", "passwords.json"), "utf8")) as {
      superuser: string;
    };
    const url = Object.assign(new URL(database.ownerUrl), { username: "postgres", password: superuser });
    await withQuery(url.href, (query) => work(query, database));
  } finally {
    await database.stop();
  }
}

async function upload(visitor: Visitor, what: string) {
  const content = `%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n% ${what}\n%%EOF\n`;
  const body = `--x\r\nContent-Disposition: form-data; name="file"; filename="${what}.pdf"\r\nContent-Type: application/pdf\r\n\r\n${content}\r\n--x--\r\n`;
  const answer = await visitor.post("/files", Buffer.from(body), {
    "Content-Type": "multipart/form-data; boundary=x",
  });
  expect(answer.status).toBe(201);
}
