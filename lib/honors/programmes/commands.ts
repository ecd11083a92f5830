import { differences, recordEvent } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/roles";
import { runCommand } from "@/lib/db/command";
import type { Tx } from "@/lib/db/transaction";
import { parseInput } from "@/lib/kernel/fields";
import { type Fault, ok, refuse, refuseField, type Result } from "@/lib/kernel/result";
import { canEditCatalog } from "../policy";
import { existing } from "../schema";
import { programmeInput, type ProgrammeInput } from "./schema";

type Saved = { id: number };
type Refusal = { ok: false; fault: Fault };

export async function createProgramme(actor: Actor, input: unknown): Promise<Result<Saved>> {
  if (!canEditCatalog(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput(programmeInput, input);
  if (!parsed.ok) return parsed;
  const { organisers, ...data } = parsed.value;
  return runCommand(async (tx) => {
    if (!(await areBodies(tx, organisers))) return refuseField("organisers", "unknownValue");
    const { id } = await tx.programme.create({ data, select: { id: true } });
    await putOrganisers(tx, id, organisers);
    await recordEvent(tx, actor, {
      event: "programmes.created",
      noun: "programmes",
      nounId: id,
      after: told(await present(tx, id)),
    });
    return ok({ id });
  });
}

export async function changeProgramme(actor: Actor, input: unknown): Promise<Result<Saved>> {
  if (!canEditCatalog(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput(existing.and(programmeInput), input);
  if (!parsed.ok) return parsed;
  const { id, version, ...programme } = parsed.value;
  const { organisers, ...data } = programme;
  return runCommand(async (tx) => {
    const before = await present(tx, id);
    if (!before) return refuse({ code: "not_found" });
    if (before.version !== version) return stale(before);
    const changes = differences(before.values, programme);
    if (Object.keys(changes.after).length === 0) return ok({ id });
    if (!(await areBodies(tx, organisers))) return refuseField("organisers", "unknownValue");
    const written = await tx.programme.updateMany({
      where: { id, version },
      data: { ...data, version: { increment: 1 } },
    });
    if (written.count === 0) return stale(await present(tx, id));
    if ("organisers" in changes.after) {
      await tx.programmeOrganiser.deleteMany({ where: { programmeId: id } });
      await putOrganisers(tx, id, organisers);
    }
    await recordEvent(tx, actor, {
      event: "programmes.changed",
      noun: "programmes",
      nounId: id,
      ...differences(told(before), told(await present(tx, id))),
    });
    return ok({ id });
  });
}

type Present = { values: ProgrammeInput; version: number; organisers: { id: number; label: string }[] };

async function present(tx: Tx, id: number): Promise<Present | null> {
  const programme = await tx.programme.findFirst({
    where: { id },
    include: {
      organisers: {
        orderBy: { position: "asc" },
        select: { grantingBody: { select: { id: true, name: true } } },
      },
    },
  });
  if (!programme) return null;
  const { name, nameEn, series, cycle, quota, coverage, onOfficialList, basis, version } = programme;
  const organisers = programme.organisers.map(({ grantingBody }) => ({
    id: grantingBody.id,
    label: grantingBody.name,
  }));
  return {
    values: {
      name,
      nameEn,
      series,
      cycle,
      quota,
      coverage,
      onOfficialList,
      basis,
      organisers: organisers.map((body) => body.id),
    },
    version,
    organisers,
  };
}

/** For the audit: the organisers also by their names. */
function told(programme: Present | null): Record<string, unknown> {
  const organisers = programme?.organisers ?? [];
  return {
    ...programme?.values,
    organisers: organisers.map(({ label }) => label),
    organisersId: organisers.map(({ id }) => id),
  };
}

function stale(now: Present | null): Refusal {
  return now
    ? refuse({ code: "stale", current: { ...now.values, version: now.version, organisers: now.organisers } })
    : refuse({ code: "not_found" });
}

async function areBodies(tx: Tx, ids: number[]): Promise<boolean> {
  return (await tx.grantingBody.count({ where: { id: { in: ids } } })) === ids.length;
}

async function putOrganisers(tx: Tx, programmeId: number, ids: number[]): Promise<void> {
  await tx.programmeOrganiser.createMany({
    data: ids.map((grantingBodyId, index) => ({ programmeId, position: index + 1, grantingBodyId })),
  });
}
