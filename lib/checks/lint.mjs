import next from "eslint-config-next/core-web-vitals";
import typescript from "typescript-eslint";
import { nouns } from "./house.mjs";

/** ESLint's configuration for the project in a folder; the tests plant their violations in another. */
export function lint(root) {
  return [
    {
      ignores: [
        ".next/",
        ".data/",
        "lib/db/generated/",
        "next-env.d.ts",
        "test-results/",
        "playwright-report/",
        "public/",
      ],
    },
    ...next,
    ...typescript.configs.recommended,
    {
      files: ["**/*.{ts,tsx,mts}"],
      languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
      rules: {
        "@typescript-eslint/no-floating-promises": "error",
        "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
        "@typescript-eslint/await-thenable": "error",
        "@typescript-eslint/switch-exhaustiveness-check": [
          "error",
          { considerDefaultExhaustiveForUnions: true },
        ],
        "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
        "@typescript-eslint/no-import-type-side-effects": "error",
      },
    },
    {
      rules: {
        "@typescript-eslint/no-explicit-any": "error",
        "@typescript-eslint/no-unused-vars": [
          "error",
          { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
        ],
        "no-console": "error",
        eqeqeq: ["error", "always", { null: "ignore" }],
        "import/no-anonymous-default-export": "off",
        "no-restricted-syntax": ["error", ...everywhere],
        "no-restricted-properties": ["error", { object: "process", property: "env", message: settings }],
        "no-restricted-imports": [
          "error",
          {
            paths: ["process", "node:process"].map((name) => ({
              name,
              importNames: ["env"],
              message: settings,
            })),
          },
        ],
      },
    },
    {
      files: [`lib/{${nouns.join(",")}}/**/{rules,schema,policy}.ts`],
      rules: { "no-restricted-syntax": ["error", ...everywhere, ...pure] },
    },
    {
      files: ["lib/kernel/**"],
      rules: {
        "no-restricted-syntax": ["error", ...without(...calendar)],
      },
    },
    // A page of Next.js may be another one's file.
    { files: ["app/**"], rules: { "no-restricted-syntax": ["error", ...without(passedOn)] } },
    // The readers of the environment: lib/env, what runs before node_modules exists, and the tools' own settings.
    {
      files: ["lib/env/**", "lib/launch/**/*.mjs", "*.config.*"],
      rules: { "no-restricted-properties": "off", "no-restricted-imports": "off" },
    },
    // No React here: a Playwright fixture or a database helper may be called "use".
    {
      files: ["lib/**/*.{ts,mjs}", "prisma/**", "e2e/**"],
      rules: { "react-hooks/rules-of-hooks": "off" },
    },
    // Programs that speak to a terminal.
    { files: ["lib/launch/**", "lib/checks/**", "prisma/**"], rules: { "no-console": "off" } },
  ];
}

const settings = "Settings are read and checked in lib/env alone.";
const calendar = [
  {
    selector:
      "CallExpression[callee.property.name=/^(getFullYear|getMonth|getDate|getDay|setFullYear|setMonth|setDate|toLocaleDateString)$/]",
    message:
      "Calendar dates are PartialDate texts and have no time zone; an instant's day is dayOf() of lib/kernel/partial-date.",
  },
  {
    selector:
      "CallExpression[callee.property.name=/^(slice|split|substring)$/][callee.object.callee.property.name='toISOString']",
    message: "This is the day in Greenwich; use dayOf() of lib/kernel/partial-date.",
  },
];
const passedOn = {
  selector: "ExportNamedDeclaration[source][exportKind!='type']",
  message: "No barrels: import the file that holds the thing.",
};
const batched = {
  selector: "CallExpression[callee.property.name=/^findUnique(OrThrow)?$/]",
  message:
    "Prisma gathers the findUnique of one moment into a single statement, be it of several requests: on whose behalf would it be asked? Use findFirst.",
};
const everywhere = [
  batched,
  passedOn,
  ...calendar,
  { selector: "ExportAllDeclaration", message: "No barrels: import the file that holds the thing." },
  { selector: "TSEnumDeclaration", message: "Use a union of literals." },
  {
    selector:
      "TaggedTemplateExpression[tag.property.name=/^\\$(queryRawUnsafe|executeRawUnsafe)$/], CallExpression[callee.property.name=/^\\$(queryRawUnsafe|executeRawUnsafe)$/]",
    message: "SQL takes bound parameters: $queryRaw.",
  },
];
const pure = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "Time is an argument." },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: "Time is an argument.",
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: "Rules are pure.",
  },
];

function without(...entries) {
  return everywhere.filter((entry) => !entries.includes(entry));
}
