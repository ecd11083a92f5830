import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HonorTimeline } from "@/components/awards/honor-timeline";
import { RequestForm } from "@/components/awards/requests/request-form";
import { one, type ListParams } from "@/components/lists/href";
import { ClientMessages } from "@/components/shell/client-messages";
import { SimplePage } from "@/components/shell/simple-page";
import { Card } from "@/components/ui/card";
import { requireActor } from "@/lib/auth/actor";
import { getOwnHonor } from "@/lib/awards/holders/queries";
import { mayRequest } from "@/lib/awards/requests/policy";
import { parseId } from "@/lib/kernel/ids";

type Props = { searchParams: Promise<ListParams> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [params, t] = await Promise.all([searchParams, getTranslations("requests.form")]);
  return { title: t(one(params, "award") ? "correctionTitle" : "declarationTitle") };
}

/** With `?award=` a correction of an own honor, without it the declaration of one that the ledger lacks. */
export default async function NewRequestPage({ searchParams }: Props) {
  const [actor, params, t] = await Promise.all([
    requireActor(),
    searchParams,
    getTranslations("requests.form"),
  ]);
  if (!mayRequest(actor)) notFound();
  const asked = one(params, "award");
  const honor = asked === undefined ? null : await getOwnHonor(actor, parseId(asked) ?? 0);
  if (asked !== undefined && !honor) notFound();
  return (
    <SimplePage
      title={t(honor ? "correctionTitle" : "declarationTitle")}
      meta={t(honor ? "correctionHint" : "declarationHint")}
    >
      {honor && (
        <Card title={t("about")}>
          <HonorTimeline honors={[honor]} />
        </Card>
      )}
      <ClientMessages namespaces={["requests"]}>
        <RequestForm requestKey={randomUUID()} awardId={honor?.awardId} />
      </ClientMessages>
    </SimplePage>
  );
}
