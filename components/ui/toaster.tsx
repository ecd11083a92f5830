"use client";

import { CircleAlert, CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { toast, Toaster as Sonner } from "sonner";
import "sonner/dist/styles.css";

export { toast };

/** Short confirmations, which let every click through to what they lie over. What must not be missed belongs on the page, in an Alert. */
export function Toaster() {
  const t = useTranslations("common");
  return (
    <Sonner
      position="top-center"
      duration={4000}
      closeButton={false}
      className="pointer-events-none!"
      containerAriaLabel={t("status")}
      icons={{
        success: <CircleCheck aria-hidden className="size-4 text-success" />,
        error: <CircleAlert aria-hidden className="size-4 text-danger" />,
      }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "pointer-events-none! flex w-80 items-center gap-2.5 rounded-md border border-line-strong bg-surface px-4 py-3 text-sm text-ink shadow-pop",
        },
      }}
    />
  );
}
