"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useState, useSyncExternalStore, type ReactElement } from "react";
import type { Named } from "@/lib/awards/queries";
import type { EnteredAward, TitleChoice } from "@/lib/awards/lists/schema";
import { EntityPicker, type PickerItem } from "../../forms/entity-picker";
import { Spinner } from "../../ui/spinner";
import { toast } from "../../ui/toaster";
import { dropDraft, freshGroups } from "./draft";
import { focusCell } from "./focus";
import { GroupCard } from "./group-card";
import { ListBar, ListTools } from "./list-bar";
import { Refusal, StartNotices } from "./list-notices";
import { groupOf, isBlank, type Cell, type Change, type Group, type Row } from "./model";
import { PersonDialog } from "./person-dialog";
import { isPlain, reviewOf, type Intent, type Review } from "./review";
import { ReviewDialog } from "./review-dialog";
import { RowChoice } from "./row-choice";
import { TextDialog } from "./text-dialog";
import { useDoings } from "./use-doings";
import { useGrid } from "./use-grid";
import { useKeys } from "./use-keys";
import { useLeaveWarning } from "./use-leave-warning";
import { useList } from "./use-list";
import { useSave } from "./use-save";

type Props = {
  document: { id: number; name: string; title: string; date: string | null };
  titles: readonly TitleChoice[];
  levels: readonly Named[];
  prizes: readonly Named[];
  entered: readonly EnteredAward[];
  listKey: string;
  userId: number;
  unit: PickerItem | null;
  mayCreate: boolean;
};

const never = () => () => {};

/** Lives in the browser alone: the list that a reload kept is there before anything is drawn. */
export function ListEditor(props: Props) {
  const t = useTranslations("common");
  const alive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return alive ? <Editor {...props} /> : <Spinner label={t("loading")} />;
}

