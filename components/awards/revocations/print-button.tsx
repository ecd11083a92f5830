"use client";

import { Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../../ui/button";

export function PrintButton() {
  const t = useTranslations("revocations.print");
  return (
    <Button variant="primary" icon={Printer} onClick={() => window.print()}>
      {t("button")}
    </Button>
  );
}
