"use client";

import { UserPlus, UserSearch } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { dismissRecipient, resolveRecipient } from "@/lib/awards/reconcile/actions";
import type { UnresolvedRow } from "@/lib/awards/reconcile/queries";
import { employeeHint } from "@/lib/employees/rules";
import { ActionDialog } from "../../forms/action-dialog";
import { EntityPicker, type PickerItem } from "../../forms/entity-picker";
import { Button } from "../../ui/button";
import { PersonDialog } from "../lists/person-dialog";

/** Says who is meant, or lets the name go. */
export function ResolveButtons({ row, mayCreate }: { row: UnresolvedRow; mayCreate: boolean }) {
  const t = useTranslations("awards-lists.reconcile");
  const te = useTranslations("employees");
  const { id, version, name, candidates } = row;
  const items = candidates.map((one) => ({
    id: one.id,
    label: one.name,
    hint: employeeHint({ ...one, unitName: one.unit }, te) || undefined,
  }));
  const [chosen, setChosen] = useState<{ item: PickerItem | null; turn: number }>({
    item: items.find((item) => item.id === row.proposed) ?? null,
    turn: 0,
  });
  const [creating, setCreating] = useState(false);
  const take = (item: PickerItem) => setChosen(({ turn }) => ({ item, turn: turn + 1 }));
  const said = [row.unitText, row.postText].filter(Boolean).join(" · ");
  return (
    <span className="flex gap-1.5">
      <ActionDialog
        trigger={
          <Button size="sm" icon={UserSearch}>
            {t("resolve")}
          </Button>
        }
        title={t("resolveTitle", { name })}
        text={said ? t("resolveText", { said }) : t("resolveTextPlain")}
        action={resolveRecipient}
        input={{ id, version }}
        confirmLabel={t("resolve")}
        doneMessage={t("resolved")}
        size="md"
      >
        {items.length > 0 && (
          <ul aria-label={t("candidates")} className="divide-y divide-line rounded-md border border-line">
            {items.map((item) => (
              <li key={item.id} className="flex items-center gap-3 px-3 py-1.5">
                <span className="min-w-0 flex-1">
                  <span className="font-medium">{item.label}</span>{" "}
                  <span className="text-xs text-ink-3">{item.hint}</span>
                </span>
                <Button size="sm" aria-pressed={chosen.item?.id === item.id} onClick={() => take(item)}>
                  {t("take")}
                </Button>
              </li>
            ))}
          </ul>
        )}
        <EntityPicker
          key={chosen.turn}
          name="employeeId"
          label={t("employee")}
          required
          url="/employees/search"
          defaultItems={[chosen.item]}
          onItems={([item]) => setChosen((before) => ({ ...before, item: item ?? null }))}
        />
        {mayCreate && (
          <Button size="sm" icon={UserPlus} onClick={() => setCreating(true)}>
            {t("create")}
          </Button>
        )}
      </ActionDialog>
      <ActionDialog
        trigger={
          <Button size="sm" variant="ghost">
            {t("dismiss")}
          </Button>
        }
        title={t("dismissTitle", { name })}
        text={t("dismissText")}
        action={dismissRecipient}
        input={{ id, version }}
        reason={{ label: t("fields.reason"), required: true }}
        confirmLabel={t("dismiss")}
        danger
        doneMessage={t("dismissed")}
      />
      <PersonDialog
        person={creating ? { name, unit: row.unitText ?? "", post: row.postText ?? "" } : null}
        union={null}
        onClose={() => setCreating(false)}
        onCreated={({ id: made, name: label }) => {
          setCreating(false);
          take({ id: made, label });
        }}
      />
    </span>
  );
}
