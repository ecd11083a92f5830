import { expect, test } from "./fixtures";
import { answerOf, insides, postAction, serverActions } from "./world/actions";
import { routesOf, samples } from "./world/routes";

/** Searches and lists, asked for whatever an address can hold. */
const hostile = [
  ...["%", "_", "\\", "'", "''--", "%' OR '1'='1", "); DROP TABLE awards; --", "$1", "*", "(", "[", "&|!:"],
  ...[
    "㛃䶮",
    "😀",
    "＝1+1",
    "\u202e\u200b",
    "\t\n",
    "null",
    "undefined",
    "NaN",
    "<script>",
    "长".repeat(2000),
  ],
];
const encodedBadly = ["%00", "a%00b", "%ED%A0%80", "%ED%BF%BF", "%ff", "%", "%zz", "%C0%80"];

test("searches answer whatever is asked, and never with an error of their own", async ({ as }) => {
  test.setTimeout(180_000);
  const { request } = (await as("union")).context();
  const searches = routesOf("route.ts").filter((route) => /search|number|children|units|served/.test(route));
  expect(searches.length).toBeGreaterThan(8);
  for (const route of searches) {
    const of = (text: string) => `${route}?q=${text}&number=${text}&id=${text}&except=${text}&limit=${text}`;
    for (const text of hostile) {
      const response = await request.get(of(encodeURIComponent(text)));
      // An address may only be so long.
      const answers = text.length > 1000 ? [431] : [200, 400, 404];
      expect([route, text.slice(0, 20), answers]).toEqual([
        route,
        text.slice(0, 20),
        expect.arrayContaining([response.status()]),
      ]);
      expect(await response.text()).not.toMatch(insides);
    }
    for (const text of encodedBadly)
      expect([route, text, (await request.get(of(text))).status()]).toEqual([route, text, 400]);
    const endless = await request.get(`${route}?q=${"a".repeat(1024 * 1024)}`).catch(() => null);
    // So long an address is refused before it is read; the connection may be closed over it.
    if (endless) expect([route, endless.status()]).toEqual([route, 431]);
  }
});

test("a per cent sign, an underscore and a backslash find only themselves", async ({ as }) => {
  const page = await as("union");
  const { request } = page.context();
  const ids = await samples();
  const mark = crypto.randomUUID().slice(0, 8);
  const name = `百分之100%_\\${mark}`;
  const save = serverActions().get("lib/honors/bodies/actions.ts saveBody")!;
  const answer = await answerOf(
    await postAction(request, save, { name, code: `P${mark}`, kind: "union" }, { ids, mark }),
  );
  expect(answer.ok).toBe(true);
  const find = async (path: string, q: string) => {
    const response = await request.get(`${path}?q=${encodeURIComponent(q)}`);
    return ((await response.json()) as { items: { label: string; hint?: string }[] }).items;
  };
  for (const sign of ["%", "_", "\\", "100%_\\"]) {
    const found = await find("/honors/bodies/search", sign);
    expect(found.filter((item) => !`${item.label}${item.hint}`.includes(sign))).toEqual([]);
    expect(found.map((item) => item.label)).toContain(name);
  }
  for (const pattern of ["100__", `1%${mark}`, "百_之", "百%"])
    expect((await find("/honors/bodies/search", pattern)).map((item) => item.label)).not.toContain(name);
  for (const path of ["/employees/search", "/teams/search", "/honors/search", "/documents/search"])
    for (const sign of ["%", "_", "\\", "贾%", "贾_华"])
      expect([path, sign, await find(path, sign)]).toEqual([path, sign, []]);

  for (const list of ["/employees?", "/awards?year=all&", "/teams?", "/documents?"]) {
    for (const sign of ["%", "_", "\\"]) {
      const html = await (await request.get(`${list}q=${encodeURIComponent(sign)}`)).text();
      expect([list, sign, /共 [1-9]\d* /.exec(html)?.[0]]).toEqual([list, sign, undefined]);
    }
    expect([list, await (await request.get(list)).text()]).toEqual([
      list,
      expect.stringMatching(/共 [1-9]\d* /),
    ]);
  }
});

test("lists make the best of any address", async ({ as }) => {
  test.setTimeout(180_000);
  const lists = {
    union: [
      ...["/awards", "/employees", "/documents", "/honors", "/honors/programmes", "/honors/bodies"],
      ...["/teams", "/studios", "/achievements", "/organizations", "/awards/requests", "/awards/revocations"],
      ...["/certificates", "/treatments", "/wall"],
    ],
    admin: ["/settings/users"],
    auditor: ["/settings/audit"],
  };
  const questions = [
    "sort=evil",
    "sort=-id;DROP&page=-1",
    "page=1e9&size=100000",
    "page=999999999999999999999&size=-1",
    "page=abc&size=20&size=50&sort=name&sort=code",
    "unit=-1&year=99999&level=x&category='&state=none&title=1e9&kind=[]&tree=x&q[]=1&q[$ne]=1",
    `q=${encodeURIComponent("%' OR 1=1 --\\_")}&unit=2147483648&year=0`,
    `q=${encodeURIComponent("😀㛃".repeat(500))}`,
    "from=x&to=2026-02-30&event=none&actor=-1&noun=x&id=1e99&role=x",
  ];
  for (const [who, paths] of Object.entries(lists)) {
    const { request } = (await as(who as "union")).context();
    for (const path of paths) {
      for (const question of questions) {
        const response = await request.get(`${path}?${question}`, { maxRedirects: 0 });
        expect([path, question, response.status()]).toEqual([path, question, 200]);
        expect([path, question, await response.text()]).toEqual([
          path,
          question,
          expect.not.stringMatching(insides),
        ]);
      }
      for (const question of ["q=%00", "q=%ED%A0%80", "__proto__=1", "page=1&constructor=1", "toString"])
        expect([path, question, (await request.get(`${path}?${question}`)).status()]).toEqual([
          path,
          question,
          400,
        ]);
    }
  }
});

test("of another unit nothing is told, not even by searches", async ({ as }) => {
  const { request } = (await as("exporter")).context();
  const ids = await samples();
  for (const [path, noun, words] of [
    ["/employees/search", "employee", ["03001", "贾建华", "jjh"]],
    ["/teams/search", "team", ["锅炉", "焊接"]],
    ["/studios/search", "studio", ["锅炉", "工作室"]],
    ["/achievements/search", "achievement", ["成果", "一匠五创"]],
  ] as const) {
    for (const q of words) {
      const { items } = (await (await request.get(`${path}?q=${encodeURIComponent(q)}`)).json()) as {
        items: { id: number; label: string }[];
      };
      expect([
        path,
        q,
        items.filter(({ id, label }) => id === ids[noun] || /贾建华|锅炉/.test(label)),
      ]).toEqual([path, q, []]);
    }
  }
});
