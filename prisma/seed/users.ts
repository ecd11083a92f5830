import type { Tx } from "@/lib/db/transaction";
import { hashPassword } from "@/lib/auth/passwords";
import { accounts, demonstrationPassword } from "./sign-ins";
import type { Hands } from "./awards";
import type { Person } from "./employees";
import type { Units } from "./organizations";

export async function seedUsers(tx: Tx, units: Units, people: Person[]): Promise<Hands> {
  const ids = new Map<string, number>();
  const passwordHash = await hashPassword(demonstrationPassword);
  for (const { username, name, roles, employee } of accounts) {
    const { id } = await tx.user.create({
      data: {
        username,
        name,
        passwordHash,
        employeeId: employee === undefined ? null : people[employee]!.id,
        roles: {
          create: roles.map(({ role, unit }) => ({ role, organizationId: unit && units.get(unit)!.id })),
        },
      },
      select: { id: true },
    });
    ids.set(username, id);
  }
  const hand = (username: string): Hands["enteredBy"] => ({
    id: ids.get(username)!,
    name: accounts.find((account) => account.username === username)!.name,
  });
  return { enteredBy: hand("recorder"), checkedBy: hand("checker") };
}
