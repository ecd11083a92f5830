"use client";

import { useTranslations } from "next-intl";
import { useRef, useState, useSyncExternalStore, type ReactNode } from "react";
import type { LucideIcon } from "lucide-react";
import { Button } from "../ui/button";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { useForm } from "./form-context";

type Props = {
  children: ReactNode;
  name?: string;
  value?: string;
  variant?: "primary" | "secondary" | "ghost" | "danger";
  size?: "sm" | "md" | "lg";
  icon?: LucideIcon;
  disabled?: boolean;
  className?: string;
  confirm?: { title: string; text?: string };
};

/** Sends the form around it. It stays disabled until the page can handle it: an early click must not post by itself. */
export function SubmitButton({
  children,
  name,
  value,
  variant = "primary",
  size,
  icon,
  disabled,
  className,
  confirm,
}: Props) {
  const t = useTranslations("common");
  const { pending } = useForm();
  const ready = useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  );
  const [asking, setAsking] = useState(false);
  const [pressed, setPressed] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const agreed = useRef(false);

  return (
    <>
      <Button
        ref={button}
        type="submit"
        name={name}
        value={value}
        variant={variant}
        size={size}
        icon={icon}
        className={className}
        disabled={disabled || !ready || pending}
        pending={pending && pressed}
        onClick={(event) => {
          setPressed(true);
          if (!confirm || agreed.current) return;
          event.preventDefault();
          setAsking(true);
        }}
      >
        {children}
      </Button>
      {confirm && (
        <ConfirmDialog
          open={asking}
          onOpenChange={setAsking}
          title={confirm.title}
          text={confirm.text}
          confirmLabel={t("confirm")}
          onConfirm={() => {
            agreed.current = true;
            button.current?.click();
            agreed.current = false;
          }}
        />
      )}
    </>
  );
}

function subscribe() {
  return () => {};
}
