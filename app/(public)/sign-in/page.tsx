import { getTranslations } from "next-intl/server";
import { SignInForm } from "@/components/auth/sign-in-form";
import { SingleSignOn, type Way } from "@/components/auth/single-sign-on";
import type { ListParams } from "@/components/lists/href";
import { ClientMessages } from "@/components/shell/client-messages";
import { PublicFrame } from "@/components/shell/public-frame";
import { Alert } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/text-link";
import { currentActor } from "@/lib/auth/actor";
import { identityProblems } from "@/lib/auth/identities";
import { messengers } from "@/lib/auth/messengers";
import { safeNext } from "@/lib/auth/rules";
import { settings } from "@/lib/env";

export async function generateMetadata() {
  const t = await getTranslations("auth.signIn");
  return { title: t("title") };
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<ListParams> }) {
  const [t, actor, params] = await Promise.all([
    getTranslations("auth.signIn"),
    currentActor(),
    searchParams,
  ]);
  const next = safeNext(params.next);
  const { singleSignOn, wall } = settings();
  const ways: Way[] = [
    ...(singleSignOn ? [{ id: "oidc" as const, name: singleSignOn.name }] : []),
    ...messengers().map(({ id }) => ({ id, name: null })),
  ];
  // Our own words for what we know; whatever else went wrong on the way is one sentence.
  const problem =
    ways.length > 0 &&
    (identityProblems.find((known) => known === params.problem) ?? (params.error && "identityFailed"));
  return (
    <PublicFrame>
      {actor && (
        <div className="mb-4">
          <Alert tone="info">
            <p>{t("already", { name: actor.name })}</p>
            <p className="mt-1">
              <TextLink href={next}>{t("goOn")}</TextLink>
            </p>
          </Alert>
        </div>
      )}
      {problem && (
        <div className="mb-4">
          <Alert live tone="danger" title={t("failedTitle")}>
            {t(problem)}
          </Alert>
        </div>
      )}
      <ClientMessages namespaces={["auth"]}>
        <SignInForm next={next} />
        {ways.length > 0 && <SingleSignOn ways={ways} next={next} />}
      </ClientMessages>
      <p className="mt-4 flex flex-wrap gap-x-4 gap-y-1 border-t border-line pt-3 text-xs leading-5">
        {wall === "public" && <TextLink href="/wall">{t("wall")}</TextLink>}
        <TextLink href="/verify">{t("verify")}</TextLink>
      </p>
    </PublicFrame>
  );
}
