import { useTranslations } from "next-intl";
import type { ImportView } from "@/lib/exchange/imports/queries";
import { ClientMessages } from "../../shell/client-messages";
import { PageHeader } from "../../shell/page-header";
import { ImportActions } from "./import-actions";
import { ImportStateBadge } from "./import-state";
import { ImportSteps } from "./import-steps";

/** `mapping` while the columns are looked at, also again after a check. */
export function ImportHeader({ view, mapping }: { view: ImportView; mapping?: boolean }) {
  const t = useTranslations("imports");
  const { id, version, kind, state, mode, counts, may } = view;
  const ended = state === "undone" || state === "cancelled" || state === "failed";
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: t("title"), href: "/exchange/imports" }, { label: t("one") }]}
        title={view.fileName}
        badge={<ImportStateBadge state={state} />}
        meta={[t(`kind.${kind}`), view.unitName, view.createdBy].join(" · ")}
        actions={
          <ClientMessages namespaces={["imports"]}>
            <ImportActions view={{ id, version, kind, state, mode, counts, may }} mapping={mapping} />
          </ClientMessages>
        }
      />
      {!ended && <ImportSteps state={mapping ? "mapping" : state} />}
    </>
  );
}
