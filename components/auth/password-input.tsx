"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, type ComponentProps, type KeyboardEvent } from "react";
import { cn } from "../ui/cn";
import { Input } from "../ui/input";

/** A password that can be shown while it is typed, and says when Caps Lock is on. */
export function PasswordInput({ className, ...props }: ComponentProps<"input">) {
  const t = useTranslations("auth.signIn");
  const [shown, setShown] = useState(false);
  const [capital, setCapital] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  const look = (event: KeyboardEvent) => setCapital(event.getModifierState("CapsLock"));
  return (
    <span className="block">
      <span className="relative block">
        <Input
          {...props}
          type={shown ? "text" : "password"}
          spellCheck={false}
          onKeyDown={look}
          onKeyUp={look}
          className={cn("pr-10", className)}
        />
        <button
          type="button"
          aria-label={shown ? t("hide") : t("show")}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
          className="absolute inset-y-0 right-0 grid w-10 place-items-center rounded-sm text-ink-3 hover:text-ink"
        >
          <Icon aria-hidden className="size-4" />
        </button>
      </span>
      <span role="status" className="block text-xs text-warning">
        {capital ? t("capsLock") : ""}
      </span>
    </span>
  );
}
