"use client";

import { FilePlus2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DocumentQuickForm } from "../documents/document-quick-form";
import { EntityPicker, type PickerItem } from "../forms/entity-picker";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";

type Props = { documents: readonly PickerItem[]; unit: PickerItem | null };

/** Documents in order. A missing one is made in a window over the form, which keeps what was typed. */
export function DocumentField({ documents, unit }: Props) {
  const t = useTranslations("awards.form");
  const [chosen, setChosen] = useState({ items: documents, turn: 0 });
  const [making, setMaking] = useState(false);

  function made(item: PickerItem) {
    setChosen(({ items, turn }) => ({
      items: [...items.filter(({ id }) => id !== item.id), item],
      turn: turn + 1,
    }));
    setMaking(false);
  }

  return (
    <div className="space-y-2">
      <EntityPicker
        key={chosen.turn}
        name="documents"
        label={t("documentPick")}
        hint={t("documentPickHint")}
        url="/documents/search"
        multiple
        defaultItems={chosen.items}
        onItems={(items) => setChosen((before) => ({ ...before, items }))}
      />
      <Dialog
        open={making}
        onOpenChange={setMaking}
        size="lg"
        title={t("newDocument")}
        trigger={<Button icon={FilePlus2}>{t("newDocument")}</Button>}
      >
        <DocumentQuickForm unit={unit} onCreated={made} />
      </Dialog>
    </div>
  );
}
