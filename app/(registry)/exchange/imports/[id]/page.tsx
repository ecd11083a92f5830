import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ImportHeader } from "@/components/exchange/imports/import-header";
import { MappingStep } from "@/components/exchange/imports/mapping-step";
import { ProgressStep } from "@/components/exchange/imports/progress-step";
import { firstOutcome } from "@/components/exchange/imports/result-tabs";
import { ResultStep } from "@/components/exchange/imports/result-step";
import { one, type ListParams } from "@/components/lists/href";
import { requireActor } from "@/lib/auth/actor";
import { intakeNamespaces } from "@/lib/exchange/imports/columns";
import { fieldsInWords } from "@/lib/exchange/imports/fields";
import { guessHeaders } from "@/lib/exchange/imports/header-guesses";
import { getImport, listImportRows } from "@/lib/exchange/imports/queries";

import { isRunning, readRowFilter } from "@/lib/exchange/imports/schema";
import { parseId } from "@/lib/kernel/ids";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<ListParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("one") };
}

/** One address for all of it: what is shown is what the import waits for. */
export default async function ImportPage({ params, searchParams }: Props) {
  const [actor, { id }, query] = await Promise.all([requireActor(), params, searchParams]);
  const view = await getImport(actor, parseId(id) ?? 0);
  if (!view) notFound();
  const fields = fieldsInWords(view.kind, await getTranslations(intakeNamespaces[view.kind]));
  const mapping = view.may.map && (view.state === "mapping" || one(query, "step") === "mapping");
  if (isRunning(view.state))
    return (
      <>
        <ImportHeader view={view} />
        <ProgressStep view={view} />
      </>
    );
  if (mapping)
    return (
      <>
        <ImportHeader view={view} mapping />
        <MappingStep view={view} fields={fields} guesses={guessHeaders(view.preview ?? [], view.kind)} />
      </>
    );
  const asked = readRowFilter(query);
  const filter = { ...asked, outcome: asked.outcome ?? firstOutcome(view) };
  const [list, blocked] = await Promise.all([
    listImportRows(actor, view.id, filter),
    view.notice === "importUndoBlocked"
      ? listImportRows(actor, view.id, { blocked: true, page: 1, size: 20 })
      : null,
  ]);
  return (
    <>
      <ImportHeader view={view} />
      <ResultStep view={view} fields={fields} filter={filter} list={list} blocked={blocked} params={query} />
    </>
  );
}
