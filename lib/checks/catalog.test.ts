import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { locales, namespaces } from "../i18n/catalog";
import { listFiles } from "./tree.mjs";

const project = join(import.meta.dirname, "../..");
const catalogs = Object.fromEntries(
  locales.map((locale) => [
    locale,
    Object.fromEntries(namespaces.map((name) => [name, catalog(locale, name)])),
  ]),
);

/** Where English may show Chinese: the name of the language itself, and examples of what is typed. */
const chineseInEnglish = /(?:language|locale|example|placeholder|hint)/i;

describe("catalogs", () => {
  test("both languages have every namespace that is listed, and no other", () => {
    for (const locale of locales) {
      const files = readdirSync(join(project, "lib/i18n", locale)).sort();
      expect(files, locale).toEqual(namespaces.map((name) => `${name}.json`).sort());
    }
  });

  test("both languages have the same keys, arguments and tags", () => {
    const shape = (locale: string) =>
      leaves(catalogs[locale]).map(([key, text]) => [key, ...namesIn(text)].join(" "));
    expect(shape("en").sort()).toEqual(shape("zh-CN").sort());
  });

  test.each(locales)("every message of %s can be printed", (locale) => {
    const faults: string[] = [];
    const translate = createTranslator({
      locale,
      messages: catalogs[locale],
      onError: (error) => faults.push(error.message),
    });
    for (const [key, text] of leaves(catalogs[locale])) {
      const values = Object.fromEntries(argumentsIn(text).map((name) => [name, 1]));
      const tags = Object.fromEntries(tagsIn(text).map((name) => [name, (chunks: string) => chunks]));
      (translate.markup as (key: string, values: object) => string)(key, { ...values, ...tags });
    }
    expect(faults).toEqual([]);
  });

  test("English has no Chinese left, Chinese has no English sentence", () => {
    const left = leaves(catalogs.en).filter(
      ([key, text]) =>
        /[\p{Script=Han}\u3001-\u3003\uff01-\uff5e]/u.test(text) && !chineseInEnglish.test(key),
    );
    expect(left).toEqual([]);
    const untranslated = leaves(catalogs["zh-CN"]).filter(([, text]) =>
      /\b[a-z]+ [a-z]+ [a-z]+\b/.test(text.replace(/\{[^}]*\}|<[^>]*>/g, "")),
    );
    expect(untranslated).toEqual([]);
  });
});

describe("the keys that the code names", () => {
  const sources = listFiles(project)
    .filter(
      (path) => /^(?:app|components|lib)\/.*\.tsx?$/.test(path) && !/\.test\.tsx?$|^lib\/checks\//.test(path),
    )
    .map((path) => ({ path, text: readFileSync(join(project, path), "utf8") }));

  test("exist in the catalogs", () => {
    const missing = sources.flatMap(({ path, text }) => missingKeys(text).map((key) => `${path}: ${key}`));
    expect(missing).toEqual([]);
  });

  test("exist in faults, where a schema or command names a field's fault", () => {
    const named = sources
      .filter(({ path }) => path.startsWith("lib/"))
      .flatMap(({ path, text }) => faultKeys(text).map((key) => ({ path, key })));
    expect(
      named.filter(({ key }) => !has(`faults.${key}`)).map(({ path, key }) => `${path}: ${key}`),
    ).toEqual([]);
  });

  test("a missing one is found", () => {
    const text = `const t = await getTranslations("faults"); t("required"); t("nonsense"); t.rich(\`nowhere.\${x}\`); other("x");`;
    expect(missingKeys(text)).toEqual(["nonsense", "nowhere."]);
    expect(faultKeys(`refuseField("a", "nonsense"); context.addIssue({ message: "tooLong:5" })`)).toEqual([
      "nonsense",
      "tooLong",
    ]);
  });
});

/** Keys given to a translator made in this file that none of the file's namespaces of that name has. */
function missingKeys(text: string): string[] {
  const made = [
    ...text.matchAll(/const (\w+) =\s*(?:await )?(?:useTranslations|getTranslations)\((?:"([\w.-]+)")?\)/g),
  ];
  const missing: string[] = [];
  for (const name of new Set(made.map((match) => match[1]!))) {
    const scopes = made.filter((match) => match[1] === name).map((match) => match[2] ?? "");
    const uses = text.matchAll(
      new RegExp(`(?<![\\w.])${name}(?:\\.(?:rich|markup|raw|has))?\\(\\s*(?:"([^"]+)"|\`([^\`$]+)\\$)`, "g"),
    );
    for (const [, whole, beginning] of uses) {
      const key = whole ?? beginning!;
      const wanted = whole ?? key.slice(0, Math.max(0, key.lastIndexOf(".")));
      if (!scopes.some((scope) => has([scope, wanted].filter(Boolean).join(".")))) missing.push(key);
    }
  }
  return missing;
}

/** `refuseField("path", "key")`, `message: "key"`, and the lists in `fields: { path: ["key"] }`. */
function faultKeys(text: string): string[] {
  const found = text.matchAll(
    /refuseField\([^,()]+,\s*"([a-z][A-Za-z]*)|\bmessage: "([a-z][A-Za-z]*)(?=[":])|\bfields: \{[^{}]*?: \[["`]([a-z][A-Za-z]*)/g,
  );
  return [...found].map((match) => (match[1] ?? match[2] ?? match[3])!);
}

function has(path: string): boolean {
  return (
    path
      .split(".")
      .reduce<unknown>(
        (node, part) => (node as Record<string, unknown> | undefined)?.[part],
        catalogs["zh-CN"],
      ) !== undefined
  );
}

function catalog(locale: string, name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(project, "lib/i18n", locale, `${name}.json`), "utf8")) as Record<
    string,
    unknown
  >;
}

function leaves(node: unknown, path = ""): [string, string][] {
  if (typeof node === "string") return [[path, node]];
  return Object.entries(node as object).flatMap(([key, child]) =>
    leaves(child, path ? `${path}.${key}` : key),
  );
}

function namesIn(text: string): string[] {
  return [...argumentsIn(text), ...tagsIn(text).map((name) => `<${name}>`)];
}

/** "{count, plural, one {# row} other {{name}}}" has count and name: a brace at odd depth opens an argument, at even depth a text. */
function argumentsIn(text: string): string[] {
  const names = new Set<string>();
  let depth = 0;
  for (const [at, character] of [...text].entries()) {
    if (character === "}") depth -= 1;
    if (character !== "{") continue;
    depth += 1;
    if (depth % 2 === 1)
      names.add(
        /^\w*/.exec(
          [...text]
            .slice(at + 1)
            .join("")
            .trimStart(),
        )![0],
      );
  }
  return [...names].sort();
}

function tagsIn(text: string): string[] {
  return [...new Set([...text.matchAll(/<(\w+)>/g)].map((match) => match[1]!))].sort();
}
