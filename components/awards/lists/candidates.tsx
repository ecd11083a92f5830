"use client";

import { Clock, UserPlus, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from "react";
import type { LookUpCandidate } from "@/lib/awards/lists/schema";
import type { SubjectKind } from "@/lib/awards/schema";
import { PickerInput } from "../../forms/picker-input";
import { Badge } from "../../ui/badge";
import { Select } from "../../ui/select";
import type { Choice } from "./model";
import { placesOf } from "./send";
import type { Person } from "./status";

type Props = {
  kind: SubjectKind;
  /** What the title may be given to. */
  kinds: readonly SubjectKind[];
  onKind: (kind: SubjectKind) => void;
  people: readonly Person[];
  mayCreate: boolean;
  hint: (candidate: LookUpCandidate) => string;
  /** As short as it stands beside the row. */
  brief: (candidate: LookUpCandidate) => string;
  onPick: (name: string, pick: Choice | null) => void;
  onCreate: (person: Person) => void;
  /** Where a row names several: makes a row of each. */
  onSplit?: () => void;
};

/** Who may be meant by the names of a row. Arrows walk through all choices, Enter takes one. */
export function Candidates({
  kind,
  kinds,
  onKind,
  people,
  mayCreate,
  hint,
  brief,
  onPick,
  onCreate,
  onSplit,
}: Props) {
  const t = useTranslations("awards-lists.choose");
  const ta = useTranslations("awards");
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const first = people.find(({ state }) => state === "choose" || state === "unknown") ?? people[0];

  useEffect(() => {
    box.current?.querySelector<HTMLElement>(`[data-of="${CSS.escape(first?.key ?? "")}"]`)?.focus();
  }, [first?.key]);

  function walk(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || (event.target as HTMLElement).getAttribute("role") === "combobox") return;
    event.preventDefault();
    const options = [...(box.current?.querySelectorAll<HTMLElement>("[data-of]") ?? [])];
    const at = options.indexOf(document.activeElement as HTMLElement);
    options[(at + step + options.length) % options.length]?.focus();
  }

  return (
    <div ref={box} onKeyDown={walk} className="max-h-[70vh] overflow-y-auto p-2">
      {kinds.length > 1 && (
        <label className="mb-2 flex items-center gap-2 px-2 text-xs text-ink-3">
          {ta("fields.subjectKind")}
          <Select
            value={kind}
            options={kinds.map((value) => ({ value, label: ta(`kind.${value}`) }))}
            onChange={(event) => onKind(event.target.value as SubjectKind)}
          />
        </label>
      )}
      {people.map((person) => (
        <section key={person.key} aria-label={person.name} className="space-y-1 not-first:mt-3">
          <h3 className="flex items-baseline gap-2 px-2 text-xs text-ink-3">
            <span className="text-sm font-semibold text-ink">{person.name}</span>
            {person.candidates.length > 0 ? t("found", { count: person.candidates.length }) : t("none")}
          </h3>
          {person.candidates.map((candidate) => (
            <Option
              key={candidate.id}
              of={person.key}
              chosen={person.who?.id === candidate.id}
              onTake={() =>
                onPick(person.key, { id: candidate.id, label: candidate.name, hint: brief(candidate) })
              }
            >
              <span className="font-medium">{candidate.name}</span>{" "}
              <span className="text-ink-2">{hint(candidate)}</span>{" "}
              {candidate.left && <Badge>{t("left")}</Badge>}
            </Option>
          ))}
          {person.state !== "asking" && person.who && person.state === "chosen" && (
            <Option of={person.key} onTake={() => onPick(person.key, null)}>
              <Undo2 aria-hidden className="mr-1.5 inline size-4 text-ink-3" />
              {t("undo", { name: person.who.label })}
            </Option>
          )}
          {kind === "employee" && (
            <>
              {mayCreate && (
                <Option of={person.key} onTake={() => onCreate(person)}>
                  <UserPlus aria-hidden className="mr-1.5 inline size-4 text-ink-3" />
                  {t("create", { name: person.name })}
                </Option>
              )}
              <Option
                of={person.key}
                chosen={person.state === "waiting"}
                onTake={() => onPick(person.key, "waiting")}
              >
                <Clock aria-hidden className="mr-1.5 inline size-4 text-ink-3" />
                {t("wait")}
              </Option>
            </>
          )}
          <div className="px-1 pt-1">
            <label htmlFor={`${id}-${person.key}`} className="sr-only">
              {t("search", { name: person.name })}
            </label>
            <PickerInput
              id={`${id}-${person.key}`}
              url={placesOf[kind].search}
              chosen={[]}
              keepOpen={false}
              placeholder={t("searchHint")}
              listLabel={t("search", { name: person.name })}
              onChoose={({ id: chosen, label, hint: words }) =>
                onPick(person.key, { id: chosen, label, hint: words ?? "" })
              }
            />
          </div>
          {kind !== "employee" && (
            <p className="px-2 text-xs text-ink-3">
              <a href={placesOf[kind].create} target="_blank" rel="noreferrer" className="underline">
                {t("createElsewhere")}
              </a>
            </p>
          )}
        </section>
      ))}
      {onSplit && people.length > 1 && (
        <div className="mt-3 border-t border-line pt-2">
          <Option of="" onTake={onSplit}>
            {t("split", { count: people.length })}
          </Option>
        </div>
      )}
    </div>
  );
}

function Option({
  of,
  chosen,
  onTake,
  children,
}: {
  of: string;
  chosen?: boolean;
  onTake: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      data-of={of}
      aria-pressed={chosen}
      onClick={onTake}
      className="block w-full rounded-sm px-2 py-1 text-left hover:bg-sunken focus:bg-sunken focus:outline-2 focus:outline-focus aria-pressed:bg-success-tint max-md:min-h-11"
    >
      {children}
    </button>
  );
}
