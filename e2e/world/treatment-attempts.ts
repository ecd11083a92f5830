import type { Samples } from "./action-samples";
import type { Attempt } from "./action-table";

const recorders = ["union", "recorder"] as const;

/** The actions of treatments, aimed at one of the third company's. */
export function treatmentAttempts(s: Samples, name: string): Record<string, Attempt[]> {
  const given = { kindCode: "other", period: "monthly", validFrom: "2026", payer: name };
  const { awardId, employeeId } = s.treated;
  const on = (input: object): Attempt[] => [
    { may: recorders, input: { ...s.treatment, ...input }, row: ["treatments", s.treatment.id] },
  ];
  return {
    "lib/treatments/actions.ts registerTreatment": [
      {
        may: recorders,
        input: { ...given, awardId, employeeId, key: crypto.randomUUID() },
        row: ["awards", awardId],
      },
    ],
    "lib/treatments/actions.ts changeTreatment": on({ ...given, employeeId }),
    "lib/treatments/actions.ts stopTreatment": on({ stoppedFrom: "2026-01-01", reason: name }),
    "lib/treatments/actions.ts resumeTreatment": on({ reason: name }),
  };
}
