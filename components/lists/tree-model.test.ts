import { describe, expect, it } from "vitest";
import { ancestorsOf, insertChildren, lacksChildren, visibleUnits, type UnitNode } from "./tree-model";

const nodes: UnitNode[] = [
  { id: 1, name: "集团", parentId: null },
  { id: 2, name: "一公司", parentId: 1 },
  { id: 3, name: "锅炉班", parentId: 2 },
  { id: 4, name: "二公司", parentId: 1, hasChildren: true },
];

describe("visibleUnits", () => {
  it("shows a unit only when all above it are open", () => {
    expect(visibleUnits(nodes, new Set()).map((row) => row.name)).toEqual(["集团"]);
    expect(visibleUnits(nodes, new Set([2])).map((row) => row.name)).toEqual(["集团"]);
    expect(visibleUnits(nodes, new Set([1, 2])).map((row) => [row.name, row.level, row.branch])).toEqual([
      ["集团", 1, true],
      ["一公司", 2, true],
      ["锅炉班", 3, false],
      ["二公司", 2, true],
    ]);
  });

  it("shows the way to what a query finds, open or not", () => {
    expect(visibleUnits(nodes, new Set(), "锅炉").map((row) => row.name)).toEqual([
      "集团",
      "一公司",
      "锅炉班",
    ]);
  });

  it("takes a node whose parent lies outside as a root", () => {
    expect(visibleUnits(nodes.slice(1), new Set()).map((row) => [row.name, row.level])).toEqual([
      ["一公司", 1],
      ["二公司", 1],
    ]);
  });
});

it("knows who stands above, and survives a circle", () => {
  expect(ancestorsOf(nodes, 3)).toEqual([2, 1]);
  expect(
    ancestorsOf(
      [
        { id: 1, name: "a", parentId: 2 },
        { id: 2, name: "b", parentId: 1 },
      ],
      1,
    ),
  ).toEqual([2, 1]);
});

it("knows which units came without what lies below them", () => {
  expect(nodes.filter((node) => lacksChildren(node, nodes)).map((node) => node.name)).toEqual(["二公司"]);
});

it("puts fetched children behind their parent, once", () => {
  const child = { id: 9, name: "新班组", parentId: 2 };
  expect(insertChildren(insertChildren(nodes, 2, [child]), 2, [child]).map((node) => node.id)).toEqual([
    1, 2, 9, 3, 4,
  ]);
});
