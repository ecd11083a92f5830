import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Select } from "../ui/select";
import { QuerySelect } from "./query-select";

const options = [
  { value: "2026", label: "2026 年" },
  { value: `a"b`, label: "<b>甲 & 乙</b>" },
  { value: "7", label: "七" },
];

it.each([
  { defaultValue: "", placeholder: "全部" },
  { defaultValue: `a"b`, placeholder: "<全部>" },
  { defaultValue: 7, placeholder: "全部" },
  { defaultValue: "2026" },
  { defaultValue: undefined, placeholder: "全部" },
])("draws what a select of elements draws: %o", (props) => {
  const given = { name: "year", options, ...props };
  const drawn = renderToStaticMarkup(
    createElement(Select, { ...given, defaultValue: props.defaultValue ?? "" }),
  );
  expect(renderToStaticMarkup(createElement(QuerySelect, given))).toBe(drawn);
});
