"use client";

import { useTranslations } from "next-intl";
import type { StaleField } from "../forms/stale-compare";

/** The fields that are compared when someone else has saved meanwhile, in the order of the form. */
export function useStaleFields(): StaleField[] {
  const t = useTranslations("awards");
  const named = (["levelCode", "prizeLevelCode"] as const).map((name) => ({
    name,
    label: t(name === "levelCode" ? "fields.level" : "fields.prizeLevel"),
  }));
  const plain = (
    [
      "rank",
      "awardDate",
      "awardYear",
      "validTo",
      "recipients",
      "reason",
      "deeds",
      "bonus",
      "evidenceGrade",
      "visibility",
      "posthumous",
    ] as const
  ).map((name) => ({
    name,
    label: t(`fields.${name}`),
  }));
  return [
    { name: "documents", label: t("fields.documents") },
    { name: "grantingBodies", label: t("fields.grantingBodies") },
    { name: "titleId", label: t("fields.title") },
    ...named,
    ...plain,
    { name: "recordingUnitId", label: t("form.recordingUnit") },
  ];
}
