"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { readRecipients, recipientsText, type RecipientValue } from "@/lib/awards/recipients/schema";
import { subjectKinds, type SubjectKind } from "@/lib/awards/schema";
import { textOf } from "../forms/field-values";
import { PickerInput } from "../forms/picker-input";
import type { PickerItem } from "../forms/use-picker-search";
import { useField } from "../forms/use-field";
import { FieldNotes, Label } from "../ui/field";
import { RadioGroup } from "../ui/radio-group";
import { RecipientRow } from "./recipient-row";

type Props = {
  /** The field's text, as the server keeps it. */
  recipients: string;
  hints: Readonly<Record<string, string>>;
  /** Kinds of subjects that the title is given to; all of them as long as no title is chosen. */
  kinds?: readonly SubjectKind[];
};

/** Who is honored, in the order of the paper. Travels as one JSON text, so that a stale form can compare and restore it whole. */
export function RecipientsField({ recipients, hints, kinds = subjectKinds }: Props) {
  const t = useTranslations("awards");
  const pickerId = useId();
  const [rows, setRows] = useState(() => readRecipients(recipients));
  const [known, setKnown] = useState(hints);
  const [wanted, setWanted] = useState<SubjectKind>(kinds[0] ?? "employee");
  const [said, setSaid] = useState("");
  const label = t("form.recipients");
  const { id, error, form } = useField("recipients", label, {
    set: (value) => setRows(readRecipients(textOf(value))),
    show: (value) => readRecipients(textOf(value)).map(describe).join("\n"),
  });
  const kind = kinds.includes(wanted) ? wanted : (kinds[0] ?? "employee");

  function change(next: RecipientValue[], words: string) {
    setRows(next);
    setSaid(words);
    form.touch("recipients");
  }

  function add(item: PickerItem) {
    if (rows.some((row) => row.kind === kind && row.id === item.id))
      return setSaid(t("form.alreadyThere", { name: item.label }));
    if (item.hint) setKnown({ ...known, [keyOf({ kind, id: item.id })]: item.hint });
    change(
      [...rows, { kind, id: item.id, name: item.label, role: "", share: "", bonus: "" }],
      t("form.added", { name: item.label, position: rows.length + 1 }),
    );
  }

  function move(index: number, by: 1 | -1) {
    const next = [...rows];
    const [taken] = next.splice(index, 1);
    next.splice(index + by, 0, taken!);
    change(next, t("form.moved", { name: taken!.name, position: index + by + 1 }));
  }

  function describe({ name, role, share, bonus }: RecipientValue): string {
    return [name, role && t(`role.${role}`), share && `${share}%`, bonus && `¥${bonus}`]
      .filter(Boolean)
      .join(" ");
  }

  return (
    <div id={id} tabIndex={-1} role="group" aria-label={label} className="space-y-3">
      <input type="hidden" name="recipients" value={recipientsText(rows)} data-initial={recipients} />
      <FieldNotes id={id} error={error} />
      {rows.length === 0 ? (
        <p className="rounded-md border border-dashed border-line-strong px-4 py-5 text-center text-ink-3">
          {t("form.noRecipients")}
        </p>
      ) : (
        <ol className="divide-y divide-line rounded-md border border-line">
          {rows.map((row, index) => (
            <RecipientRow
              key={keyOf(row)}
              row={row}
              index={index}
              count={rows.length}
              hint={known[keyOf(row)]}
              allowed={kinds.includes(row.kind)}
              onChange={(changed) =>
                change(
                  rows.map((one, at) => (at === index ? changed : one)),
                  "",
                )
              }
              onMove={(by) => move(index, by)}
              onRemove={() =>
                change(
                  rows.filter((one) => one !== row),
                  t("form.removed", { name: row.name }),
                )
              }
            />
          ))}
        </ol>
      )}
      <div className="space-y-2 rounded-md bg-sunken p-3">
        {kinds.length > 1 && (
          <RadioGroup
            key={kinds.join()}
            name={`${pickerId}-kind`}
            legend={t("form.addKind")}
            defaultValue={kind}
            options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
            onValue={(value) => setWanted(value as SubjectKind)}
          />
        )}
        <Label htmlFor={pickerId}>{t("form.addRecipient", { kind: t(`kind.${kind}`) })}</Label>
        <PickerInput
          key={kind}
          id={pickerId}
          url={searchUrls[kind]}
          chosen={rows.filter((row) => row.kind === kind).map((row) => ({ id: row.id, label: row.name }))}
          keepOpen={false}
          placeholder={t("form.addRecipient", { kind: t(`kind.${kind}`) })}
          onChoose={add}
        />
      </div>
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  );
}

const searchUrls: Record<SubjectKind, string> = {
  employee: "/employees/search",
  team: "/teams/search",
  studio: "/studios/search",
  organization: "/organizations/search",
  achievement: "/achievements/search",
};

function keyOf({ kind, id }: { kind: SubjectKind; id: number }): string {
  return `${kind}:${id}`;
}
