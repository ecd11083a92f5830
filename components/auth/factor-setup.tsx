"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { enableFactor, offerFactor } from "@/lib/auth/actions";
import { ActionForm } from "../forms/action-form";
import { HiddenField } from "../forms/form-layout";
import { SubmitButton } from "../forms/submit-button";
import { TextField } from "../forms/text-field";
import { QrCode } from "./qr-code";

type Offer = { secret: string; address: string; offer: string };

/** A secret for the generator on the phone, and a code out of it as proof that it has arrived there. */
export function FactorSetup({ onCodes }: { onCodes: (codes: string[]) => void }) {
  const t = useTranslations("auth.factor");
  const [offer, setOffer] = useState<Offer | null>(null);
  if (!offer)
    return (
      <ActionForm action={() => offerFactor()} onDone={setOffer} label={t("setUp")}>
        <p className="text-ink-2">{t("why")}</p>
        <SubmitButton>{t("setUp")}</SubmitButton>
      </ActionForm>
    );
  return (
    <ActionForm
      action={enableFactor}
      onDone={({ codes }) => onCodes(codes)}
      label={t("setUp")}
      className="max-w-md"
    >
      <p>{t("scan")}</p>
      <QrCode text={offer.address} label={t("qrCode")} />
      <p className="text-ink-2">
        {t("byHand")}
        <br />
        <span className="font-mono text-base break-all select-all">
          {offer.secret.match(/.{1,4}/g)?.join(" ")}
        </span>
      </p>
      <HiddenField name="offer" value={offer.offer} />
      <TextField
        name="code"
        label={t("code")}
        hint={t("codeHint")}
        inputMode="numeric"
        autoComplete="one-time-code"
        required
      />
      <SubmitButton>{t("enable")}</SubmitButton>
    </ActionForm>
  );
}
