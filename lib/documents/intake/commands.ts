import { recordEventOfEach } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/roles";
import type { Tx } from "@/lib/db/transaction";
import { documentKey, type NewDocument } from "./rules";

/**
 * Enters documents that a sheet names and nobody has entered yet, as decisions of the unit that records; gives their ids by
 * `documentKey`. Whether the actor may, and that none of them is there, is for the caller to know.
 */
export async function createDocuments(
  tx: Tx,
  actor: Actor,
  recordingUnit: { id: number; name: string },
  documents: readonly NewDocument[],
): Promise<Map<string, number>> {
  if (documents.length === 0) return new Map();
  const made = await tx.document.createManyAndReturn({
    data: documents.map(({ number, title }) => ({
      ...{ number, title, kind: "decision" as const, recordingUnitId: recordingUnit.id },
    })),
    select: { id: true, number: true, title: true },
  });
  const ids = new Map(made.map((row) => [documentKey(row)!, row.id]));
  await tx.documentIssuer.createMany({
    data: documents.flatMap((document) =>
      document.issuers.map((grantingBodyId, index) => ({
        ...{ documentId: ids.get(documentKey(document)!)!, position: index + 1, grantingBodyId },
      })),
    ),
  });
  await recordEventOfEach(
    tx,
    actor,
    { event: "documents.created", noun: "documents" },
    documents.map((document) => ({
      nounId: ids.get(documentKey(document)!)!,
      after: {
        ...{ number: document.number, title: document.title, kind: "decision" },
        ...{ recordingUnit: recordingUnit.name, issuersId: [...document.issuers] },
      },
    })),
  );
  return ids;
}
