"use client";

import { useTranslations } from "next-intl";
import type { ReactElement } from "react";
import type { LookUpCandidate } from "@/lib/awards/lists/schema";
import type { SubjectKind } from "@/lib/awards/schema";
import { Popover } from "../../ui/popover";
import { Candidates } from "./candidates";
import { focusCell } from "./focus";
import type { Change, Row } from "./model";
import type { Person, RowStatus } from "./status";

type Props = {
  row: Row;
  /** What the title may be given to. */
  kinds: readonly SubjectKind[];
  status: RowStatus;
  mayCreate: boolean;
  hint: (candidate: LookUpCandidate) => string;
  brief: (candidate: LookUpCandidate) => string;
  button: ReactElement;
  change: (change: Change) => void;
  onClose: () => void;
  onCreate: (person: Person) => void;
};

/** The window beside a row in which its people are chosen. It closes when nobody of the row is left to choose. */
export function RowChoice({
  row,
  kinds,
  status,
  mayCreate,
  hint,
  brief,
  button,
  change,
  onClose,
  onCreate,
}: Props) {
  const t = useTranslations("awards-lists.choose");
  const isOpen = ({ state }: Person) => state === "choose" || state === "unknown";
  return (
    <Popover
      open
      onOpenChange={(next) => !next && onClose()}
      anchor={button}
      label={t("title", { name: row.cells.name })}
      onClosed={() => focusCell(row.key, "name")}
    >
      <Candidates
        kind={status.kind}
        kinds={kinds}
        onKind={(kind) => change({ type: "kind", row: row.key, kind })}
        people={status.people}
        mayCreate={mayCreate}
        hint={hint}
        brief={brief}
        onPick={(name, pick) => {
          change({ type: "pick", row: row.key, name, pick });
          const others = status.people.filter((person) => person.key !== name && isOpen(person));
          if (pick !== null && others.length === 0) onClose();
        }}
        onCreate={onCreate}
        onSplit={
          status.kind === "employee"
            ? () => {
                change({ type: "split", row: row.key });
                onClose();
              }
            : undefined
        }
      />
    </Popover>
  );
}
