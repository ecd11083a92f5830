export type NavKey =
  | "home"
  | "me"
  | "wall"
  | "awards"
  | "certificates"
  | "treatments"
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
  | "jobs"
  | "audit";
export type NavGroup = "honors" | "subjects" | "basics" | "requests" | "admin";

export type NavItem = { key: NavKey; href: string; group?: NavGroup };

/** In the order of the screen; each has its icon in nav.css. Which of them a person sees is the layout's to say. */
export const navItems: readonly NavItem[] = [
  { key: "home", href: "/" },
  { key: "me", href: "/me" },
  { key: "wall", href: "/wall" },
  { key: "awards", href: "/awards", group: "honors" },
  { key: "certificates", href: "/certificates", group: "honors" },
  { key: "treatments", href: "/treatments", group: "honors" },
  { key: "documents", href: "/documents", group: "honors" },
  { key: "achievements", href: "/achievements", group: "honors" },
  { key: "employees", href: "/employees", group: "subjects" },
  { key: "teams", href: "/teams", group: "subjects" },
  { key: "studios", href: "/studios", group: "subjects" },
  { key: "organizations", href: "/organizations", group: "subjects" },
  { key: "titles", href: "/honors", group: "basics" },
  { key: "imports", href: "/exchange/imports", group: "basics" },
  { key: "requests", href: "/awards/requests", group: "requests" },
  { key: "activations", href: "/settings/activations", group: "admin" },
  { key: "users", href: "/settings/users", group: "admin" },
  { key: "signIn", href: "/settings/sign-in", group: "admin" },
  { key: "retention", href: "/settings/retention", group: "admin" },
  { key: "jobs", href: "/settings/jobs", group: "admin" },
  { key: "audit", href: "/settings/audit", group: "admin" },
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
