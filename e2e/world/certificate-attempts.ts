import type { Samples } from "./action-samples";
import type { Attempt } from "./action-table";

const recorders = ["union", "recorder"] as const;

/** Actions on certificates of the third company. */
export function certificateAttempts(s: Samples, name: string): Record<string, Attempt[]> {
  const key = crypto.randomUUID();
  const printed = { kind: "certificate", number: name, holder: "某人", custody: name };
  const onCertificate = (input: object): Attempt[] => [
    { may: recorders, input, row: ["certificates", s.certificate.id] },
  ];
  return {
    "lib/certificates/actions.ts registerCertificate": [
      {
        may: recorders,
        input: { ...printed, key, awardId: s.effective.id, target: "award" },
        row: ["awards", s.effective.id],
      },
    ],
    "lib/certificates/actions.ts reissueCertificate": onCertificate({
      ...{ key, id: s.certificate.id, number: name },
    }),
    "lib/certificates/actions.ts changeCertificate": onCertificate({ ...printed, ...s.certificate }),
    "lib/certificates/actions.ts moveCertificate": onCertificate({
      ...{ ...s.certificate, to: "lost", on: "2026-05-06", note: name },
    }),
  };
}
