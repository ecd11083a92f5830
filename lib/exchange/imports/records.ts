import type { ImportKind } from "./schema";

const addresses: Record<ImportKind, string> = {
  organizations: "/organizations",
  employees: "/employees",
  titles: "/honors",
  achievements: "/achievements",
  awards: "/awards",
};

/** Where a record that came out of a row is read. */
export function hrefOf(kind: ImportKind, id: number): string {
  return `${addresses[kind]}/${id}`;
}
