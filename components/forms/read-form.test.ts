import { describe, expect, it } from "vitest";
import { readForm } from "./read-form";

describe("readForm", () => {
  it("nests rows in the order of their numbers", () => {
    expect(
      readForm(
        form(
          ["title", "3"],
          ["recipients.2.name", "乙"],
          ["recipients.0.name", "甲"],
          ["recipients.0.role", "负责人"],
        ),
      ),
    ).toEqual({
      title: "3",
      recipients: [{ name: "甲", role: "负责人" }, { name: "乙" }],
    });
  });

  it("makes lists of names with brackets, one entry or many", () => {
    expect(readForm(form(["documents[]", "1"], ["issuers[]", "2"], ["issuers[]", "9"]))).toEqual({
      documents: ["1"],
      issuers: ["2", "9"],
    });
  });

  it("lets the last of one name win, so that a box can stand behind its hidden false", () => {
    expect(readForm(form(["posthumous", "false"], ["posthumous", "true"]))).toEqual({ posthumous: "true" });
  });

  it("takes hostile names for plain keys", () => {
    const read = readForm(form(["__proto__.polluted", "yes"], ["a", "1"]));
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(read.a).toBe("1");
  });
});

function form(...entries: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}
