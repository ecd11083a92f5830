import { differences, recordEvent } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/roles";
import { runCommand } from "@/lib/db/command";
import type { Tx } from "@/lib/db/transaction";
import { parseInput } from "@/lib/kernel/fields";
import { type Fault, ok, refuse, refuseField, type Result } from "@/lib/kernel/result";
import { canEditCatalog } from "../policy";
import { existing } from "../schema";
import { bodyInput, type BodyInput } from "./schema";

type Saved = { id: number };
type Refusal = { ok: false; fault: Fault };

export async function createBody(actor: Actor, input: unknown): Promise<Result<Saved>> {
  if (!canEditCatalog(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput(bodyInput, input);
  if (!parsed.ok) return parsed;
  return runCommand(async (tx) => {
    const refused = await successorRefusal(tx, null, parsed.value.successorId);
    if (refused) return refused;
    const { id } = await tx.grantingBody.create({ data: parsed.value, select: { id: true } });
    await recordEvent(tx, actor, {
      event: "granting_bodies.created",
      noun: "granting_bodies",
      nounId: id,
      after: told(await present(tx, id)),
    });
    return ok({ id });
  });
}

export async function changeBody(actor: Actor, input: unknown): Promise<Result<Saved>> {
  if (!canEditCatalog(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput(existing.and(bodyInput), input);
  if (!parsed.ok) return parsed;
  const { id, version, ...body } = parsed.value;
  return runCommand(async (tx) => {
    const before = await present(tx, id);
    if (!before) return refuse({ code: "not_found" });
    if (before.version !== version) return stale(before);
    const changes = differences(before.values, body);
    if (Object.keys(changes.after).length === 0) return ok({ id });
    const refused = await successorRefusal(tx, id, body.successorId);
    if (refused) return refused;
    const written = await tx.grantingBody.updateMany({
      where: { id, version },
      data: { ...body, version: { increment: 1 } },
    });
    if (written.count === 0) return stale(await present(tx, id));
    await recordEvent(tx, actor, {
      event: "granting_bodies.changed",
      noun: "granting_bodies",
      nounId: id,
      ...differences(told(before), told(await present(tx, id))),
    });
    return ok({ id });
  });
}

type Present = { values: BodyInput; version: number; successor: { id: number; name: string } | null };

async function present(tx: Tx, id: number): Promise<Present | null> {
  const body = await tx.grantingBody.findFirst({
    where: { id },
    include: { successor: { select: { id: true, name: true } } },
  });
  if (!body) return null;
  const { name, nameEn, code, kind, rank, successorId, version, successor } = body;
  return { values: { name, nameEn, code, kind, rank, successorId }, version, successor };
}

/** For the audit: the successor also by its name. */
function told(body: Present | null): Record<string, unknown> {
  return { ...body?.values, successor: body?.successor?.name ?? null };
}

function stale(now: Present | null): Refusal {
  if (!now) return refuse({ code: "not_found" });
  const picked = now.successor && { id: now.successor.id, label: now.successor.name };
  return refuse({
    code: "stale",
    current: { ...now.values, version: now.version, successorId: picked ?? "" },
  });
}

/** Successors form a line that ends. One change of it at a time. */
async function successorRefusal(
  tx: Tx,
  id: number | null,
  successorId: number | null,
): Promise<Refusal | null> {
  if (successorId === null) return null;
  // Prisma has no form for an advisory lock.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('granting_bodies_line'))`;
  const seen = new Set<number>();
  for (let at: number | null = successorId; at !== null && !seen.has(at);) {
    if (at === id) return refuseField("successorId", "bodyCircular");
    seen.add(at);
    const next: { successorId: number | null } | null = await tx.grantingBody.findFirst({
      where: { id: at },
      select: { successorId: true },
    });
    if (!next) return refuseField("successorId", "unknownValue");
    at = next.successorId;
  }
  return null;
}
