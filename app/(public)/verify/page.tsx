import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { VerifyForm } from "@/components/certificates/verify-form";
import type { ListParams } from "@/components/lists/href";
import { PublicFrame } from "@/components/shell/public-frame";
import { TextLink } from "@/components/ui/text-link";
import { formatCode, readCode } from "@/lib/certificates/rules";
import { paramsOf } from "@/lib/kernel/fields";

export async function generateMetadata() {
  return { title: (await getTranslations("certificates.verify"))("title") };
}

/** Open to everyone: whoever holds a certificate may ask whether it is true. */
export default async function VerifyPage({ searchParams }: { searchParams: Promise<ListParams> }) {
  const [t, params] = await Promise.all([getTranslations("certificates.verify"), searchParams]);
  const typed = paramsOf(params).code?.trim().slice(0, 60);
  if (typed) redirect(`/verify/${encodeURIComponent(formatCode(readCode(typed) ?? typed))}`);
  return (
    <PublicFrame>
      <div className="space-y-4">
        <h1 className="font-serif text-lg font-bold">{t("title")}</h1>
        <p className="text-ink-2">{t("text")}</p>
        <VerifyForm />
        <p className="text-xs">
          <TextLink href="/sign-in">{t("signIn")}</TextLink>
        </p>
      </div>
    </PublicFrame>
  );
}
