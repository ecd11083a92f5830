import type { z } from "zod";
import type { Namespace } from "@/lib/i18n/catalog";
import type { IntakeColumn } from "@/lib/kernel/intake";
import * as achievements from "@/lib/achievements/intake/schema";
import * as awards from "@/lib/awards/intake/schema";
import * as employees from "@/lib/employees/intake/schema";
import * as titles from "@/lib/honors/intake/schema";
import * as organizations from "@/lib/organizations/intake/schema";
import type { ImportKind } from "./schema";

type Form = { intakeColumns: readonly IntakeColumn[]; intakeOptions: z.ZodType };

const forms: Record<ImportKind, Form> = { organizations, employees, titles, achievements, awards };

/** The fields that a sheet of this kind may hold, in the order of the template. */
export function columnsOf(kind: ImportKind): readonly IntakeColumn[] {
  return forms[kind].intakeColumns;
}

/** What holds for every row of such a sheet; without any, the noun's defaults. */
export function optionsOf(kind: ImportKind): z.ZodType {
  return forms[kind].intakeOptions;
}

/** Where the words for a kind's columns stand: `columns.<key>`. */
export const intakeNamespaces = {
  organizations: "organizations-intake",
  employees: "employees-intake",
  titles: "titles-intake",
  achievements: "achievements-intake",
  awards: "awards-intake",
} as const satisfies Record<ImportKind, Namespace>;
