"use client";

import { Copy, Link2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "../ui/icon-button";
import { toast } from "../ui/toaster";

/** Copies the code, or the address at which anyone verifies it. */
export function CopyButton({ code, address = false }: { code: string; address?: boolean }) {
  const t = useTranslations("certificates");

  async function copy() {
    const text = address ? new URL(`/verify/${code}`, window.location.href).href : code;
    // Browsers give the clipboard to https alone; code and address can be selected in any case.
    await navigator.clipboard?.writeText(text);
    if (navigator.clipboard) toast.success(t("copied"));
    else toast.error(t("notCopied"));
  }

  return (
    <IconButton
      icon={address ? Link2 : Copy}
      label={address ? t("copyAddress", { code }) : t("copyCode", { code })}
      onClick={copy}
    />
  );
}
