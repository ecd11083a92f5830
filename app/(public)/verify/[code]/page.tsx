import { getTranslations } from "next-intl/server";
import { NoVerdict, Verdict } from "@/components/certificates/verdict";
import { VerifyForm } from "@/components/certificates/verify-form";
import { PublicFrame } from "@/components/shell/public-frame";
import { clientAddress, tellWait } from "@/lib/auth/actor";
import { verifyCertificate } from "@/lib/certificates/verification/queries";

export async function generateMetadata() {
  return { title: (await getTranslations("certificates.verify"))("result") };
}

/** What the ledger says of a certificate at this moment, to anyone who has its code. */
export default async function VerdictPage({ params }: { params: Promise<{ code: string }> }) {
  const [t, { code }] = await Promise.all([getTranslations("certificates.verify"), params]);
  const answer = await verifyCertificate(await clientAddress(), decoded(code));
  if (!answer.ok) await tellWait(Number(answer.fault.detail?.seconds));
  const minutes = answer.ok ? null : Number(answer.fault.detail?.minutes);
  return (
    <PublicFrame>
      <div className="space-y-4">
        <h1 className="font-serif text-lg font-bold">{t("result")}</h1>
        {answer.ok && answer.value ? (
          <Verdict found={answer.value} asked={new Date()} />
        ) : (
          <NoVerdict minutes={minutes} />
        )}
        <div className="border-t border-line pt-4">
          <VerifyForm label={t("again")} />
        </div>
      </div>
    </PublicFrame>
  );
}

/** A code as it was typed into the address; one that cannot be read is one that nothing has. */
function decoded(code: string): string {
  try {
    return decodeURIComponent(code);
  } catch {
    return "";
  }
}
