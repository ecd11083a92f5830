import { FileX } from "lucide-react";
import { useTranslations } from "next-intl";
import type { SheetField } from "@/lib/exchange/imports/fields";
import type { HeaderGuesses } from "@/lib/exchange/imports/header-guesses";
import type { ImportView } from "@/lib/exchange/imports/queries";
import { ClientMessages } from "../../shell/client-messages";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { EmptyState } from "../../ui/empty-state";
import { ImportFailure } from "./import-failure";
import { MappingForm } from "./mapping-form";

type Props = { view: ImportView; fields: readonly SheetField[]; guesses: HeaderGuesses };

export function MappingStep({ view, fields, guesses }: Props) {
  const t = useTranslations("imports");
  const { id, version, kind, mode, options, preview, sheet, headerRow, headings, mapping, state } = view;
  if (!preview?.some(({ rows }) => rows.length > 0))
    return (
      <Card flush>
        <EmptyState
          icon={FileX}
          title={t("mapping.nothing")}
          text={t("mapping.nothingText")}
          action={<Button href={`/exchange/imports/new?kind=${kind}`}>{t("actions.again")}</Button>}
        />
      </Card>
    );
  return (
    <div className="space-y-4">
      {view.failure && <ImportFailure view={view} />}
      <ClientMessages namespaces={["imports"]}>
        <MappingForm
          batch={{ id, version, kind, mode, options, preview, sheet, headerRow, headings, mapping }}
          fields={fields}
          guesses={guesses}
          cancelHref={state === "mapping" ? undefined : `/exchange/imports/${id}`}
        />
      </ClientMessages>
    </div>
  );
}
