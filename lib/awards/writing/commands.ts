import { aboutEvents, type AuditActor } from "@/lib/audit/record";
import type { AuditEventName } from "@/lib/audit/events";
import { ask } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import { createDocuments } from "@/lib/documents/intake/commands";
import { findDocuments } from "@/lib/documents/intake/queries";
import { documentKey } from "@/lib/documents/intake/rules";
import type { IntakeSession } from "../intake/queries";
import type { AwardRows, PreparedAwards } from "./queries";

/**
 * Writes awards with all that hangs on them, each with its first state and its event, in one statement: the database's `write_awards`.
 * Raw, for Prisma sends a statement for each table and binds each value of each row.
 */
export async function writeRows(
  tx: Tx,
  actor: AuditActor,
  event: AuditEventName,
  { awards, recipients, members, documents, bodies, events }: AwardRows,
): Promise<void> {
  const about = aboutEvents(actor, { event, noun: "awards" });
  await tx.$executeRaw`SELECT write_awards(${awards}::jsonb, ${recipients}::jsonb, ${members}::jsonb, ${documents}::jsonb, ${bodies}::jsonb,
    ${about}::jsonb, ${events}::jsonb)`;
}

/**
 * Takes a key and writes the award that it is for, in one statement that is a transaction by itself; gives the award's id, whatever its rows
 * call it, or null where the key was taken already. A twin waits until the first is decided.
 */
export async function writeByKey(
  actor: AuditActor,
  event: AuditEventName,
  { key, bodyHash }: { key: string; bodyHash: string },
  { awards, recipients, members, documents, bodies, events }: AwardRows,
): Promise<number | null> {
  const about = aboutEvents(actor, { event, noun: "awards" });
  const [made] = await ask<{ id: number }>(Prisma.sql`
    WITH taken AS (INSERT INTO idempotency_keys (key, user_id, body_hash, noun_id)
      VALUES (${key}::uuid, ${actor.userId}, ${bodyHash}, nextval('awards_id_seq')) ON CONFLICT DO NOTHING RETURNING noun_id AS id)
    SELECT id, enter_award(id, ${awards}::jsonb, ${recipients}::jsonb, ${members}::jsonb, ${documents}::jsonb, ${bodies}::jsonb,
      ${about}::jsonb, ${events}::jsonb) FROM taken`);
  return made?.id ?? null;
}

/** Writes the rows of a workbook, as a draft or submitted. */
export async function writeAwards(
  tx: Tx,
  session: IntakeSession,
  { awards, rows, documents, wanted }: PreparedAwards,
): Promise<void> {
  if (awards.length === 0) return;
  const held = [...documents, ...(await makeDocuments(tx, session, wanted))];
  await writeRows(tx, session.actor, "awards.imported", {
    ...rows,
    documents: JSON.stringify(
      held.map(({ award: awardId, document: documentId }) => ({ awardId, position: 1, documentId })),
    ),
  });
}

/** Documents that nobody has entered yet, each made once, by whichever row comes first. */
async function makeDocuments(
  tx: Tx,
  { actor, unit }: IntakeSession,
  wanted: PreparedAwards["wanted"],
): Promise<PreparedAwards["documents"]> {
  if (wanted.length === 0 || !unit) return [];
  const keyed = new Map(wanted.map(({ document }) => [documentKey(document)!, document]));
  const present = await findDocuments(tx, actor, [...keyed.values()]);
  const missing = [...keyed].filter(([key]) => !present.get(key)?.found).map(([, document]) => document);
  const made = await createDocuments(tx, actor, unit, missing);
  return wanted.map(({ award, document }) => {
    const key = documentKey(document)!;
    return { award, document: present.get(key)?.found?.id ?? made.get(key)! };
  });
}
