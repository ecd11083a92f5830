import { expect, test } from "./fixtures";
import { answerOf, insides, ownOrigin, serverActions } from "./world/actions";
import { number } from "./world/database";
import { mark as newMark } from "./world/steps";

/** Good JSON, and nothing that arguments could be made of: references that lead nowhere, kinds of values that are none. */
const texts: Record<string, string> = {
  "a part that is not there": '["$1"]',
  "a path that leads nowhere": '["$0:9:x:y"]',
  "an action that nobody sent": '["$F1"]',
  "an action by a part that is not there": '["$h1"]',
  "a map of nothing": '["$Q1"]',
  "a number that is none": '["$nxyz"]',
  "a file that is not there": '["$B1"]',
  "an iterator of nothing": '["$i1"]',
  "no list": "null",
  "a bare number": "5",
  "a bare text": '"x"',
  "lists twenty thousand deep": "[".repeat(20_000) + "]".repeat(20_000),
  "two thousand arguments": JSON.stringify(Array.from({ length: 2_000 }, () => 1)),
  "no JSON": "x",
  nothing: "",
};

const part = (name: string, value: string) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const forms: Record<string, string> = {
  "a part that is not there": `${part("0", '["$5"]')}--x--\r\n`,
  "no first part": `${part("1", "x")}--x--\r\n`,
  "a first part that is no JSON": `${part("0", "{{{")}--x--\r\n`,
  "parts that lead to themselves": `${part("0", '["$1"]')}${part("1", '["$1"]')}--x--\r\n`,
  "a header that is none": "--x\r\nnonsense\r\n\r\nz\r\n--x--\r\n",
  "a part without a name": "--x\r\nContent-Disposition: form-data\r\n\r\nz\r\n--x--\r\n",
  "a header without an end": '--x\r\nContent-Disposition: form-data; name="0"\r\n--x--\r\n',
  "a frame around nothing": "--x--\r\n",
};

test("what an action is called with and nobody can read is answered 400, not 500, and changes nothing", async ({
  as,
}) => {
  const { request } = (await as("union")).context();
  const save = serverActions().get("lib/honors/bodies/actions.ts saveBody")!;
  const before = await number("SELECT count(*) AS n FROM granting_bodies");
  const seen: string[] = [];
  const post = async (what: string, data: string, headers: Record<string, string>) => {
    const response = await request.post(save.page, {
      headers: { Origin: ownOrigin(), ...headers },
      data: Buffer.from(data),
      maxRedirects: 0,
    });
    if (response.status() !== 400) seen.push(`${what}: ${response.status()}`);
    expect(await response.text()).not.toMatch(insides);
    expect(response.headers()["content-security-policy"]).toContain("object-src 'none'");
  };
  const called = { "Next-Action": save.id, Accept: "text/x-component" };
  const form = { "Content-Type": "multipart/form-data; boundary=x" };
  for (const [what, text] of Object.entries(texts))
    await post(`text, ${what}`, text, { ...called, "Content-Type": "text/plain;charset=UTF-8" });
  for (const [what, body] of Object.entries(forms)) {
    await post(`form, ${what}`, body, { ...called, ...form });
    // Without JavaScript a form names its action within; this one names none.
    await post(`bare form, ${what}`, body, form);
  }
  await post(
    "a bare form whose action has arguments that are not there",
    `${part("$ACTION_REF_1", "")}${part("$ACTION_1:0", JSON.stringify({ id: save.id, bound: "$@1" }))}${part("$ACTION_1:1", '["$9"]')}--x--\r\n`,
    form,
  );
  expect(seen).toEqual([]);
  expect(await number("SELECT count(*) AS n FROM granting_bodies")).toBe(before);

  // The action itself is reached as before, and says by itself what is wrong.
  const { digits } = newMark();
  const answer = await answerOf(
    await request.post(save.page, {
      headers: { Origin: ownOrigin(), ...called, "Content-Type": "text/plain;charset=UTF-8" },
      data: Buffer.from(JSON.stringify([{ name: "", code: digits }])),
    }),
  );
  expect(answer).toMatchObject({ ok: false, fault: { code: "invalid", fields: { name: ["required"] } } });
});
