import type { TreatmentView } from "@/lib/treatments/queries";
import { Badge } from "../ui/badge";
import type { Tone } from "../ui/tone";
import { useTreatmentWords } from "./use-words";

export function toneOf({ state, ending }: Pick<TreatmentView, "state" | "ending">): Tone {
  if (state === "running") return "success";
  if (state === "coming") return "info";
  return ending?.reason === "revoked" || ending?.reason === "voided" ? "danger" : "neutral";
}

export function TreatmentState({ treatment }: { treatment: Pick<TreatmentView, "state" | "ending"> }) {
  return <Badge tone={toneOf(treatment)}>{useTreatmentWords().state(treatment)}</Badge>;
}
