import { expect, it } from "vitest";
import { withLists } from "./read-sql";

it("takes a list of ids for one value, however long, and leaves other lists and values as they are", () => {
  expect(
    withLists({
      text: "SELECT id FROM t WHERE a = $2 AND id IN ($1,$3,$4) AND kind IN ($5,$6) AND b > $2 LIMIT $7",
      values: [10, "x", 11, 12, "crew", "company", 20],
    }),
  ).toEqual({
    text: "SELECT id FROM t WHERE a = $1 AND id = ANY ($2::int[]) AND kind IN ($3,$4) AND b > $5 LIMIT $6",
    values: ["x", [10, 11, 12], "crew", "company", "x", 20],
  });
});
