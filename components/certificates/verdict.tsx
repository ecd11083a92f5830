import { BadgeCheck, CircleHelp, CircleX, Hourglass, TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { formatInstant } from "@/lib/i18n/format";
import { formatPartialDate, type PartialDate } from "@/lib/kernel/partial-date";
import type { Verdict as Word, Verified } from "@/lib/certificates/verification/schema";
import { cn } from "../ui/cn";
import { DescriptionList } from "../ui/description-list";
import { toneTint, type Tone } from "../ui/tone";

const looks: Record<Word | "unknown" | "wait", { tone: Tone; icon: typeof BadgeCheck }> = {
  valid: { tone: "success", icon: BadgeCheck },
  expired: { tone: "warning", icon: Hourglass },
  revoked: { tone: "danger", icon: CircleX },
  lost: { tone: "warning", icon: TriangleAlert },
  returned: { tone: "neutral", icon: TriangleAlert },
  void: { tone: "danger", icon: CircleX },
  unknown: { tone: "neutral", icon: CircleHelp },
  wait: { tone: "warning", icon: Hourglass },
};

/** The answer in one big word, what it means, and what the ledger says of the honor at this moment. */
export function Verdict({ found, asked }: { found: Verified; asked: Date }) {
  const t = useTranslations("certificates");
  const locale = useLocale();
  const en = locale === "en";
  const day = (date: PartialDate) => formatPartialDate(date, en ? "en" : "zh-CN");
  const { verdict, since, validTo, replacement } = found;
  const on = verdict === "expired" ? validTo : verdict === "valid" ? null : since;
  const about =
    on && verdict !== "valid"
      ? t(`verify.about.${verdict}On`, { date: day(on) })
      : t(`verify.about.${verdict}`);
  const replaced =
    replacement &&
    (verdict === "lost" || verdict === "void") &&
    (replacement.number ? t("verify.replacedBy", { number: replacement.number }) : t("verify.replaced"));
  const bodies = en ? found.bodies.en : found.bodies.zh;
  const items = [
    { term: t("fields.kind"), value: t(`kind.${found.kind}`) },
    { term: t("fields.number"), value: found.number },
    { term: t("verify.holder"), value: found.holder },
    { term: t("verify.honor"), value: (en && found.title.en) || found.title.zh },
    {
      term: t("verify.prizeLevel"),
      value: found.prizeLevel && (en ? found.prizeLevel.en : found.prizeLevel.zh),
    },
    { term: t("verify.bodies"), value: bodies.join(en ? ", " : "、") },
    { term: t("verify.awardDate"), value: day(found.awardDate) },
    { term: t("fields.issuedOn"), value: found.issuedOn && day(found.issuedOn) },
    { term: t("verify.validTo"), value: validTo && day(validTo) },
    { term: t("verify.basis"), value: verdict === "revoked" && found.documentNumber },
    { term: t("verify.asked"), value: formatInstant(asked, locale) },
  ].filter(({ value }) => Boolean(value));
  return (
    <>
      <Word verdict={verdict} text={[about, replaced].filter(Boolean).join("")} />
      <DescriptionList items={items} columns={1} />
    </>
  );
}

/** Nothing has the code, or too many were tried: the same whatever was asked. */
export function NoVerdict({ minutes }: { minutes: number | null }) {
  const t = useTranslations("certificates.verify.about");
  return minutes === null ? (
    <Word verdict="unknown" text={t("unknown")} />
  ) : (
    <Word verdict="wait" text={t("wait", { minutes })} />
  );
}

function Word({ verdict, text }: { verdict: keyof typeof looks; text: string }) {
  const t = useTranslations("certificates.verify.verdict");
  const { tone, icon: Icon } = looks[verdict];
  return (
    <div className={cn("flex items-center gap-4 rounded-md border px-4 py-4", toneTint[tone])}>
      <Icon aria-hidden className="size-10 shrink-0" />
      <div className="min-w-0">
        <p className="font-serif text-3xl leading-10 font-bold">{t(verdict)}</p>
        <p className="text-ink">{text}</p>
      </div>
    </div>
  );
}
