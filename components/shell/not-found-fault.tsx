"use client";

import { useTranslations } from "next-intl";
import { Link } from "../ui/link";
import { FaultPage } from "./fault-page";

/** Of the browser's side: every page carries what it would say if it were not found, which is one name in this way. */
export function NotFoundFault() {
  const t = useTranslations("shell.notFound");
  return (
    <FaultPage
      title={t("title")}
      actions={
        <Link href="/" className="btn btn-md btn-primary">
          {t("home")}
        </Link>
      }
    >
      <p>{t("text")}</p>
    </FaultPage>
  );
}
