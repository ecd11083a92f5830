import { useTranslations } from "next-intl";
import { Card } from "../ui/card";
import { Link } from "../ui/link";
import { TextLink } from "../ui/text-link";

export type Result = { id: number; href: string; label: string; hint: string };

/** What was found of one kind, each line a link; more of it is in the kind's own list. */
export function ResultGroup({ title, rows, more }: { title: string; rows: Result[]; more: string | null }) {
  const t = useTranslations("search");
  return (
    <section aria-label={title}>
      <Card
        title={title}
        flush
        actions={more && <TextLink href={more}>{t("more", { group: title })}</TextLink>}
      >
        <ul className="divide-y divide-line">
          {rows.map(({ id, href, label, hint }) => (
            <li key={id}>
              <Link href={href} className="block px-4 py-2 hover:bg-sunken focus-visible:-outline-offset-2">
                <span className="font-medium break-words">{label}</span>
                {hint && <span className="block text-xs leading-5 break-words text-ink-2">{hint}</span>}
              </Link>
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}
