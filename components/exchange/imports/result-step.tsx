import type { ComponentProps } from "react";
import type { ImportRowView } from "@/lib/exchange/imports/queries";
import type { Page } from "@/lib/kernel/page";
import { ClientMessages } from "../../shell/client-messages";
import { Alert } from "../../ui/alert";
import { BlockedRows } from "./blocked-rows";
import { ImportFacts } from "./import-facts";
import { ImportFailure } from "./import-failure";
import { ResultSummary } from "./result-summary";
import { ResultView } from "./result-view";
import { useFaultWords } from "./use-fault-words";

type Props = ComponentProps<typeof ResultView> & { blocked: Page<ImportRowView> | null };

export function ResultStep({ view, blocked, ...result }: Props) {
  const say = useFaultWords();
  const rows = Object.values(view.counts).some((count) => count > 0);
  return (
    <div className="space-y-4">
      {view.state === "failed" || view.failure ? <ImportFailure view={view} /> : null}
      {blocked && blocked.total > 0 ? (
        <BlockedRows list={blocked} />
      ) : (
        view.notice && <Alert tone="warning">{say(view.notice)}</Alert>
      )}
      <ResultSummary view={view} />
      {rows && (
        <ClientMessages namespaces={["imports"]}>
          <ResultView view={view} {...result} />
        </ClientMessages>
      )}
      <ImportFacts view={view} />
    </div>
  );
}
