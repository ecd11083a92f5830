import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ApprovalForm } from "@/components/awards/revocations/approval-form";
import { PrintButton } from "@/components/awards/revocations/print-button";
import { ClientMessages } from "@/components/shell/client-messages";
import { Button } from "@/components/ui/button";
import { requireActor } from "@/lib/auth/actor";
import { getRevocation } from "@/lib/awards/revocations/queries";
import { parseId } from "@/lib/kernel/ids";

type Props = { params: Promise<{ id: string; caseId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("revocations.print"))("title") };
}

/** The case as a paper: for signatures and seals. */
export default async function RevocationPrintPage({ params }: Props) {
  const actor = await requireActor();
  const [{ id, caseId }, t] = await Promise.all([params, getTranslations("revocations.print")]);
  const revocation = await getRevocation(actor, parseId(id) ?? 0, parseId(caseId) ?? 0);
  if (!revocation) notFound();
  return (
    <>
      <div className="mb-4 flex justify-end gap-2 print:hidden">
        <Button href={`/awards/${revocation.award.id}/revocations/${revocation.id}`}>{t("back")}</Button>
        <ClientMessages namespaces={["revocations"]}>
          <PrintButton />
        </ClientMessages>
      </div>
      <ApprovalForm revocation={revocation} />
    </>
  );
}
