import { useTranslations } from "next-intl";
import type { AwardView } from "@/lib/awards/record/queries";
import { Alert } from "../ui/alert";
import { TextLink } from "../ui/text-link";

/** What whoever opens the award should know first: why it came back or is void, and whether it may stand here twice. */
export function AwardNotices({ award }: { award: AwardView }) {
  const t = useTranslations("awards");
  const last = award.stateChanges.at(-1);
  return (
    <>
      {(award.state === "returned" || award.state === "void") && (
        <Alert
          tone="warning"
          title={t(award.state === "returned" ? "detail.returnedTitle" : "detail.voidedTitle")}
        >
          <p className="whitespace-pre-line">{last?.reason}</p>
        </Alert>
      )}
      {award.duplicates.length > 0 && (
        <Alert tone="warning" title={t("detail.duplicateTitle")}>
          <p>{t("detail.duplicateText")}</p>
          <ul className="mt-1 list-inside list-disc">
            {award.duplicates.map(({ id, ledgerNumber, titleName, names, state }) => (
              <li key={id}>
                <TextLink href={`/awards/${id}`}>
                  {t("detail.duplicateRow", {
                    number: ledgerNumber ?? t("detail.noNumber"),
                    title: titleName,
                    names: names.join(t("list.separator")),
                    state: t(`state.${state}`),
                  })}
                </TextLink>
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </>
  );
}
