import { z } from "zod";
import { zIntIdOrNull, zText } from "@/lib/kernel/fields";

/** Without an id it is the own record, for which nobody needs a reason. */
export const dossierInput = z
  .object({ id: zIntIdOrNull, reason: zText({ max: 500, lines: true }) })
  .refine(({ id, reason }) => id === null || reason !== "", { path: ["reason"], message: "required" });

/** A section's rows as they stand in the file; every value is text, a number, yes or no, or nothing. */
export type DossierRow = Record<string, string | number | boolean | null>;
/** All that the registry holds about a person, by section. The first has one row. */
export type Dossier = Record<DossierSection, DossierRow[]>;

export const dossierSections = [
  "person",
  "assignments",
  "honors",
  "certificates",
  "treatments",
  "requests",
  "contributions",
  "memberships",
  "publicity",
  "account",
  "roles",
  "sessions",
  "messages",
  "imports",
  "events",
] as const;
export type DossierSection = (typeof dossierSections)[number];
