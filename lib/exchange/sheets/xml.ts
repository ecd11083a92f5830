import { SaxesParser, type SaxesTagPlain } from "saxes";
import { maxXmlDepth, maxXmlElements, maxXmlRun } from "./limits";
import { SheetRefusal } from "./refusal";

export type Attributes = Readonly<Record<string, string>>;
export type XmlEvents = {
  /** Names come without their prefix; `tag` is the whole start tag. */
  open?: (name: string, attributes: Attributes, tag: SaxesTagPlain) => void;
  close?: (name: string, tag: SaxesTagPlain) => void;
  text?: (text: string) => void;
  /** What is about to be taken apart; positions count its characters. */
  chunk?: (text: string) => void;
};
export type XmlReader = {
  write: (bytes: Uint8Array) => void;
  end: () => void;
  /** Characters taken so far; inside an event, the end of its tag. */
  position: () => number;
};

/**
 * XML as the parts of a workbook have it: UTF-8, well-formed, no document type and so no entities. What never ends or is
 * nested without end is refused before it fills the memory.
 */
export function xmlReader(events: XmlEvents): XmlReader {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  let depth = 0;
  let count = 0;
  let mark = 0;
  const text = (value: string) => {
    mark = parser.position;
    events.text?.(value);
  };
  parser.on("doctype", () => {
    throw new SheetRefusal("sheetEntities");
  });
  parser.on("opentag", (tag) => {
    mark = parser.position;
    depth += 1;
    count += 1;
    if (depth > maxXmlDepth || count > maxXmlElements) throw new SheetRefusal("sheetUnpacks");
    events.open?.(localName(tag.name), tag.attributes, tag);
  });
  parser.on("closetag", (tag) => {
    mark = parser.position;
    depth -= 1;
    events.close?.(localName(tag.name), tag);
  });
  parser.on("text", text);
  parser.on("cdata", text);
  const feed = (chunk: string) => {
    events.chunk?.(chunk);
    guarded(() => parser.write(chunk));
    if (parser.position - mark > maxXmlRun) throw new SheetRefusal("sheetUnpacks");
  };
  return {
    write: (bytes) => feed(guarded(() => decoder.decode(bytes, { stream: true }))),
    end: () => {
      feed(guarded(() => decoder.decode()));
      guarded(() => parser.close());
    },
    position: () => parser.position,
  };
}

export async function readXml(chunks: AsyncIterable<Uint8Array>, events: XmlEvents): Promise<void> {
  const reader = xmlReader(events);
  for await (const chunk of chunks) reader.write(chunk);
  reader.end();
}

/** An attribute whatever its prefix, such as r:id. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  if (attributes[name] !== undefined) return attributes[name];
  const key = Object.keys(attributes).find((full) => full.endsWith(`:${name}`));
  return key && attributes[key];
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

/** What the parser and the decoder throw of themselves says that the bytes are not what they should be. */
function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof SheetRefusal) throw error;
    throw new SheetRefusal("sheetDamaged");
  }
}
