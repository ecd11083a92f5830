import { recordEvent, systemActor } from "@/lib/audit/record";
import type { OrganizationKind, Role } from "@/lib/db/generated/enums";
import { transaction, type Tx } from "@/lib/db/transaction";
import type { Actor, Grant } from "./roles";

/**
 * company: 集团 > 北方公司 > 焊接班; 集团 > 南方公司 > 起重班        union: 集团工会 > 北方工会; 集团工会 > 南方工会
 * 贾建华 and 张伟 of 北方工会 work in 焊接班, as does 孙借 of 南方工会, who is seconded; 钱南 works in 起重班.
 */
export const ids: Record<string, number> = {};
const paths: Record<string, string> = {};

export async function plantCompany(): Promise<void> {
  await transaction(async (tx) => {
    await makeUnit(tx, "集团", "group", null);
    for (const name of ["北方公司", "南方公司"]) await makeUnit(tx, name, "company", "集团");
    await makeUnit(tx, "焊接班", "crew", "北方公司");
    await makeUnit(tx, "起重班", "crew", "南方公司");
    await makeUnit(tx, "集团工会", "group_union", null);
    for (const name of ["北方工会", "南方工会"]) await makeUnit(tx, name, "base_union", "集团工会");
    await makePerson(tx, "贾建华", "焊接班", "北方工会", "0001", "jjh");
    await makePerson(tx, "张伟", "焊接班", "北方工会", "0002", "zw");
    await makePerson(tx, "孙借", "焊接班", "南方工会", "0003", "sj");
    await makePerson(tx, "钱南", "起重班", "南方工会", "0004", "qn");
    await recordEvent(tx, systemActor, {
      event: "organizations.created",
      noun: "organizations",
      nounId: null,
    });
    await recordEvent(tx, systemActor, { event: "employees.created", noun: "employees", nounId: null });
  });
}

/** Somebody with one role over a unit; null for roles over everything. */
export function actorOver(role: Role, unit: string | null): Actor {
  const tree = unit?.includes("工会") ? "union" : "company";
  const grant: Grant =
    unit === null
      ? { role, organizationId: null, tree: null, path: null }
      : { role, organizationId: ids[unit]!, tree, path: paths[unit]! };
  const who = { userId: 1, sessionId: 1, username: role, name: role, employeeId: null };
  return { ...who, mustChangePassword: false, address: "10.0.0.1", grants: [grant] };
}

async function makeUnit(tx: Tx, name: string, kind: OrganizationKind, above: string | null): Promise<void> {
  const tree = kind.includes("union") ? ("union" as const) : ("company" as const);
  const parentId = above === null ? null : ids[above]!;
  const unit = await tx.organization.create({
    data: { tree, kind, name, code: name, parentId },
    select: { id: true, path: true },
  });
  ids[name] = unit.id;
  paths[name] = unit.path;
}

async function makePerson(
  tx: Tx,
  name: string,
  unit: string,
  union: string,
  workNumber: string,
  initials: string,
): Promise<void> {
  const place = { unitId: ids[unit], unionUnitId: ids[union], employerId: ids.集团 };
  const person = await tx.employee.create({
    data: { name, pinyin: initials, initials, workNumber, ...place },
    select: { id: true },
  });
  ids[name] = person.id;
}
