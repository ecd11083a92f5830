"use client";

import { FilePlus2 } from "lucide-react";
import { useState } from "react";
import { DocumentQuickForm } from "../../documents/document-quick-form";
import { EntityPicker, type PickerItem } from "../../forms/entity-picker";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";

type Props = { label: string; hint: string; newLabel: string; unit: PickerItem | null };

/** The document that decides. A missing one is made in a window over the form, which keeps what was typed. */
export function DecisionField({ label, hint, newLabel, unit }: Props) {
  const [chosen, setChosen] = useState<{ item: PickerItem | null; turn: number }>({ item: null, turn: 0 });
  const [making, setMaking] = useState(false);

  function made(item: PickerItem) {
    setChosen(({ turn }) => ({ item, turn: turn + 1 }));
    setMaking(false);
  }

  return (
    <div className="space-y-2">
      <EntityPicker
        key={chosen.turn}
        name="documentId"
        label={label}
        hint={hint}
        required
        url="/documents/search"
        defaultItems={[chosen.item]}
      />
      <Dialog
        open={making}
        onOpenChange={setMaking}
        size="lg"
        title={newLabel}
        trigger={<Button icon={FilePlus2}>{newLabel}</Button>}
      >
        <DocumentQuickForm unit={unit} kind="revocation" onCreated={made} />
      </Dialog>
    </div>
  );
}
