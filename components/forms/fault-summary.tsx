"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, type MouseEvent } from "react";
import type { Fault } from "@/lib/kernel/result";
import { Alert } from "../ui/alert";
import type { Registered } from "./form-context";
import { useFaultSentence, useFaultText } from "./use-fault-text";

type Props = { fault: Fault; fields: ReadonlyMap<string, Registered> };

export function FaultSummary({ fault, fields }: Props) {
  const t = useTranslations("common");
  const say = useFaultText();
  const sentence = useFaultSentence();
  const box = useRef<HTMLDivElement>(null);
  const entries = Object.entries(fault.fields ?? {});

  useEffect(() => {
    box.current?.focus();
    box.current?.scrollIntoView({ block: "center" });
  }, []);

  function go(event: MouseEvent<HTMLAnchorElement>, id: string) {
    event.preventDefault();
    const goal = document.getElementById(id);
    goal?.focus();
    goal?.scrollIntoView({ block: "center" });
  }

  return (
    <Alert
      ref={box}
      tabIndex={-1}
      live
      tone="danger"
      title={entries.length > 0 ? t("form.faultTitle", { count: entries.length }) : t("form.refusedTitle")}
    >
      {entries.length === 0 || fault.code !== "invalid" ? <p>{sentence(fault)}</p> : null}
      {entries.length > 0 && (
        <ul className="list-inside list-disc">
          {entries.map(([path, keys]) => {
            const field = find(fields, path);
            const text = keys.map((key) => say(key)).join(" ");
            if (!field) return <li key={path}>{text}</li>;
            return (
              <li key={path}>
                <a
                  href={`#${field.id}`}
                  onClick={(event) => go(event, field.id)}
                  className="underline decoration-danger-line underline-offset-3 hover:text-danger"
                >
                  {t("fieldMessage", { label: labelOf(fields, path, field), message: text })}
                </a>
              </li>
            );
          })}
        </ul>
      )}
      {fault.code === "unauthenticated" && (
        <p>
          <a href="/sign-in" target="_blank" rel="noreferrer" className="underline underline-offset-3">
            {t("form.signInAgain")}
          </a>{" "}
          {t("form.kept")}
        </p>
      )}
    </Alert>
  );
}

/** The field of a path, or the nearest one around it: "documents.0" belongs to "documents". */
function find(fields: ReadonlyMap<string, Registered>, path: string): Registered | undefined {
  for (let at = path; at !== ""; at = at.slice(0, Math.max(0, at.lastIndexOf(".")))) {
    const field = fields.get(at);
    if (field) return field;
  }
  return undefined;
}

/** "第 2 位 姓名": a field in a row is told by its row. */
function labelOf(fields: ReadonlyMap<string, Registered>, path: string, field: Registered): string {
  const rowPath = /^(.+\.\d+)\../.exec(path)?.[1];
  const row = rowPath && fields.get(rowPath);
  return row && row !== field ? `${row.label} ${field.label}` : field.label;
}
