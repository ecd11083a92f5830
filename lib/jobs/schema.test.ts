import { expect, test } from "vitest";
import { errorLine } from "./schema";

test.each([
  [
    "The worker lost its database.\n    at work (/srv/lib/launch/work.ts:40:13)",
    "The worker lost its database.",
  ],
  [
    'invalid input syntax for type integer: "贾建华 37020219800101002X"',
    'invalid input syntax for type integer: "…"',
  ],
  ["no such person: 37020219800101002X of 2022", "no such person: … of …"],
  ["Key (name)=(‘李晓杰’) is taken", "Key (name)=(‘…’) is taken"],
  ["x".repeat(500), "x".repeat(200)],
])("of %j an administrator reads %j", (text, shown) => {
  expect(errorLine(text)).toBe(shown);
});
