import type { SaxesTagPlain } from "saxes";
import { type Attributes, xmlReader } from "./xml";

/** Where a tag stands in the text, and how it is written. */
export type TagPlace = { start: number; end: number; text: string };

export type Splicer = {
  /** What stands between the two places is written as `text`; everything else stays as it is. Places only ascend. */
  replace: (start: number, end: number, text: string) => void;
  /** The text between two places, neither before what is held. */
  source: (start: number, end: number) => string;
};

export type SpliceEvents = {
  open?: (name: string, values: Attributes, place: () => TagPlace, tag: SaxesTagPlain) => void;
  /** For an empty tag it is the place of the one tag. */
  close?: (name: string, place: () => TagPlace, tag: SaxesTagPlain) => void;
  /** The place from which the text may not be given out yet. */
  held?: () => number | null;
};

/** Goes through a part and gives it back with changes, character for character where none are made. */
export async function* spliced(
  chunks: AsyncIterable<Uint8Array>,
  eventsOf: (splicer: Splicer) => SpliceEvents,
): AsyncGenerator<string> {
  let text = "";
  let base = 0;
  let written = 0;
  let seen = 0;
  let out: string[] = [];

  const replace = (start: number, end: number, by: string) => {
    out.push(text.slice(written - base, start - base), by);
    written = end;
  };
  const events = eventsOf({ replace, source: (start, end) => text.slice(start - base, end - base) });
  const placed = () => {
    const end = (seen = reader.position());
    return () => {
      // No attribute holds a "<": the last one before the end is the tag's own.
      const start = base + text.lastIndexOf("<", end - base - 1);
      return { start, end, text: text.slice(start - base, end - base) };
    };
  };
  const reader = xmlReader({
    chunk: (chunk) => void (text += chunk),
    open: (name, values, tag) => events.open?.(name, values, placed(), tag),
    close: (name, tag) => events.close?.(name, placed(), tag),
  });
  const take = (until: number) => {
    replace(until, until, "");
    text = text.slice(until - base);
    base = until;
    const piece = out.join("");
    out = [];
    return piece;
  };
  for await (const chunk of chunks) {
    reader.write(chunk);
    yield take(Math.max(written, Math.min(seen, events.held?.() ?? Infinity)));
  }
  reader.end();
  yield take(base + text.length);
}
