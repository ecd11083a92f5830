import { useLocale } from "next-intl";
import type { Honor } from "@/lib/awards/holders/queries";
import type { RequestView } from "@/lib/awards/requests/queries";
import { ClientMessages } from "../../shell/client-messages";
import { inLanguage, titleIn } from "../named";
import { AnswerButtons } from "./answer-buttons";

/** The two answers. A declaration may turn out to be one of the honors that the person has in the ledger. */
export function RequestAnswer({ request, honors }: { request: RequestView; honors: readonly Honor[] }) {
  const locale = useLocale();
  const labelOf = (honor: Honor) => {
    const prize = honor.prizeLevel && inLanguage(locale, honor.prizeLevel);
    return [honor.ledgerNumber, titleIn(locale, honor), prize, honor.year].filter(Boolean).join(" ");
  };
  // One award may stand there twice: received, and through a team.
  const labels = new Map(honors.map((honor) => [String(honor.awardId), labelOf(honor)]));
  return (
    <ClientMessages namespaces={["requests"]}>
      <AnswerButtons
        id={request.id}
        version={request.version}
        kind={request.kind}
        awards={[...labels].map(([value, label]) => ({ value, label }))}
      />
    </ClientMessages>
  );
}
