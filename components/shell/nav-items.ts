import {
  Award,
  Building2,
  ClipboardList,
  FileText,
  FileUp,
  House,
  Lightbulb,
  Hourglass,
  LockKeyhole,
  type LucideIcon,
  Medal,
  MessageSquareText,
  ScrollText,
  ShieldCheck,
  Ticket,
  UserRound,
  UsersRound,
  Wrench,
} from "lucide-react";

export type NavKey =
  | "home"
  | "me"
  | "awards"
  | "documents"
  | "achievements"
  | "employees"
  | "teams"
  | "studios"
  | "organizations"
  | "titles"
  | "imports"
  | "requests"
  | "activations"
  | "users"
  | "signIn"
  | "retention"
  | "audit";
export type NavGroup = "honors" | "subjects" | "basics" | "requests" | "admin";

export type NavItem = { key: NavKey; href: string; icon: LucideIcon; group?: NavGroup };

/** In the order of the screen. Which of them a person sees is the layout's to say. */
export const navItems: readonly NavItem[] = [
  { key: "home", href: "/", icon: House },
  { key: "me", href: "/me", icon: Medal },
  { key: "awards", href: "/awards", icon: Award, group: "honors" },
  { key: "documents", href: "/documents", icon: FileText, group: "honors" },
  { key: "achievements", href: "/achievements", icon: Lightbulb, group: "honors" },
  { key: "employees", href: "/employees", icon: UserRound, group: "subjects" },
  { key: "teams", href: "/teams", icon: UsersRound, group: "subjects" },
  { key: "studios", href: "/studios", icon: Wrench, group: "subjects" },
  { key: "organizations", href: "/organizations", icon: Building2, group: "subjects" },
  { key: "titles", href: "/honors", icon: ScrollText, group: "basics" },
  { key: "imports", href: "/exchange/imports", icon: FileUp, group: "basics" },
  { key: "requests", href: "/awards/requests", icon: MessageSquareText, group: "requests" },
  { key: "activations", href: "/settings/activations", icon: Ticket, group: "admin" },
  { key: "users", href: "/settings/users", icon: ShieldCheck, group: "admin" },
  { key: "signIn", href: "/settings/sign-in", icon: LockKeyhole, group: "admin" },
  { key: "retention", href: "/settings/retention", icon: Hourglass, group: "admin" },
  { key: "audit", href: "/settings/audit", icon: ClipboardList, group: "admin" },
];

/** The item whose address is the longest beginning of the path: /awards/requests/3 is a request, not an award. */
export function activeItem(path: string, keys: readonly NavKey[]): NavKey | undefined {
  const under = navItems.filter(
    (item) =>
      keys.includes(item.key) &&
      (path === item.href || (item.href !== "/" && path.startsWith(`${item.href}/`))),
  );
  return under.sort((a, b) => b.href.length - a.href.length)[0]?.key;
}
