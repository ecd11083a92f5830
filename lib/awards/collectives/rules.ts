import type { SubjectKind } from "../schema";

export type CollectiveAsk = {
  kind: Exclude<SubjectKind, "employee">;
  name: string;
  /** Where it belongs, as people write it: tells teams of the same name apart. */
  unit: readonly string[];
};
export type CollectiveMatch = { id: number; fault?: undefined } | { id?: undefined; fault: string };
