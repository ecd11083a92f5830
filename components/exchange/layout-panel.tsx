"use client";

import { useTranslations } from "next-intl";
import { deleteLayout, saveLayout } from "@/lib/exchange/exports/actions";
import { layoutNameMax, type Layout } from "@/lib/exchange/exports/schema";
import { ActionDialog } from "../forms/action-dialog";
import { ActionForm } from "../forms/action-form";
import { SubmitButton } from "../forms/submit-button";
import { TextField } from "../forms/text-field";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { toast } from "../ui/toaster";
import type { Choice } from "./export-workbench";

type Props = { layouts: readonly Layout[]; choice: Choice; onApply: (layout: Layout) => void };

/** The actor's saved layouts: put one into the form, save the form's choice over it or under a new name, remove it. */
export function LayoutPanel({ layouts, choice, onApply }: Props) {
  const t = useTranslations("exports");

  function apply(layout: Layout) {
    onApply(layout);
    toast.success(t("layouts.applied", { name: layout.name }));
  }

  return (
    <Card title={t("layouts.title")}>
      <p className="mb-3 text-xs text-ink-3">{t("layouts.hint")}</p>
      {layouts.length === 0 ? (
        <p className="mb-4 text-ink-2">{t("layouts.none")}</p>
      ) : (
        <ul className="mb-4 divide-y divide-line border-y border-line">
          {layouts.map((layout) => (
            <LayoutRow key={layout.id} layout={layout} choice={choice} onApply={() => apply(layout)} />
          ))}
        </ul>
      )}
      <ActionForm
        action={(fields) => saveLayout({ ...(fields as object), ...choice })}
        doneMessage={t("layouts.saved")}
        resetOnDone
        label={t("layouts.save")}
      >
        <TextField
          name="name"
          label={t("layouts.name")}
          maxLength={layoutNameMax}
          autoComplete="off"
          required
        />
        <SubmitButton variant="secondary">{t("layouts.save")}</SubmitButton>
      </ActionForm>
    </Card>
  );
}

function LayoutRow({ layout, choice, onApply }: { layout: Layout; choice: Choice; onApply: () => void }) {
  const t = useTranslations("exports");
  const { id, name, rowPer, format, columns } = layout;
  const labelled = (action: "apply" | "replace" | "remove") => ({
    "aria-label": t("layouts.actionOf", { action: t(`layouts.${action}`), name }),
    children: t(`layouts.${action}`),
  });
  return (
    <li className="py-2">
      <p className="font-medium break-words">{name}</p>
      <p className="text-xs text-ink-3">
        {t("layouts.meta", {
          rows: t(`rowPer.${rowPer}`),
          format: t(`format.${format}`),
          count: columns.length,
        })}
      </p>
      <div className="mt-1.5 flex gap-1.5">
        <Button size="sm" onClick={onApply} {...labelled("apply")} />
        <ActionDialog
          trigger={<Button size="sm" variant="ghost" {...labelled("replace")} />}
          title={t("layouts.replaceTitle", { name })}
          action={saveLayout}
          input={{ id, name, ...choice }}
          confirmLabel={t("layouts.replace")}
          doneMessage={t("layouts.replaced")}
        />
        <ActionDialog
          trigger={<Button size="sm" variant="ghost" {...labelled("remove")} />}
          title={t("layouts.removeTitle", { name })}
          text={t("layouts.removeText")}
          action={deleteLayout}
          input={{ id }}
          confirmLabel={t("layouts.remove")}
          doneMessage={t("layouts.removed")}
          danger
        />
      </div>
    </li>
  );
}
