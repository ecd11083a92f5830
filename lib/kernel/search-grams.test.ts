import { describe, expect, test } from "vitest";
import {
  documentNumberGrams,
  gram,
  gramsIn,
  insideReadings,
  lettersOf,
  nameReadingGrams,
  partGrams,
  searchText,
  startGrams,
  termReadingGrams,
  wantedTerm,
} from "./search-grams";
import { partings } from "./syllables";
import { simplify } from "./traditional";

describe("grams", () => {
  test("are PostgreSQL's hashes of texts", () => {
    // SELECT hashtext('…')
    expect(gram("王伟")).toBe(-394756029);
    expect([gram(""), gram("^王"), gram("title:青岛市劳动模范\n")]).toEqual([
      -1477818771, -1962923193, 644761717,
    ]);
  });

  test("of one and two characters are themselves, of more every three that follow each other", () => {
    expect(partGrams("伟")).toEqual([gram("伟")]);
    expect(partGrams("王伟")).toEqual([gram("王伟")]);
    expect(partGrams("𠮷䶮王伟")).toEqual([gram("𠮷䶮王"), gram("䶮王伟")]);
    expect(startGrams("王建国")).toEqual([gram("^王建"), gram("王建国")]);
  });

  test("of a number's part are none of a word's", () => {
    expect(documentNumberGrams("〔2022〕")).toEqual(
      ["〔20", "202", "022", "22〕"].map((part) => gram(`n${part}`)),
    );
    expect(documentNumberGrams("15")).toEqual([gram("n15")]);
    expect(documentNumberGrams("")).toEqual([]);
  });

  test("make a condition that is never empty, and holds for nothing where nothing is wanted", () => {
    expect(gramsIn({ any: [], all: [[]] })).toEqual({ OR: [{ grams: { hasSome: [] } }] });
    expect(gramsIn(wantedTerm("工匠")).OR).toHaveLength(2);
  });
});

describe("what is typed", () => {
  test("is one text in full width, traditional characters, spaces and capitals", () => {
    expect(searchText(" 張　偉 ")).toBe("张伟");
    expect(searchText("ＱＣ小組")).toBe("qc小组");
    expect(simplify("勞動模範 Ａ")).toBe("劳动模范 Ａ");
  });

  test("is a reading where it is letters alone", () => {
    expect(lettersOf("Zhang Wei")).toBe("zhangwei");
    expect(lettersOf("lü'e")).toBe("lve");
    expect(["张wei", "03001", "", "%", "a".repeat(41)].map(lettersOf)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  test("is parted into beginnings of syllables, the fewest first, with an end to it", () => {
    expect(partings("zhangwei")[0]).toEqual(["zhang", "wei"]);
    expect(partings("zjg")).toEqual([["z", "j", "g"]]);
    expect(partings("zhwei").slice(0, 2)).toContainEqual(["zh", "wei"]);
    expect(partings("uuu")).toEqual([]);
    expect(partings("zhangjianguozhang".repeat(3), { syllables: 20 }).length).toBeLessThanOrEqual(24);
  });

  test("finds a name from its first syllable, from a later one, and a foreign name by its word", () => {
    expect(nameReadingGrams("zhangw")[0]).toEqual([gram("0:zhangw")]);
    expect(nameReadingGrams("zhangw")).toContainEqual([gram("0:zhang"), gram("1:w")]);
    expect(insideReadings("jianguo")).toContainEqual([gram("1:jian"), gram("2:guo")]);
    expect(insideReadings("wei")).toContainEqual([gram("1:wei")]);
    expect(nameReadingGrams("alimu")[0]).toEqual([gram("0:alimu")]);
  });

  test("finds a term by two initials that follow each other, and by syllables", () => {
    expect(termReadingGrams("qdgj")[0]).toEqual([gram("~~qd"), gram("~~dg"), gram("~~gj")]);
    expect(termReadingGrams("gongj")).toContainEqual([gram("~~gj"), gram("~gong")]);
    expect(termReadingGrams("gong")[0]).toEqual([gram("~gong")]);
  });
});
