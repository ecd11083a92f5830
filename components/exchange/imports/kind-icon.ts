import { Award, Building2, Lightbulb, type LucideIcon, ScrollText, UserRound } from "lucide-react";
import type { ImportKind } from "@/lib/exchange/imports/schema";

/** As in the navigation. */
export const kindIcons: Record<ImportKind, LucideIcon> = {
  awards: Award,
  employees: UserRound,
  organizations: Building2,
  titles: ScrollText,
  achievements: Lightbulb,
};
