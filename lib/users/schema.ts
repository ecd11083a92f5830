import { z } from "zod";
import { zPassword } from "@/lib/auth/schema";
import { zFilterOneOf, zFilterText, zIntId, zIntIdOrNull, zPage, zText } from "@/lib/kernel/fields";
import { cleanText } from "@/lib/kernel/text";
import type { Tree } from "@/lib/organizations/schema";

/** Roles that an administrator grants, each with the trees whose nodes can be its scope; none means the whole system. */
export const roleTrees = {
  recorder: ["union"],
  checker: ["union"],
  union_admin: ["union"],
  hr: ["company"],
  exporter: ["company", "union"],
  discipline: ["company", "union"],
  auditor: [],
  sysadmin: [],
  security_admin: [],
} as const satisfies Record<string, readonly Tree[]>;
export type GrantedRole = keyof typeof roleTrees;
export const grantedRoles = Object.keys(roleTrees) as GrantedRole[];

/** Nobody holds two of these (三员分立); the database refuses it. */
export const dutyRoles = ["sysadmin", "security_admin", "auditor"] as const satisfies GrantedRole[];
/** Of each of these somebody can always sign in: without them nobody could be let in again. */
export const keptRoles = ["sysadmin", "security_admin"] as const satisfies GrantedRole[];
export type KeptRole = (typeof keptRoles)[number];

export const userStates = ["open", "disabled", "left", "due"] as const;
export type UserState = (typeof userStates)[number];

/** Sign-in names are in small letters, figures and Han; what people type in capitals finds them all the same. */
const username = z
  .unknown()
  .optional()
  .transform((value, context): string => {
    const name = typeof value === "string" ? cleanText(value).normalize("NFKC").toLowerCase() : "";
    const fault =
      name === ""
        ? "required"
        : /^[a-z0-9\p{Script=Han}][a-z0-9\p{Script=Han}._@-]{1,63}$/u.test(name)
          ? null
          : "badUsername";
    if (!fault) return name;
    context.addIssue({ code: "custom", message: fault });
    return z.NEVER;
  });
const name = zText({ max: 100 });
const reason = zText({ max: 500, required: true, lines: true });

export const newUser = z.object({ username, name, employeeId: zIntIdOrNull });
export const changedUser = newUser.extend({ id: zIntId, version: zIntId });
export const userVersion = z.object({ id: zIntId, version: zIntId });
export const disabledUser = userVersion.extend({ reason });
export const userReason = z.object({ id: zIntId, reason });
export const newGrant = z.object({
  userId: zIntId,
  role: z.enum(grantedRoles, { error: (issue) => (issue.input ? "unknownValue" : "requiredChoice") }),
  organizationId: zIntIdOrNull,
});
export const withdrawnGrant = z.object({ userId: zIntId, grantId: zIntId });
export const endedSession = z.object({ userId: zIntId, sessionId: zIntIdOrNull });
/** `password` may be left out: one is made then, and has to be changed at the first sign-in. */
export const firstAdministrator = z.object({
  username,
  name: zText({ max: 100, required: true }),
  password: zPassword.optional(),
  role: z.enum(keptRoles, { error: "unknownValue" }).default("sysadmin"),
});

/** What the administrator sees of an account just made or reset: its password, this once; it has to be changed at the next sign-in. */
export type NewAccount = { id: number; username: string; initialPassword: string };

const filter = z.object({
  q: zFilterText,
  role: zFilterOneOf(grantedRoles),
  state: zFilterOneOf(userStates),
});
const page = zPage(["name", "username", "lastSignInAt", "createdAt"], "name");

export type UserFilter = z.output<typeof filter> & z.output<typeof page>;

export function readUserFilter(params: Record<string, string | string[] | undefined>): UserFilter {
  const first = Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, Array.isArray(value) ? value[0] : value]),
  );
  return { ...filter.parse(first), ...page.parse(params) };
}
