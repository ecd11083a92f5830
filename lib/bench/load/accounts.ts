import { accounts as demonstration } from "@/prisma/seed/sign-ins";
import type { People } from "./employees";
import type { Units } from "./organizations";
import type { Rows } from "./rows";

/** Who enters and who confirms for each company; the group's come last. */
export type Hands = { id: number; name: string };
export type Accounts = { recorders: Hands[]; checkers: Hands[] };

export const userColumns = "id username name password_hash employee_id".split(" ");
export const roleColumns = "id user_id role organization_id".split(" ");

/**
 * The accounts of the demonstration, so that one may sign in and look: the group's with all of it in sight, those of one company with
 * the second largest. Then two for each company, and one employee in twenty.
 */
export function makeAccounts(
  units: Units,
  people: People,
  passwordHash: string,
  users: Rows,
  roles: Rows,
): Accounts {
  const add = (username: string, name: string, employeeId: number | null): Hands => {
    const id = users.count + 1;
    users.add(id, username, name, passwordHash, employeeId);
    return { id, name };
  };
  const grant = (user: Hands, role: string, unitId: number | null) =>
    roles.add(roles.count + 1, user.id, role, unitId);
  const unitOf: Record<string, number> = {
    ...{ "HD-GH": units.groupUnion.id, HD: units.group.id },
    ...{ "HD03-GH": units.companyUnions[1]!.id, "HD01-GH": units.companyUnions[2]!.id },
  };
  for (const { username, name, roles: held, employee } of demonstration) {
    const user = add(username, name, employee === undefined ? null : employee + 1);
    for (const { role, unit } of held) grant(user, role, unit === null ? null : unitOf[unit]!);
  }
  const pair = (code: string, unitId: number) => {
    const recorder = add(`${code}-jb`, `${code}经办`, null);
    const checker = add(`${code}-sh`, `${code}审核`, null);
    grant(recorder, "recorder", unitId);
    grant(checker, "checker", unitId);
    return { recorder, checker };
  };
  const pairs = [
    ...units.companies.map(({ code }, c) => pair(code.toLowerCase(), units.companyUnions[c]!.id)),
    pair("hd", units.groupUnion.id),
  ];
  for (let i = 19; i < people.names.length; i += 20) add(`u${i + 1}`, people.names[i]!, i + 1);
  return { recorders: pairs.map(({ recorder }) => recorder), checkers: pairs.map(({ checker }) => checker) };
}
