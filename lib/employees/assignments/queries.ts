import type { Actor } from "@/lib/auth/roles";
import type { Tx } from "@/lib/db/transaction";
import { ok, refuse, refuseField, type Result } from "@/lib/kernel/result";
import { pickableUnits } from "@/lib/organizations/search/queries";
import type { Tree } from "@/lib/organizations/schema";
import { canKeepIn } from "../policy";

type Place = { unitId: number | null; unionUnitId: number | null };

/** Units that are new for the person are open ones that the actor sees, and one of them lies where the actor keeps records. */
export async function checkPlace(
  tx: Tx,
  actor: Actor,
  { unitId, unionUnitId }: Place,
  before: Place | null,
): Promise<Result<{ unitPath: string | null }>> {
  const unit = unitId === null ? null : await findUnit(tx, actor, unitId, "company", before?.unitId);
  const unionUnit =
    unionUnitId === null ? null : await findUnit(tx, actor, unionUnitId, "union", before?.unionUnitId);
  const outOfScope = {
    ...(unitId !== null && !unit && { unitId: ["outOfScope"] }),
    ...(unionUnitId !== null && !unionUnit && { unionUnitId: ["outOfScope"] }),
  };
  if (Object.keys(outOfScope).length > 0) return refuse({ code: "invalid", fields: outOfScope });
  const paths = [unit, unionUnit].flatMap((one) => one?.path ?? []);
  return canKeepIn(actor, paths)
    ? ok({ unitPath: unit?.path ?? null })
    : refuseField("unionUnitId", paths.length > 0 ? "outOfScope" : "required");
}

export async function findUnit(tx: Tx, actor: Actor, id: number, tree: Tree, present?: number | null) {
  const condition =
    id === present ? { id } : { AND: [{ id, tree, validTo: null }, await pickableUnits(tx, actor)] };
  return tx.organization.findFirst({ where: condition, select: { path: true } });
}

/** The company, or else the group, that the unit belongs to. */
export async function employerAbove(tx: Tx, path: string | null): Promise<number | null> {
  if (path === null) return null;
  const ids = path.split("/").filter(Boolean).map(Number);
  const employer = await tx.organization.findFirst({
    where: { id: { in: ids }, kind: { in: ["company", "group"] } },
    orderBy: { path: "desc" },
    select: { id: true },
  });
  return employer?.id ?? null;
}
