import { useTranslations } from "next-intl";
import { Card } from "../../ui/card";
import { TextLink } from "../../ui/text-link";

/** Which workbook a record came from, and where in it; nothing for what was entered by hand. */
export function ImportOrigin({
  origin,
}: {
  origin: { id: number; fileName: string; sheetRow: number } | null;
}) {
  const t = useTranslations("imports.origin");
  if (!origin) return null;
  const { id, fileName, sheetRow } = origin;
  return (
    <Card title={t("title")}>
      <TextLink href={`/exchange/imports/${id}`}>{t("batch", { id })}</TextLink>
      <p className="mt-1 break-words text-ink-2">{t("place", { file: fileName, row: sheetRow })}</p>
    </Card>
  );
}
