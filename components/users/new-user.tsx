"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { NewAccount } from "@/lib/users/schema";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { InitialPassword } from "./initial-password";
import { UserForm } from "./user-form";

/** The form, and after it the password, which is shown this once. */
export function NewUser() {
  const t = useTranslations("users.initial");
  const [made, setMade] = useState<NewAccount | null>(null);
  if (!made) return <UserForm onMade={setMade} />;
  return (
    <Card className="max-w-2xl">
      <InitialPassword account={made} title={t("created")} />
      <div className="mt-4 flex flex-wrap gap-2">
        <Button href={`/settings/users/${made.id}`} variant="primary">
          {t("toUser")}
        </Button>
        <Button onClick={() => setMade(null)}>{t("another")}</Button>
      </div>
    </Card>
  );
}
