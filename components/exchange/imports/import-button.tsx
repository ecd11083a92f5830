import { Upload } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ImportKind } from "@/lib/exchange/imports/schema";
import { Button } from "../../ui/button";

/** From a list to the import of its kind. */
export function ImportButton({ kind }: { kind: ImportKind }) {
  const t = useTranslations("common");
  return (
    <Button href={`/exchange/imports/new?kind=${kind}`} icon={Upload}>
      {t("import")}
    </Button>
  );
}
