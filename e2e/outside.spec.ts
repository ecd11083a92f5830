import { expect, test } from "./fixtures";
import { query } from "./world/database";
import { handlerSamples } from "./world/handlers";

/**
 * Lists, seen by somebody of another unit: what the third company has is asked for by its very name, number or unit, and the
 * page is the one for a name that nobody has. Nothing of it stands in counts, suggestions, filters or in what React is sent.
 */
const nobodyHas = "没有人有这个名字";

test("lists leave no trace of what lies in another unit: neither rows nor counts, in the page and in its data", async ({
  as,
}) => {
  test.setTimeout(240_000);
  const [outside, inside] = [(await as("exporter")).context().request, (await as("union")).context().request];
  const { words, ids, place } = await handlerSamples(inside);
  const [treated] = await query<{ n: string }>(
    "SELECT e.work_number AS n FROM treatments t JOIN employees e ON e.id = t.employee_id WHERE t.id = $1",
    [ids.treatment],
  );
  const asks: Record<string, { path: string; word: string; betrays: string }> = {
    awards: { path: "/awards?year=all&q=", word: words.ledger!, betrays: `/awards/${ids.award}"` },
    employees: { path: "/employees?q=", word: "03001", betrays: `/employees/${ids.employee}"` },
    teams: { path: "/teams?q=", word: words.team!, betrays: `/teams/${ids.team}"` },
    treatments: { path: "/treatments?q=", word: treated!.n, betrays: `/treatments/${ids.treatment}"` },
    studios: { path: "/studios?q=", word: words.studio!, betrays: `/studios/${ids.studio}"` },
    achievements: {
      path: "/achievements?q=",
      word: words.achievement!,
      betrays: `/achievements/${ids.achievement}"`,
    },
    documents: { path: "/documents?q=", word: words.number!, betrays: `/documents/${place.document}"` },
  };
  for (const [what, { path, word, betrays }] of Object.entries(asks)) {
    for (const headers of [{}, { RSC: "1" }] as Record<string, string>[]) {
      const read = async (request: typeof outside, q: string) =>
        (await request.get(path + encodeURIComponent(q), { headers })).text();
      const escaped = (text: string) => text.replaceAll('\\"', '"');
      expect([what, escaped(await read(inside, word)).includes(betrays)]).toEqual([what, true]);
      const [there, nowhere] = [await read(outside, word), await read(outside, nobodyHas)];
      expect([what, escaped(there).includes(betrays)]).toEqual([what, false]);
      // What React is sent names its parts by numbers of its own: there the record itself is looked for, and no more.
      if (headers.RSC === undefined)
        expect([what, plain(there, word)]).toEqual([what, plain(nowhere, nobodyHas)]);
    }
  }
});

test("a unit elsewhere, named in the address of a list, is as if it were none", async ({ as }) => {
  const { request } = (await as("exporter")).context();
  const { place } = await handlerSamples((await as("union")).context().request);
  for (const path of [
    "/awards?year=all&unit=",
    "/employees?unit=",
    "/teams?unit=",
    "/studios?unit=",
    "/treatments?unit=",
    "/documents?unit=",
  ]) {
    const [there, nowhere] = await Promise.all(
      [place.company, 2_000_000_000].map(async (id) => {
        const response = await request.get(path + String(id), { maxRedirects: 0 });
        return { status: response.status(), text: plain(await response.text()) };
      }),
    );
    expect([path, there]).toEqual([path, nowhere]);
  }
});

/** What a person reads of a page, without the word that was asked for and without what differs from request to request. */
function plain(text: string, word?: string): string {
  const read = text.replace(/<script\b[\s\S]*?<\/script>/g, "").replace(/<[^>]+>/g, " ");
  const words = word === undefined ? [] : [word, encodeURIComponent(word)];
  return words.reduce((left, one) => left.replaceAll(one, "…"), read).replace(/\s+/g, " ");
}
