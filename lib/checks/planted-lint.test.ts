import { relative } from "node:path";
import { ESLint, type Linter } from "eslint";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lint } from "./lint.mjs";
import { PlantedHouse } from "./planted";

describe("lint", () => {
  const planted: [rule: string, path: string, text: string][] = [
    ["no-restricted-properties", "lib/teams/port.ts", "export const port = process.env.PORT;"],
    ["no-restricted-properties", "app/page.tsx", "const { env } = process; export default env;"],
    [
      "no-restricted-imports",
      "lib/teams/env.ts",
      `import { env } from "node:process"; export const port = env.PORT;`,
    ],
    ["@typescript-eslint/no-explicit-any", "lib/teams/any.ts", "export const x: any = 1;"],
    [
      "@typescript-eslint/no-floating-promises",
      "lib/teams/late.ts",
      "export function late(): void { Promise.resolve(1); }",
    ],
    [
      "@typescript-eslint/no-misused-promises",
      "lib/teams/misused.ts",
      "export const n = [1].filter(async () => true);",
    ],
    ["no-restricted-syntax", "lib/teams/barrel.ts", `export * from "./any";`],
    ["no-restricted-syntax", "lib/teams/door.ts", `export { x } from "./any";`],
    [
      "no-restricted-syntax",
      "lib/teams/day.ts",
      "export const day = (at: Date) => at.toISOString().slice(0, 10);",
    ],
    ["no-restricted-syntax", "lib/teams/month.ts", "export const month = (at: Date) => at.getMonth();"],
    ["no-restricted-syntax", "lib/documents/rules.ts", "export const now = () => new Date();"],
    [
      "no-restricted-syntax",
      "lib/teams/raw.ts",
      "export const r = (tx: { $queryRawUnsafe(q: string): string }) => tx.$queryRawUnsafe(`x`);",
    ],
    ["no-console", "lib/teams/talk.ts", "console.log(1);"],
  ];
  const sound: [path: string, text: string][] = [
    ["lib/env/port.ts", "export const port = process.env.PORT;"],
    ["lib/teams/instant.ts", "export const since = (at: Date) => Date.now() - at.getTime();"],
    ["lib/launch/say.mjs", "console.log(process.env.PORT);"],
  ];
  const house = new PlantedHouse();
  afterAll(() => house.remove());
  const messages = new Map<string, Linter.LintMessage[]>();

  beforeAll(async () => {
    for (const [, path, text] of planted) house.plant(path, text);
    for (const [path, text] of sound) house.plant(path, text);
    const eslint = new ESLint({
      cwd: house.root,
      overrideConfigFile: true,
      overrideConfig: lint(house.root) as Linter.Config[],
    });
    const paths = [...planted.map(([, path]) => path), ...sound.map(([path]) => path)];
    for (const result of await eslint.lintFiles(paths))
      messages.set(relative(house.root, result.filePath), result.messages);
  }, 60_000);

  test.each(planted)("%s is broken by %s", (rule, path) => {
    expect(messages.get(path)?.map((message) => message.ruleId)).toContain(rule);
  });

  test.each(sound)("%s is sound", (path) => expect(messages.get(path)).toEqual([]));
});
