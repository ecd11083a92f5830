"use client";

import { useTranslations } from "next-intl";
import { useDeferredValue, useId, useMemo, useState, type KeyboardEvent } from "react";
import type { Named } from "@/lib/awards/queries";
import { proposeGroups, type Proposal } from "@/lib/awards/lists/rules";
import type { TitleChoice } from "@/lib/awards/lists/schema";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Label } from "../../ui/field";
import { Proposals } from "./proposals";

type Props = {
  open: boolean;
  text: string;
  titles: readonly TitleChoice[];
  prizes: readonly Named[];
  context: string;
  onText: (text: string) => void;
  onClose: () => void;
  onAdopt: (groups: Proposal[]) => void;
};

/** Takes the words of a notice and shows what they are read as, before any of it comes into the list. */
export function TextDialog({ open, onClose, ...props }: Props) {
  const t = useTranslations("awards-lists.text");
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={t("title")}
      description={t("hint")}
      size="lg"
    >
      <TextForm {...props} onClose={onClose} />
    </Dialog>
  );
}

function TextForm({ text, titles, prizes, context, onText, onClose, onAdopt }: Omit<Props, "open">) {
  const t = useTranslations("awards-lists.text");
  const tc = useTranslations("common");
  const id = useId();
  const read = useDeferredValue(text);
  const [empty, setEmpty] = useState(false);
  const { groups, unread } = useMemo(
    () => proposeGroups(read, titles, prizes, context),
    [read, titles, prizes, context],
  );
  const rows = groups.reduce((count, group) => count + group.rows.length, 0);

  function adopt() {
    const now = proposeGroups(text, titles, prizes, context).groups;
    if (now.length === 0) return setEmpty(true);
    onAdopt(now);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    adopt();
  }

  return (
    <div onKeyDown={onKeyDown} className="space-y-3">
      <div className="space-y-1">
        <Label htmlFor={id}>{t("label")}</Label>
        <textarea
          id={id}
          autoFocus
          rows={8}
          spellCheck={false}
          maxLength={100_000}
          value={text}
          placeholder={t("placeholder")}
          onChange={(event) => {
            setEmpty(false);
            onText(event.target.value);
          }}
          className="max-h-72 control resize-y"
        />
        {empty && (
          <p role="alert" className="text-xs text-danger">
            {t("nothing")}
          </p>
        )}
      </div>
      <Proposals groups={groups} unread={unread} prizes={prizes} />
      <div className="sticky -bottom-4 -mx-5 -mb-4 flex flex-wrap justify-end gap-2 border-t border-line bg-surface px-5 py-3">
        <Button onClick={onClose}>{tc("cancel")}</Button>
        <Button variant="primary" onClick={adopt}>
          {t("adopt", { groups: groups.length, rows })}
        </Button>
      </div>
    </div>
  );
}
