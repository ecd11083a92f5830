import { createHash } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { recordEvent, systemActor } from "@/lib/audit/record";
import { actorOf, giveRole, makeUnit, makeUser } from "@/lib/auth/testing";
import type { Actor } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import { transaction, type Tx } from "@/lib/db/transaction";
import { setEnvironment } from "@/lib/env/early.mjs";
import type { ReceivedFile } from "@/lib/files/receive";
import { keep } from "@/lib/files/store";
import { temporaryPath } from "@/lib/files/temporary";
import type { ImportMode, ImportState } from "../schema";

/** Uploads of a test file lie in a folder of their own. */
export function useFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "honors-imports-"));
  setEnvironment({ FILES_DIR: folder, DATA_DIR: folder });
  return folder;
}

export type Importer = { actor: Actor; unitId: number; unit: string };

/** Somebody who imports, over a unit of their own: HR over one of a company, others over one of a union. */
export async function importerOf(role: "hr" | "recorder" | "union_admin" | "checker"): Promise<Importer> {
  const name = `${role}${++importers}`;
  const unitId = await makeUnit(role === "hr" ? "company" : "union");
  await giveRole(await makeUser(name), role, unitId);
  const { name: unit } = await db.organization.findFirstOrThrow({ where: { id: unitId } });
  return { actor: await actorOf(name), unitId, unit };
}
let importers = 0;

/** A file in the store, as an upload leaves it. */
export async function receivedText(text: string, name = "花名册.csv"): Promise<ReceivedFile> {
  const sha256 = createHash("sha256").update(text).digest("hex");
  const temporary = await temporaryPath();
  writeFileSync(temporary, text);
  await keep(temporary, sha256);
  return { sha256, name, mediaType: "text/csv", size: Buffer.byteLength(text) };
}

type Made = { state?: ImportState; mode?: ImportMode };

/** A batch of people by name and work number, its columns known already. */
export async function makeBatch(
  { actor, unitId }: Importer,
  text: string,
  { state = "checking", mode = "all" }: Made = {},
): Promise<number> {
  const file = await receivedText(text);
  return transaction(async (tx) => {
    const { id: fileId } = await tx.storedFile.create({ data: { ...file, uploadedById: actor.userId } });
    const { id } = await tx.importBatch.create({
      data: {
        ...{ kind: "employees", state, mode, fileId, recordingUnitId: unitId, createdById: actor.userId },
        ...{ sheet: "CSV", headerRow: 1, headings: ["姓名", "工号", "单位"] },
        mapping: { 0: "name", 1: "workNumber", 2: "unit" },
      },
    });
    await recordEvent(tx, actor, { event: "imports.received", noun: "imports", nounId: id });
    return id;
  });
}

/** Everybody's name, in the order of work numbers. */
export async function names(): Promise<string[]> {
  const people = await db.employee.findMany({ orderBy: { workNumber: "asc" }, select: { name: true } });
  return people.map(({ name }) => name);
}

/** Somebody enters a person by hand. */
export function employ(name: string, workNumber: string): Promise<void> {
  return change((tx) => tx.employee.create({ data: { name, workNumber, pinyin: "x", initials: "x" } }));
}

/** Any change to people and accounts, put down in the audit trail. */
export function change(work: (tx: Tx) => Promise<unknown>): Promise<void> {
  return transaction(async (tx) => {
    await work(tx);
    await recordEvent(tx, systemActor, { event: "employees.changed", noun: "employees", nounId: null });
    await recordEvent(tx, systemActor, { event: "users.changed", noun: "users", nounId: null });
  });
}
