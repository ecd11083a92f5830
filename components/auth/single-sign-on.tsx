"use client";

import { LogIn } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, useSyncExternalStore } from "react";
import { Button } from "../ui/button";
import { toast } from "../ui/toaster";
import { requestIssuer } from "./request-sign-in";

/** The way over the enterprise's own sign-in, beside the password. */
export function SingleSignOn({ name, next }: { name: string | null; next: string }) {
  const t = useTranslations("auth.signIn");
  const [pending, setPending] = useState(false);
  const ready = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );

  async function go() {
    setPending(true);
    const address = await requestIssuer(next);
    if (address) return window.location.assign(address);
    setPending(false);
    toast.error(t("unavailable"));
  }

  return (
    <div className="mt-4 border-t border-line pt-4">
      <Button icon={LogIn} size="lg" className="w-full" disabled={!ready} pending={pending} onClick={go}>
        {name ? t("issuerNamed", { name }) : t("issuer")}
      </Button>
    </div>
  );
}
