import type { TargetView } from "@/lib/awards/cases/queries";

type Translate = (key: string, values?: Record<string, string>) => string;

/** What is revoked, in words of the catalog "revocations". */
export function targetIn(t: Translate, target: TargetView): string {
  if (target.kind === "award") return t("target.award");
  if (target.kind === "recipient") return t("target.recipient", { name: target.name });
  return t("target.member", { name: target.name, of: target.of });
}
