import type { Tree } from "@/lib/organizations/schema";
import { type GrantedRole, roleTrees, type UserState } from "./schema";

/** Whether a role is held over a unit and everything below it, or over the whole system. */
export function isScoped(role: GrantedRole): boolean {
  return roleTrees[role].length > 0;
}

/** What is wrong with a scope for a role, as a message key; null when it will do. */
export function scopeFault(role: GrantedRole, unit: { tree: Tree } | null): string | null {
  if (!isScoped(role)) return null;
  if (!unit) return "roleScopeRequired";
  return (roleTrees[role] as readonly Tree[]).includes(unit.tree) ? null : "wrongTree";
}

type Account = {
  disabledAt: Date | null;
  mustChangePassword: boolean;
  employee: { status: string; mergedIntoId: number | null } | null;
};

/** The state that a list shows: what keeps the person out comes before what they have to do. */
export function stateOf({ disabledAt, mustChangePassword, employee }: Account): UserState {
  if (disabledAt) return "disabled";
  if (employee && !isAtWork(employee)) return "left";
  return mustChangePassword ? "due" : "open";
}

export function isAtWork({ status, mergedIntoId }: { status: string; mergedIntoId: number | null }): boolean {
  return (status === "active" || status === "seconded") && mergedIntoId === null;
}

/** Browser and system out of a user agent, for people to know their own devices by; nothing is decided on it. */
export function deviceOf(userAgent: string): { browser: string | null; system: string | null } {
  const first = (table: readonly (readonly [RegExp, string])[]) =>
    table.find(([pattern]) => pattern.test(userAgent))?.[1] ?? null;
  return { browser: first(browsers), system: first(systems) };
}

// The order matters: most browsers call themselves Chrome and Safari as well.
const browsers = [
  [/MicroMessenger/, "WeChat"],
  [/DingTalk/i, "DingTalk"],
  [/Edg(e|A|iOS)?\//, "Edge"],
  [/QQBrowser/, "QQBrowser"],
  [/360SE|360EE|QIHU/, "360"],
  [/Firefox|FxiOS/, "Firefox"],
  [/OPR\//, "Opera"],
  [/Chrome|CriOS/, "Chrome"],
  [/Safari/, "Safari"],
] as const;
const systems = [
  [/Windows/, "Windows"],
  [/HarmonyOS|OpenHarmony/, "HarmonyOS"],
  [/Android/, "Android"],
  [/iPhone|iPad/, "iOS"],
  [/Mac OS X/, "macOS"],
  [/Linux/, "Linux"],
] as const;
