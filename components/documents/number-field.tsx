"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { DocumentRef, NumberHolder } from "@/lib/documents/queries";
import { TextField } from "../forms/text-field";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";

type Props = { defaultValue?: string; except?: number; onUse?: (document: DocumentRef) => void };

/** The 文号, looked up as it is typed: in whatever brackets, the same paper is recorded once. */
export function NumberField({ defaultValue = "", except, onUse }: Props) {
  const t = useTranslations("documents");
  const [number, setNumber] = useState(defaultValue);
  const holder = useHolder(number, defaultValue, except);
  return (
    <div className="min-w-0 space-y-2">
      <TextField
        name="number"
        label={t("number")}
        hint={t("numberHint")}
        defaultValue={defaultValue}
        onInput={(event) => setNumber(event.currentTarget.value)}
      />
      <div aria-live="polite">
        {holder?.taken && (
          <Alert tone="warning">
            <p>
              {holder.document
                ? t("duplicate", { document: holder.document.title })
                : t("duplicateElsewhere")}
            </p>
            {holder.document && <Choice document={holder.document} onUse={onUse} />}
          </Alert>
        )}
      </div>
    </div>
  );
}

function Choice({ document, onUse }: { document: DocumentRef; onUse?: (document: DocumentRef) => void }) {
  const t = useTranslations("documents");
  return (
    <div className="mt-2 flex flex-wrap gap-2">
      {onUse && (
        <Button size="sm" variant="primary" onClick={() => onUse(document)}>
          {t("duplicateUse")}
        </Button>
      )}
      <Button size="sm" href={`/documents/${document.id}`} target="_blank">
        {t("duplicateOpen")}
      </Button>
    </div>
  );
}

function useHolder(number: string, own: string, except?: number): NumberHolder | null {
  const [answer, setAnswer] = useState<{ number: string; holder: NumberHolder } | null>(null);
  const asked = number.trim();
  useEffect(() => {
    if (asked === "" || asked === own) return;
    const abort = new AbortController();
    const ask = async () => {
      const query = new URLSearchParams({ number: asked, ...(except && { except: String(except) }) });
      try {
        const response = await fetch(`/documents/number?${query}`, { signal: abort.signal });
        if (response.ok) setAnswer({ number: asked, holder: (await response.json()) as NumberHolder });
      } catch {
        // A hint only: saving looks again.
      }
    };
    const wait = setTimeout(() => void ask(), 350);
    return () => {
      clearTimeout(wait);
      abort.abort();
    };
  }, [asked, own, except]);
  return answer?.number === asked ? answer.holder : null;
}
