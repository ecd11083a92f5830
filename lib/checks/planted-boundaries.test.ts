import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PlantedHouse, project } from "./planted";

type Violation = { rule: { name: string }; from: string };

describe("boundaries", () => {
  const sound: Record<string, string> = {
    "lib/kernel/text.ts": "export const text = 1;",
    "lib/db/client.ts": `import { text } from "@/lib/kernel/text"; export const db = text;`,
    "lib/db/generated/client.ts": "export type Prisma = 1; export const value = 1;",
    "lib/auth/roles.ts": "export type Actor = 1; export const hasRole = 1;",
    "lib/audit/events.ts": "export type AuditEventName = 1;",
    "lib/audit/record.ts": `import type { Actor } from "@/lib/auth/roles"; export const recordEvent = (actor: Actor) => actor;`,
    "lib/auth/sign-in.ts": `import { recordEvent } from "@/lib/audit/record"; export const signIn = recordEvent;`,
    "lib/employees/schema.ts": `import { text } from "@/lib/kernel/text"; import { z } from "zod"; export const schema = z.literal(text);`,
    "lib/employees/queries.ts": `import { db } from "@/lib/db/client"; export type View = 1; export const list = db;`,
    "lib/employees/commands.ts": `import { recordEvent } from "@/lib/audit/record"; export const save = recordEvent;`,
    "lib/awards/schema.ts": `import { schema } from "@/lib/employees/schema"; export const award = schema;`,
    "lib/awards/rules.ts": `import { award } from "./schema"; export const rule = award;`,
    "lib/awards/policy.ts": `import { hasRole } from "@/lib/auth/roles"; import type { Prisma } from "@/lib/db/generated/client"; export const may: Prisma = hasRole;`,
    "lib/awards/queries.ts": `import { list } from "@/lib/employees/queries"; import { may } from "./policy"; export type View = 1; export const get = [list, may];`,
    "lib/awards/commands.ts": `import { get } from "./queries"; import { rule } from "./rules"; export const confer = [get, rule];`,
    "lib/awards/actions.ts": `import { confer } from "./commands"; import { refresh } from "next/cache"; export const act = [confer, refresh];`,
    "lib/awards/review/commands.ts": `import { confer } from "../commands"; export const confirm = confer;`,
    "lib/exchange/exports/queries.ts": `import { get } from "@/lib/awards/queries"; export const rows = get;`,
    "components/ui/button.tsx": `import { clsx } from "clsx"; export const Button = clsx;`,
    "components/employees/picker.tsx": `import { Button } from "../ui/button"; export const Picker = Button;`,
    "components/awards/form.tsx": `import type { View } from "@/lib/awards/queries"; import { act } from "@/lib/awards/actions"; import { Picker } from "../employees/picker"; export const Form: View = [act, Picker];`,
    "app/(registry)/awards/page.tsx": `import { get } from "@/lib/awards/queries"; import { Form } from "@/components/awards/form"; export default [get, Form];`,
  };
  const planted: [rule: string, path: string, text: string][] = [
    [
      "down-only-employees",
      "lib/employees/rules.ts",
      `import { award } from "@/lib/awards/schema"; export const a = award;`,
    ],
    [
      "down-only-teams",
      "lib/teams/queries.ts",
      `import type { View } from "@/lib/studios/queries"; export type A = View;`,
    ],
    [
      "down-only-db",
      "lib/db/transaction.ts",
      `import { recordEvent } from "@/lib/audit/record"; export const t = recordEvent;`,
    ],
    ["kernel", "lib/kernel/ids.ts", `import { db } from "@/lib/db/client"; export const i = db;`],
    [
      "schema",
      "lib/studios/schema.ts",
      `import { list } from "@/lib/employees/queries"; export const s = list;`,
    ],
    [
      "rules",
      "lib/studios/rules.ts",
      `import { hasRole } from "@/lib/auth/roles"; export const r = hasRole;`,
    ],
    ["policy", "lib/studios/policy.ts", `import { db } from "@/lib/db/client"; export const p = db;`],
    [
      "prisma-client",
      "lib/honors/policy.ts",
      `import { value } from "@/lib/db/generated/client"; export const p = value;`,
    ],
    [
      "no-package-io",
      "lib/honors/rules.ts",
      `import { readFileSync } from "node:fs"; export const r = readFileSync;`,
    ],
    [
      "queries",
      "lib/studios/queries.ts",
      `import { save } from "@/lib/employees/commands"; export type View = 1; export const q = save;`,
    ],
    [
      "commands",
      "lib/reports/commands.ts",
      `import { act } from "@/lib/awards/actions"; export const c = act;`,
    ],
    [
      "no-framework",
      "lib/teams/commands.ts",
      `import { cookies } from "next/headers"; export const c = cookies;`,
    ],
    ["actions", "lib/studios/actions.ts", `import { db } from "@/lib/db/client"; export const a = db;`],
    [
      "noun-files",
      "lib/awards/requests/queries.ts",
      `import { x } from "@/lib/awards/store"; export const q = x;`,
    ],
    [
      "prisma-client",
      "components/awards/list.tsx",
      `import { db } from "@/lib/db/client"; export const l = db;`,
    ],
    ["database-driver", "app/api/health/route.ts", `import pg from "pg"; export const GET = pg;`],
    [
      "lib-below-screens",
      "lib/stories/queries.ts",
      `import { Button } from "@/components/ui/button"; export const q = Button;`,
    ],
    ["top", "lib/search/queries.ts", `import { start } from "@/lib/launch/start"; export const q = start;`],
    [
      "app-commands",
      "app/(registry)/awards/new/page.tsx",
      `import { confer } from "@/lib/awards/commands"; export default confer;`,
    ],
    [
      "app-not-imported",
      "components/shell/menu.tsx",
      `import page from "@/app/(registry)/awards/page"; export const m = page;`,
    ],
    [
      "components",
      "components/awards/table.tsx",
      `import { get } from "@/lib/awards/queries"; export const t = get;`,
    ],
    [
      "components-commands",
      "components/awards/row.tsx",
      `import type { confer } from "@/lib/awards/commands"; export type R = typeof confer;`,
    ],
    ["ui", "components/ui/badge.tsx", `import { award } from "@/lib/awards/schema"; export const b = award;`],
    ["frame", "components/forms/field.tsx", `import { Form } from "../awards/form"; export const f = Form;`],
    [
      "components-down-only-employees",
      "components/employees/detail.tsx",
      `import { Form } from "../awards/form"; export const d = Form;`,
    ],
    [
      "resolvable",
      "lib/trainings/queries.ts",
      `import { x } from "@/lib/nowhere/queries"; export const q = x;`,
    ],
    [
      "down-only-trainings",
      "lib/trainings/policy.ts",
      `import type { X } from "@/lib/utils/queries"; export type P = X;`,
    ],
    ["no-circular", "lib/jobs/heartbeat.ts", `import { a } from "./run"; export const b = a;`],
    ["declared", "lib/files/store.ts", `import estree from "estree-walker"; export const s = estree;`],
  ];
  const support = {
    "lib/awards/store.ts": "export const x = 1;",
    "lib/utils/queries.ts": "export type X = 1;",
    "lib/launch/start.ts": "export const start = 1;",
    "lib/jobs/run.ts": `import { b } from "./heartbeat"; export const a = b;`,
  };
  const house = new PlantedHouse();
  afterAll(() => house.remove());
  let violations: { rule: string; from: string }[];

  beforeAll(async () => {
    for (const [path, text] of Object.entries({ ...sound, ...support })) house.plant(path, text);
    for (const [, path, text] of planted) house.plant(path, text);
    const program = join(project, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
    const config = join(project, ".dependency-cruiser.mjs");
    const run = spawnSync(
      process.execPath,
      [program, "--config", config, "-T", "json", "app", "components", "lib"],
      {
        cwd: house.root,
        encoding: "utf8",
        maxBuffer: 64 << 20,
      },
    );
    const { summary } = JSON.parse(run.stdout) as { summary: { violations: Violation[] } };
    violations = summary.violations.map((found) => ({ rule: found.rule.name, from: found.from }));
  });

  test.each(planted)("%s is broken by %s", (rule, path) => {
    expect(violations).toContainEqual({ rule, from: path });
  });

  test("what the house allows breaks nothing", () => {
    expect(violations.filter(({ from }) => from in sound)).toEqual([]);
  });
});