function Editor({ document, titles, levels, prizes, entered, listKey, userId, unit, mayCreate }: Props) {
  const t = useTranslations("awards-lists");
  const router = useRouter();
  const place = `list:${userId}:${document.id}`;
  const list = useList({ document, titles, entered, listKey, place });
  const { groups, change: apply, statuses, twice, titleOf, hint, brief } = list;
  const [saved, setSaved] = useState(false);
  const [open, setOpen] = useState<string | null>(null);
  const [text, setText] = useState<string | null>(null);
  const [review, setReview] = useState<Review | null>(null);
  const [creating, setCreating] = useState<{ row: Row; name: string; nameKey: string } | null>(null);
  const [recordingUnit, setRecordingUnit] = useState(unit);
  const { faults, refusal, pending, check, save, forget, dismiss } = useSave({
    documentId: document.id,
    key: list.key,
    recordingUnitId: recordingUnit?.id ?? null,
    onSaved(rows) {
      setSaved(true);
      dropDraft(place);
      toast.success(t("saved", { count: rows }));
      router.push(`/documents/${document.id}`);
    },
    onFaults: (key) => focusCell(key, "name"),
  });
  useLeaveWarning(list.unsaved && !saved, t("leave"));

  const change = useCallback(
    (next: Change) => {
      if ("row" in next) forget(next.row);
      if ("group" in next) forget(next.group);
      apply(next);
    },
    [apply, forget],
  );
  const { onKeyDown, onPaste, addRow } = useGrid({ groups, change, onText: setText });
  const onCell = useCallback(
    (row: string, cell: Cell, value: string) => change({ type: "cell", row, cell, value }),
    [change],
  );
  const onRemove = useCallback(
    (row: string) => {
      change({ type: "removeRow", row });
      toast(t("removed"), { action: { label: t("bar.undo"), onClick: () => apply({ type: "undo" }) } });
    },
    [change, apply, t],
  );
  const onAdd = useCallback((group: Group) => addRow(group.rows.at(-1)!.key), [addRow]);

  const rows = groups.flatMap((group) => group.rows).filter((row) => !isBlank(row));
  const stateOf = (row: Row) => statuses.get(row.key)!.state;
  const openRows = rows.filter((row) => ["choose", "unknown"].includes(stateOf(row)));

  function ask(intent: Intent) {
    if (pending || saved) return;
    if (rows.length === 0) return void toast.error(t("nothing"));
    if (rows.some((row) => stateOf(row) === "asking")) return void toast(t("stillAsking"));
    if (!check(groups, statuses)) return;
    const next = reviewOf(intent, groups, statuses, twice, titleOf);
    if (isPlain(next)) save(intent, groups, statuses);
    else setReview(next);
  }

  const doings = useDoings({
    ...{ groups, rows, openRows, statuses, open, change, setOpen, onRemove },
    ask,
    pasteText: () => setText(""),
    undo: () => list.canUndo && apply({ type: "undo" }),
  });
  useKeys(doings);

  const kindsOf = (row: Row) => {
    const group = groups.find((one) => one.rows.includes(row));
    return titleOf.get(group?.titleId ?? 0)?.subjectKinds ?? ["employee" as const];
  };
  const choice = (button: ReactElement, row: Row) => (
    <RowChoice
      row={row}
      kinds={kindsOf(row)}
      status={statuses.get(row.key)!}
      mayCreate={mayCreate}
      hint={hint}
      brief={brief}
      button={button}
      change={change}
      onClose={() => setOpen(null)}
      onCreate={(person) => {
        setOpen(null);
        setCreating({ row, name: person.name, nameKey: person.key });
      }}
    />
  );

  return (
    <div className="space-y-4">
      <StartNotices
        restored={list.restored && list.unsaved}
        lookUpFault={list.lookUpFault}
        onStartOver={() => apply({ type: "reset", groups: freshGroups(document.date) })}
        onRetry={list.retryLookUp}
      />
      <div className="flex flex-wrap items-end justify-between gap-3">
        <ListTools doings={doings} />
        <div className="w-72 max-md:w-full">
          <EntityPicker
            name="recordingUnitId"
            label={t("recordingUnit")}
            url="/documents/units"
            defaultItems={[unit]}
            onItems={([item]) => setRecordingUnit(item ?? null)}
          />
        </div>
      </div>
      <div onKeyDown={onKeyDown} onPaste={onPaste} className="space-y-4">
        {groups.map((group, index) => (
          <GroupCard
            key={group.key}
            {...{ group, titles, titleOf, levels, prizes, statuses, twice, faults, open, change, choice }}
            number={index + 1}
            context={document.title}
            onCell={onCell}
            onOpen={setOpen}
            onRemove={onRemove}
            onAdd={onAdd}
          />
        ))}
      </div>
      {refusal && (
        <Refusal
          fault={refusal}
          onGoOn={() => {
            list.renewKey();
            dismiss();
            router.refresh();
          }}
        />
      )}
      <ListBar
        doings={doings}
        rows={rows.length}
        open={openRows.length}
        waiting={rows.filter((row) => stateOf(row) === "waiting").length}
        canUndo={list.canUndo}
        pending={pending}
      />
      <TextDialog
        open={text !== null}
        text={text ?? ""}
        titles={titles}
        prizes={prizes}
        context={document.title}
        onText={setText}
        onClose={() => setText(null)}
        onAdopt={(found) => {
          const dates = { awardDate: document.date ?? "", awardYear: "" };
          const taken = found.map((proposal) => groupOf(proposal, dates));
          setText(null);
          apply({ type: "adopt", groups: taken });
          toast.success(t("adopted", { count: taken.flatMap((group) => group.rows).length }));
        }}
      />
      <PersonDialog
        person={
          creating && {
            name: creating.name,
            unit: creating.row.cells.unit,
            post: creating.row.cells.post,
          }
        }
        union={recordingUnit}
        onClose={() => setCreating(null)}
        onCreated={({ id, name }) => {
          const { row, nameKey } = creating!;
          const pick = { id, label: name, hint: t("status.created") };
          change({ type: "pick", row: row.key, name: nameKey, pick });
          setCreating(null);
        }}
      />
      <ReviewDialog
        review={review}
        pending={pending}
        onBack={() => setReview(null)}
        onSave={({ intent }) => {
          setReview(null);
          save(intent, groups, statuses);
        }}
      />
    </div>
  );
}
