"use client";

import { useEffect, useRef, useState } from "react";

/** The box above the boxes. It listens to its table, so the rows stay plain markup. */
export function SelectAll({ name, label }: { name: string; label: string }) {
  const box = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<"none" | "some" | "all">("none");

  useEffect(() => {
    const table = box.current?.closest("table");
    if (!table) return;
    const look = () => {
      const boxes = boxesOf(table, name);
      const count = boxes.filter((one) => one.checked).length;
      setState(count === 0 ? "none" : count === boxes.length ? "all" : "some");
    };
    table.addEventListener("change", look);
    return () => table.removeEventListener("change", look);
  }, [name]);

  useEffect(() => {
    if (box.current) box.current.indeterminate = state === "some";
  }, [state]);

  function all(checked: boolean) {
    const table = box.current?.closest("table");
    if (!table) return;
    for (const one of boxesOf(table, name)) one.checked = checked;
    setState(checked ? "all" : "none");
  }

  return (
    <input
      ref={box}
      type="checkbox"
      checked={state === "all"}
      onChange={(event) => all(event.target.checked)}
      aria-label={label}
      className="size-4 align-text-bottom accent-honor"
    />
  );
}

function boxesOf(table: HTMLTableElement, name: string): HTMLInputElement[] {
  return [...table.querySelectorAll<HTMLInputElement>("tbody input[type=checkbox]")].filter(
    (one) => one.name === name,
  );
}
