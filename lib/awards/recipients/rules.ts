import type { TitleRules } from "../rules";

/** A title with what an award takes over from it. */
export type Title = TitleRules & {
  id: number;
  familyId: number;
  name: string;
  nameEn: string | null;
  categoryCode: string;
  validityMonths: number | null;
  organisers: number[];
};
