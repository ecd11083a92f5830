import { useTranslations } from "next-intl";
import { FaultPage } from "@/components/shell/fault-page";
import { Button } from "@/components/ui/button";

export default function NotFound() {
  const t = useTranslations("shell.notFound");
  return (
    <FaultPage
      title={t("title")}
      actions={
        <Button href="/" variant="primary">
          {t("home")}
        </Button>
      }
    >
      <p>{t("text")}</p>
    </FaultPage>
  );
}
