import { spliced } from "./splice";

/** The colour of cells at fault. Nobody's palette has it, so that a later return knows its own. */
const mark = "FFFFC8CE";

/** The cell styles of a workbook, with those that a return adds. */
export type CellStyles = {
  /** The same style with the colour of a fault. */
  faulty: (base: number) => number;
  /** Of a cell that an earlier return coloured, the style without it; null for any other cell. */
  cleared: (base: number) => number | null;
  /** For the text beside the rows. */
  reason: () => number;
  /** The part with the styles that were asked for. */
  part: () => AsyncGenerator<string>;
};

type Known = { xfs: string[]; fills: number; marked: Set<number>; prefix: string };

export async function cellStyles(bytes: () => AsyncIterable<Uint8Array>): Promise<CellStyles | null> {
  const known = await survey(bytes());
  if (known.xfs.length === 0 || known.fills === 0) return null;
  const added: string[] = [];
  const places = new Map<string, number>();
  const add = (key: string, xf: () => string) => {
    const place = places.get(key) ?? known.xfs.length + added.length;
    if (!places.has(key)) {
      places.set(key, place);
      added.push(xf());
    }
    return place;
  };
  const fillOf = (base: number) => Number(attributeOf(known.xfs[base] ?? "", "fillId") ?? 0);
  const p = known.prefix;
  const plain = `<${p}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`;
  const fill = `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${mark}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`;
  const wrapped = `<${p}xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><${p}alignment vertical="center" wrapText="1"/></${p}xf>`;
  return {
    faulty: (base) =>
      known.marked.has(fillOf(base))
        ? base
        : add(`faulty ${base}`, () => withFill(known.xfs[base] ?? plain, known.fills)),
    cleared: (base) =>
      known.marked.has(fillOf(base)) ? add(`clear ${base}`, () => withFill(known.xfs[base]!, 0)) : null,
    reason: () => add("reason", () => wrapped),
    // Begun when it is read: by then it is known what was asked for.
    part: async function* () {
      yield* extended(bytes(), known, fill, added);
    },
  };
}

async function survey(bytes: AsyncIterable<Uint8Array>): Promise<Known> {
  const known: Known = { xfs: [], fills: 0, marked: new Set(), prefix: "" };
  const path: string[] = [];
  let from: number | null = null;
  const pieces = spliced(bytes, ({ source }) => ({
    held: () => from,
    open: (name, values, place, tag) => {
      const above = path.at(-1);
      if (name === "styleSheet") known.prefix = tag.name.slice(0, -"styleSheet".length);
      if (name === "fill" && above === "fills") known.fills += 1;
      if (name === "fgColor" && path.includes("fills") && values.rgb?.toUpperCase() === mark)
        known.marked.add(known.fills - 1);
      if (name === "xf" && above === "cellXfs") from = place().start;
      path.push(name);
    },
    close: (name, place) => {
      path.pop();
      if (name !== "xf" || from === null) return;
      known.xfs.push(source(from, place().end));
      from = null;
    },
  }));
  for await (const _ of pieces);
  return known;
}

function extended(
  bytes: AsyncIterable<Uint8Array>,
  known: Known,
  fill: string,
  added: readonly string[],
): AsyncGenerator<string> {
  const path: string[] = [];
  const counts: Record<string, number> = { fills: known.fills + 1, cellXfs: known.xfs.length + added.length };
  const more: Record<string, string> = { fills: fill, cellXfs: added.join("") };
  const isTop = (name: string) => path.length === 1 && more[name] !== undefined;
  return spliced(bytes, ({ replace }) => ({
    open: (name, _, place) => {
      if (isTop(name)) {
        const { start, end, text } = place();
        replace(start, end, withAttribute(text, "count", String(counts[name])));
      }
      path.push(name);
    },
    close: (name, place) => {
      path.pop();
      if (isTop(name)) replace(place().start, place().start, more[name]!);
    },
  }));
}

function withFill(xf: string, fill: number): string {
  const tag = /^<[^>]*>/.exec(xf)![0];
  return withAttribute(withAttribute(tag, "fillId", String(fill)), "applyFill", "1") + xf.slice(tag.length);
}

export function attributeOf(tag: string, name: string): string | null {
  return new RegExp(`^<[^>]*\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1] ?? null;
}

/** A start tag with an attribute set, or taken away. */
export function withAttribute(tag: string, name: string, value: string | null): string {
  const bare = tag.replace(new RegExp(`\\s${name}\\s*=\\s*("[^"]*"|'[^']*')`), "");
  return value === null ? bare : bare.replace(/\s*(\/?>)$/, ` ${name}="${value}"$1`);
}
