import { useLocale, useTranslations } from "next-intl";
import type { RecipientView } from "@/lib/awards/record/queries";
import { subjectPath } from "@/lib/awards/rules";
import { formatMoney } from "@/lib/i18n/format";
import { DataTable } from "../lists/data-table";
import type { Column } from "../lists/columns";
import { Badge } from "../ui/badge";
import { Card } from "../ui/card";
import { TextLink } from "../ui/text-link";

/** Who was honored, as they stood at the time, with the people behind a team, studio or achievement. */
export function RecipientTable({ recipients }: { recipients: readonly RecipientView[] }) {
  const t = useTranslations("awards");
  const locale = useLocale();
  const has = (key: "bonus" | "share" | "post") => recipients.some((one) => one[key] !== null);
  const columns: Column<RecipientView>[] = [
    {
      key: "order",
      header: t("fields.order"),
      cell: (one) => one.position,
      align: "center",
      width: "xs",
      href: false,
    },
    {
      key: "name",
      header: t("fields.name"),
      cell: (one) => (
        <>
          {one.linked ? (
            <TextLink href={`${subjectPath[one.kind]}/${one.subjectId}`}>{one.name}</TextLink>
          ) : (
            one.name
          )}
          {one.kind !== "employee" && (
            <span className="ml-2">
              <Badge>{t(`kind.${one.kind}`)}</Badge>
            </span>
          )}
          {one.struck && (
            <span className="ml-2">
              <Badge tone="danger">{t("struck.badge")}</Badge>
            </span>
          )}
        </>
      ),
    },
    { key: "role", header: t("fields.role"), cell: (one) => one.role && t(`role.${one.role}`), nowrap: true },
    { key: "unit", header: t("fields.unitThen"), cell: (one) => one.unitName },
    ...(has("post")
      ? [{ key: "post", header: t("fields.postThen"), cell: (one: RecipientView) => one.post }]
      : []),
    ...(has("share")
      ? [
          {
            key: "share",
            header: t("fields.share"),
            cell: (one: RecipientView) => one.share && `${Number(one.share)}%`,
            align: "end" as const,
          },
        ]
      : []),
    ...(has("bonus")
      ? [
          {
            key: "bonus",
            header: t("fields.bonus"),
            cell: (one: RecipientView) => one.bonus && formatMoney(one.bonus, locale),
            align: "end" as const,
          },
        ]
      : []),
  ];
  const groups = recipients.filter(({ members }) => members.length > 0);
  return (
    <Card
      title={t("detail.recipients")}
      hint={t("detail.recipientCount", { count: recipients.length })}
      flush
    >
      <DataTable
        caption={t("detail.recipients")}
        columns={columns}
        rows={recipients}
        rowKey={(one) => one.id}
        empty={<p className="px-4 py-6 text-center text-ink-3">{t("form.noRecipients")}</p>}
      />
      {groups.map((group) => (
        <p key={group.id} className="border-t border-line px-4 py-3">
          <span className="font-medium">{t("detail.members", { name: group.name })}</span>{" "}
          <span className="text-ink-2">
            {t("detail.memberList", {
              count: group.members.length,
              names: group.members
                .map(({ name, struck }) => (struck ? t("struck.name", { name }) : name))
                .join(t("list.separator")),
            })}
          </span>
        </p>
      ))}
    </Card>
  );
}
