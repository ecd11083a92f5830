import { describe, expect, test } from "vitest";
import { ignoredBy } from "./tree.mjs";
import { faultOf, faultsOf } from "./vocabulary.mjs";

describe("vocabulary", () => {
  test.each([
    ["lib/awards/helpers.ts", "is called"],
    ["lib/awards/ledger.ts", "is none of schema.ts"],
    ["lib/awards/index.ts", "barrel"],
    ["components/awards/index.tsx", "barrel"],
    ["lib/awards/Rules.ts", "lower case"],
    ["lib/awards/extra/rules.ts", `no part of awards`],
    ["lib/award/rules.ts", `spells "awards" as "award"`],
    ["lib/honours/rules.ts", `spells "honors" as "honours"`],
    ["lib/medals/rules.ts", "none of"],
    ["lib/dates.ts", "lib itself"],
    ["lib/exchange/awards/queries.ts", "seventh place"],
    ["components/Employees/card.tsx", `spells "employees"`],
    ["components/organisations/card.tsx", `spells "organizations"`],
    ["components/widgets/card.tsx", "none of"],
    ["app/(registry)/award/page.tsx", `spells "awards" as "award"`],
    ["app/(registry)/awards/table.tsx", "Next.js"],
    ["app/(admin)/awards/page.tsx", "(admin)"],
    ["prisma/models/award.prisma", `spells "awards" as "award"`],
    ["prisma/seed/employee.ts", `spells "employees" as "employee"`],
    ["prisma/scripts/fix.sql", "prisma/scripts"],
    ["e2e/team.spec.ts", `spells "teams" as "team"`],
    ["e2e/notes.ts", "neither a spec"],
    ["src/awards/rules.ts", `"src"`],
    ["notes.md", "root"],
    ["tailwind.config.js", "root"],
  ])("%s is refused", (path, why) => expect(faultOf(path)).toContain(why));

  test.each([
    "package.json",
    ".ci/run",
    "lib/awards/rules.ts",
    "lib/awards/two-at-once.test.ts",
    "lib/awards/requests/commands.ts",
    "lib/exchange/exports/xlsx.ts",
    "lib/kernel/text.ts",
    "lib/env/index.ts",
    "lib/i18n/zh-CN/awards.json",
    "components/ui/button.tsx",
    "components/awards/requests/form.tsx",
    "app/layout.tsx",
    "app/(registry)/awards/[id]/edit/page.tsx",
    "app/(registry)/awards/export/route.ts",
    "app/(public)/verify/[code]/page.tsx",
    "app/api/auth/[...nextauth]/route.ts",
    "prisma/models/awards.prisma",
    "prisma/migrations/20261127_init/migration.sql",
    "prisma/seed/awards.ts",
    "e2e/awards.spec.ts",
    "e2e/world/awards.ts",
    "public/emblem.svg",
  ])("%s may stand", (path) => expect(faultOf(path)).toBeNull());

  test("a file past 250 lines is refused, generated and translated ones aside", () => {
    const paths = [
      "lib/awards/rules.ts",
      "package-lock.json",
      "lib/i18n/en/awards.json",
      "prisma/migrations/1_a/migration.sql",
    ];
    expect(faultsOf(paths, () => 251)).toEqual([
      "lib/awards/rules.ts has 251 lines, more than 250: split it by meaning",
    ]);
    expect(faultsOf(paths, () => 250)).toEqual([]);
  });

  test("what .gitignore names is not looked at", () => {
    const ignored = ignoredBy(
      "node_modules/\n.next/\nlib/db/generated/\n*.tsbuildinfo\n.env*.local\nnext-env.d.ts\n",
    );
    const paths = ["node_modules/", "lib/db/generated/", "a.tsbuildinfo", ".env.local", "next-env.d.ts"];
    expect(paths.map(ignored)).toEqual(paths.map(() => true));
    expect(["lib/db/", "lib/db/client.ts", "next-env.ts", "lib/generated/"].some(ignored)).toBe(false);
  });
});
