import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SignInPolicyForm } from "@/components/auth/sign-in-policy-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { SimplePage } from "@/components/shell/simple-page";
import { Card } from "@/components/ui/card";
import { requireActor } from "@/lib/auth/actor";
import { canSetSignInPolicy, readSignInPolicy } from "@/lib/auth/sign-in-policy";

export async function generateMetadata() {
  return { title: (await getTranslations("auth.policy"))("title") };
}

export default async function SignInPolicyPage() {
  if (!canSetSignInPolicy(await requireActor())) notFound();
  const [t, policy] = await Promise.all([getTranslations("auth.policy"), readSignInPolicy()]);
  return (
    <SimplePage title={t("title")}>
      <ClientMessages namespaces={["auth", "users"]}>
        <Card>
          <SignInPolicyForm policy={policy} />
        </Card>
      </ClientMessages>
    </SimplePage>
  );
}
