"use client";

import { useTranslations } from "next-intl";
import { FormGrid } from "@/components/forms/form-layout";
import { MoneyField } from "@/components/forms/money-field";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";
import type { AchievementForm as Values } from "@/lib/achievements/queries";
import { benefitKinds, textMax } from "@/lib/achievements/schema";

export function BenefitFields({ of }: { of?: Values }) {
  const t = useTranslations("achievements");
  const tc = useTranslations("common");
  return (
    <FormGrid>
      <MoneyField
        name="economicBenefit"
        label={t("benefitLabel")}
        unit={tc("tenThousandYuan")}
        defaultValue={of?.economicBenefit}
      />
      <TextField
        name="benefitYear"
        label={t("fields.benefitYear")}
        inputMode="numeric"
        defaultValue={of?.benefitYear}
      />
      <SelectField
        name="benefitKind"
        label={t("fields.benefitKind")}
        placeholder={tc("none")}
        options={benefitKinds.map((value) => ({ value, label: t(`benefitKind.${value}`) }))}
        defaultValue={of?.benefitKind}
      />
      <TextField
        name="benefitCertifiedBy"
        label={t("fields.benefitCertifiedBy")}
        defaultValue={of?.benefitCertifiedBy}
      />
      <TextareaField
        name="socialBenefit"
        label={t("fields.socialBenefit")}
        maxLength={textMax}
        rows={3}
        defaultValue={of?.socialBenefit}
        span="full"
      />
    </FormGrid>
  );
}
