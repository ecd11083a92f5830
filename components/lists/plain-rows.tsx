"use client";

import { useMemo } from "react";
import { rowsMarkup, type PlainRows as Rows } from "./rows-markup";

/**
 * The rows of a table whose cells are words alone. They travel as one text and are drawn as one piece of markup: as elements the
 * server would take each of them up three times, and the browser once more to make it its own.
 */
export function PlainRows({ text }: { text: string }) {
  const markup = useMemo(() => rowsMarkup(JSON.parse(text) as Rows), [text]);
  return <tbody dangerouslySetInnerHTML={{ __html: markup }} />;
}
