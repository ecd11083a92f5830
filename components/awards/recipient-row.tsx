"use client";

import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { recipientRoles, type RecipientRole } from "@/lib/awards/schema";
import type { RecipientValue } from "@/lib/awards/recipients/schema";
import { useForm } from "../forms/form-context";
import { useFaultText } from "../forms/use-fault-text";
import { Badge } from "../ui/badge";
import { IconButton } from "../ui/icon-button";
import { Input } from "../ui/input";
import { Select } from "../ui/select";

type Props = {
  row: RecipientValue;
  index: number;
  count: number;
  hint?: string;
  allowed: boolean;
  onChange: (row: RecipientValue) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
};

export function RecipientRow({ row, index, count, hint, allowed, onChange, onMove, onRemove }: Props) {
  const t = useTranslations("awards");
  const { faults } = useForm();
  const say = useFaultText();
  const { name } = row;
  const keys = Object.entries(faults).flatMap(([path, found]) =>
    path === `recipients.${index}` || path.startsWith(`recipients.${index}.`) ? found : [],
  );
  const error =
    [...new Set(keys)].map((key) => say(key)).join(" ") || (allowed ? "" : t("form.kindNotAllowed"));
  const roles = recipientRoles.map((role) => ({ value: role, label: t(`role.${role}`) }));
  return (
    <li
      aria-label={t("form.recipientRow", { position: index + 1, name })}
      className="flex flex-wrap items-center gap-x-3 gap-y-2 px-3 py-2"
    >
      <span className="w-6 shrink-0 text-right text-ink-3 tabular-nums">{index + 1}</span>
      <span className="min-w-40 flex-1 basis-48">
        <span className="font-medium">{name}</span>{" "}
        {row.kind !== "employee" && <Badge>{t(`kind.${row.kind}`)}</Badge>}{" "}
        {hint && <span className="text-xs text-ink-3">{hint}</span>}
        {error && <span className="block text-xs text-danger">{error}</span>}
      </span>
      {row.kind === "employee" && (
        <span className="w-32">
          <Select
            aria-label={t("form.roleOf", { name })}
            value={row.role}
            options={roles}
            placeholder={t("form.noRole")}
            onChange={(event) => onChange({ ...row, role: event.target.value as RecipientRole | "" })}
          />
        </span>
      )}
      <span className="flex items-center gap-1.5">
        <Input
          aria-label={t("form.bonusOf", { name })}
          placeholder={t("fields.bonus")}
          inputMode="decimal"
          autoComplete="off"
          value={row.bonus}
          onChange={(event) => onChange({ ...row, bonus: event.target.value })}
          className="w-28 text-right tabular-nums"
        />
        <Input
          aria-label={t("form.shareOf", { name })}
          placeholder={`${t("fields.share")} %`}
          inputMode="decimal"
          autoComplete="off"
          value={row.share}
          onChange={(event) => onChange({ ...row, share: event.target.value })}
          className="w-20 text-right tabular-nums"
        />
      </span>
      <span className="flex shrink-0">
        <IconButton
          icon={ArrowUp}
          label={t("form.moveUp", { name })}
          disabled={index === 0}
          onClick={() => onMove(-1)}
        />
        <IconButton
          icon={ArrowDown}
          label={t("form.moveDown", { name })}
          disabled={index === count - 1}
          onClick={() => onMove(1)}
        />
        <IconButton icon={Trash2} label={t("form.remove", { name })} onClick={onRemove} />
      </span>
    </li>
  );
}
