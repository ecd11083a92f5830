import { recordEvent, systemActor } from "@/lib/audit/record";
import { transaction } from "@/lib/db/transaction";
import type { Prisma } from "@/lib/db/generated/client";
import type { Role, Tree } from "@/lib/db/generated/enums";
import type { Result } from "@/lib/kernel/result";
import type { Actor } from "./roles";
import { hashPassword } from "./passwords";
import { signIn } from "./sign-in";
import { findActor, type Ticket } from "./sessions";

export const password = "a long walk by the sea";

/** An account for tests, with `password`. */
export async function makeUser(
  username: string,
  more: Partial<Prisma.UserUncheckedCreateInput> = {},
): Promise<number> {
  const passwordHash = await hashPassword(password);
  return transaction(async (tx) => {
    const { id } = await tx.user.create({ data: { username, name: username, passwordHash, ...more } });
    await recordEvent(tx, systemActor, { event: "users.created", noun: "users", nounId: id });
    return id;
  });
}

type Entry = { word?: string; address?: string; now?: Date; held?: Ticket | null };

export function enter(
  username: string,
  { word = password, address = "10.0.0.1", now = new Date(), held = null }: Entry = {},
): Promise<Result<Ticket>> {
  return signIn({ username, password: word }, { address, userAgent: "vitest", held }, now);
}

export async function ticketOf(username: string, options: Entry = {}): Promise<Ticket> {
  const result = await enter(username, options);
  if (!result.ok) throw new Error(`${username} was refused: ${result.fault.code}`);
  return result.value;
}

/** A signed-in actor. */
export async function actorOf(username: string): Promise<Actor> {
  const actor = await findActor(await ticketOf(username), "10.0.0.1", new Date());
  if (!actor) throw new Error(`${username} has no access`);
  return actor;
}

export async function makeAdministrator(username: string): Promise<Actor> {
  await giveRole(await makeUser(username), "sysadmin", null);
  return actorOf(username);
}

/** Who gives rights. */
export async function makeSecurityAdministrator(username: string): Promise<Actor> {
  await giveRole(await makeUser(username), "security_admin", null);
  return actorOf(username);
}

export function giveRole(userId: number, role: Role, organizationId: number | null) {
  return transaction(async (tx) => {
    await tx.userRole.create({ data: { userId, role, organizationId } });
    await recordEvent(tx, systemActor, { event: "users.role_granted", noun: "users", nounId: userId });
  });
}

export function makeEmployee(
  name: string,
  status: "active" | "retired",
  workNumber: string | null = null,
): Promise<number> {
  return transaction(async (tx) => {
    const { id } = await tx.employee.create({
      data: { name, pinyin: "x", initials: "x", formerNames: [], workerTypes: [], status, workNumber },
    });
    await recordEvent(tx, systemActor, { event: "employees.created", noun: "employees", nounId: id });
    return id;
  });
}

let units = 0;
export function makeUnit(tree: Tree): Promise<number> {
  return transaction(async (tx) => {
    const { id } = await tx.organization.create({
      data: {
        tree,
        kind: tree === "union" ? "base_union" : "company",
        name: `${tree}${++units}`,
        code: `C${units}`,
      },
    });
    await recordEvent(tx, systemActor, { event: "organizations.created", noun: "organizations", nounId: id });
    return id;
  });
}
