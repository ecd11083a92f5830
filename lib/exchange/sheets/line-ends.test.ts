import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { withLineEnds } from "./line-ends";

async function ended(...pieces: string[]): Promise<string> {
  const given = async function* () {
    for (const piece of pieces) yield Buffer.from(piece);
  };
  let text = "";
  for await (const piece of withLineEnds(given())) text += piece.toString();
  return text;
}

it("ends lines with CR LF, and leaves what stands within quotes alone", async () => {
  expect(await ended("a,b\nc,d\n")).toBe("a,b\r\nc,d\r\n");
  expect(await ended('a,"two\nlines"\nb,"say ""x""\n"\n,\n')).toBe(
    'a,"two\nlines"\r\nb,"say ""x""\n"\r\n,\r\n',
  );
  expect(await ended("", "\n", "")).toBe("\r\n");
});

it("knows across pieces whether a quote is open", async () => {
  const text = '王,"a\nb\n"\n"""\n",c\nd,e\n';
  for (let at = 0; at <= text.length; at += 1)
    expect(await ended(text.slice(0, at), text.slice(at))).toBe('王,"a\nb\n"\r\n"""\n",c\r\nd,e\r\n');
  expect(parse(await ended(text), { record_delimiter: "\r\n" })).toEqual([
    ["王", "a\nb\n"],
    ['"\n', "c"],
    ["d", "e"],
  ]);
});
