"use client";

import { LogIn } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, useSyncExternalStore } from "react";
import { Button } from "../ui/button";
import { toast } from "../ui/toaster";
import { requestIssuer } from "./request-sign-in";

/** Ways to come in without a password of the registry's own: the enterprise's own sign-in, its messengers. */
export type Way = { id: "oidc" | "wecom" | "dingtalk"; name: string | null };

export function SingleSignOn({ ways, next }: { ways: readonly Way[]; next: string }) {
  const t = useTranslations("auth.signIn");
  const [pending, setPending] = useState<Way["id"] | null>(null);
  const ready = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );

  async function go(id: Way["id"]) {
    setPending(id);
    const address = await requestIssuer(id, next);
    if (address) return window.location.assign(address);
    setPending(null);
    toast.error(t("unavailable"));
  }

  function label({ id, name }: Way) {
    if (id !== "oidc") return t(id);
    return name ? t("issuerNamed", { name }) : t("issuer");
  }

  return (
    <div className="mt-4 space-y-2 border-t border-line pt-4">
      {ways.map((way) => (
        <Button
          key={way.id}
          icon={LogIn}
          size="lg"
          className="w-full"
          disabled={!ready || (pending !== null && pending !== way.id)}
          pending={pending === way.id}
          onClick={() => go(way.id)}
        >
          {label(way)}
        </Button>
      ))}
    </div>
  );
}
