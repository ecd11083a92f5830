import { useLocale, useTranslations } from "next-intl";
import type { Cited, RevocationNote } from "@/lib/awards/strikes/queries";
import { formatPartialDate } from "@/lib/kernel/partial-date";
import { Card } from "../../ui/card";
import { TextLink } from "../../ui/text-link";
import { titleIn } from "../named";
import { RevocationStateBadge } from "./revocation-state-badge";
import { targetIn } from "./target";

type Props = { notes: readonly RevocationNote[]; title: string; titled?: boolean };

/** Revocations of an award, or by a document (then with the titles), with what became of each. Nothing where there are none. */
export function RevocationNotes({ notes, title, titled = false }: Props) {
  const t = useTranslations("revocations");
  const locale = useLocale();
  if (notes.length === 0) return null;
  const date = (value: RevocationNote["effectiveOn"]) =>
    formatPartialDate(value, locale === "en" ? "en" : "zh-CN");

  function line(note: RevocationNote): string {
    const target = targetIn((key, values) => t(key, values), note.target);
    if (note.state === "annulled")
      return t("note.annulled", { target, from: date(note.effectiveOn), date: date(note.annulledOn!) });
    return note.state === "confirmed"
      ? t(note.target.kind === "award" ? "note.revoked" : "note.struck", {
          target,
          date: date(note.effectiveOn),
        })
      : t(`note.${note.state}`, { target });
  }

  return (
    <Card title={title} flush>
      <ul aria-label={title} className="divide-y divide-line">
        {notes.map((note) => (
          <li key={note.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
            <RevocationStateBadge state={note.state} />
            <div className="min-w-0 flex-1">
              {titled && <p className="font-medium">{titleIn(locale, note)}</p>}
              <p>{line(note)}</p>
              <p className="text-ink-2">
                {t("note.basis")}
                <Paper document={note.document} />
                {note.annulmentDocument && (
                  <>
                    {" → "}
                    <Paper document={note.annulmentDocument} />
                  </>
                )}
              </p>
            </div>
            {note.linked && (
              <TextLink href={`/awards/${note.awardId}/revocations/${note.id}`}>{t("note.open")}</TextLink>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Paper({ document: { id, label, linked } }: { document: Cited }) {
  return linked ? <TextLink href={`/documents/${id}`}>{label}</TextLink> : label;
}
