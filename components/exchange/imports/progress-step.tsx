import type { ImportView } from "@/lib/exchange/imports/queries";
import { ClientMessages } from "../../shell/client-messages";
import { ProgressPanel } from "./progress-panel";

export function ProgressStep({ view: { id, state, mode, progress, may } }: { view: ImportView }) {
  return (
    <ClientMessages namespaces={["imports"]}>
      <ProgressPanel key={state} id={id} mode={mode} first={progress} mayCancel={may.cancel} />
    </ClientMessages>
  );
}
