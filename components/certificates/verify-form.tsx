import { useTranslations } from "next-intl";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Search } from "lucide-react";

/** The box for a code. A form of its own, without scripts: it must work wherever somebody holds a certificate in hand. */
export function VerifyForm({ code, label }: { code?: string; label?: string }) {
  const t = useTranslations("certificates.verify");
  return (
    <form action="/verify" method="get" aria-label={label ?? t("title")} className="space-y-3">
      <Field id="code" label={t("code")} hint={t("codeHint")} required>
        <Input
          name="code"
          defaultValue={code}
          maxLength={60}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
          className="h-10 font-mono tracking-wide"
        />
      </Field>
      <Button type="submit" variant="primary" size="lg" icon={Search} className="w-full">
        {t("submit")}
      </Button>
    </form>
  );
}
