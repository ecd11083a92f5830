import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ImportSteps } from "@/components/exchange/imports/import-steps";
import { UploadForm } from "@/components/exchange/imports/upload-form";
import { one, type ListParams } from "@/components/lists/href";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import type { Actor } from "@/lib/auth/roles";
import { requireActor } from "@/lib/auth/actor";
import { intakeNamespaces } from "@/lib/exchange/imports/columns";
import { fieldsInWords } from "@/lib/exchange/imports/fields";
import { importableKinds } from "@/lib/exchange/imports/policy";
import { listImportUnits } from "@/lib/exchange/imports/queries";
import type { ImportKind } from "@/lib/exchange/imports/schema";
import { maxDataRows, maxSheetBytes } from "@/lib/exchange/sheets/limits";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("newTitle") };
}

/** ?kind= comes from the list of that kind. */
export default async function NewImportPage({ searchParams }: { searchParams: Promise<ListParams> }) {
  const [actor, params, t] = await Promise.all([requireActor(), searchParams, getTranslations("imports")]);
  const kinds = importableKinds(actor);
  const first = kinds.find((kind) => kind === one(params, "kind")) ?? kinds.at(-1);
  if (!first) notFound();
  const choices = await Promise.all(kinds.toReversed().map((kind) => choiceOf(actor, kind)));
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: t("title"), href: "/exchange/imports" }, { label: t("new") }]}
        title={t("newTitle")}
      />
      <ImportSteps state={null} />
      <ClientMessages namespaces={["imports"]}>
        <UploadForm choices={choices} kind={first} maxBytes={maxSheetBytes} maxRows={maxDataRows} />
      </ClientMessages>
    </>
  );
}

async function choiceOf(actor: Actor, kind: ImportKind) {
  const [units, words] = await Promise.all([
    listImportUnits(actor, kind),
    getTranslations(intakeNamespaces[kind]),
  ]);
  const needs = fieldsInWords(kind, words)
    .filter(({ required }) => required)
    .map(({ label }) => label);
  return { kind, units, needs };
}
