import { parse } from "csv-parse/sync";
import { createTranslator } from "next-intl";
import type { Actor, Grant } from "@/lib/auth/roles";
import { saveAward } from "@/lib/awards/commands";
import { confirmAward } from "@/lib/awards/review/commands";
import { db } from "@/lib/db/client";
import type { TestDatabase } from "@/lib/db/testing";
import { type Download, exportAwards } from "@/lib/exchange/exports/commands";
import { loadMessages, type Locale } from "@/lib/i18n/catalog";
import { achievement, actors, buildLedger, draft, person, team, title, unit } from "./ledger";

const { admin, recorder, checker, checker2, recorderB, checkerB } = actors;
const now = new Date("2022-12-31T17:00:00Z"); // already 2023 in Shanghai

type Say = (key: string, values?: Record<string, string | number>) => string;
export async function wordsIn(locale: Locale) {
  const messages = await loadMessages(locale);
  const say = (namespace: string) => createTranslator({ locale, messages, namespace }) as Say;
  return { exports: say("exports"), awards: say("awards") };
}
export const words = await wordsIn("zh-CN");

async function award(
  more: Record<string, unknown>,
  { by = recorder, checked = checker as Actor | null } = {},
) {
  const saved = await saveAward(by, draft({ intent: checked ? "submit" : "draft", ...more }));
  if (!saved.ok) throw new Error(JSON.stringify(saved.fault));
  const confirmed = checked && (await confirmAward(checked, { id: saved.value.id, version: 2 }));
  if (confirmed && !confirmed.ok) throw new Error(JSON.stringify(confirmed.fault));
}

/** Each of the actors has shown at that moment who they are. */
export async function openSessions({ ownerSql }: Pick<TestDatabase, "ownerSql">, at: Date): Promise<void> {
  await ownerSql(
    `INSERT INTO sessions (id, user_id, token_hash, address, user_agent, expires_at, verified_at)
     SELECT id, id, 'hash of ' || id, '127.0.0.1', 'vitest', now() + interval '8 hours', $1 FROM users
     ON CONFLICT (id) DO UPDATE SET verified_at = excluded.verified_at`,
    [at],
  );
}

/** Awards of both companies: shared, collective, across companies, and a draft without recipients. */
export async function buildExports(): Promise<TestDatabase> {
  const world = await buildLedger();
  await openSessions(world, new Date());
  await award({ reason: '=HYPERLINK("http://x")' });
  await award({
    titleId: String(title.craftsman),
    prizeLevelCode: "",
    recipients: [{ employeeId: person.jia }],
    awardDate: "2022",
    bonus: "",
  });
  await award({ recipients: [{ teamId: team.welders }], awardDate: "2021-05", documents: [] });
  await award({
    recipients: [{ achievementId: achievement.fixture }],
    prizeLevelCode: "second",
    awardDate: "2022-05-03",
  });
  await award({ recipients: [] }, { checked: null });
  await award(
    { recipients: [{ employeeId: person.zhang }, { employeeId: person.jia }], bonus: "" },
    { by: { ...admin, userId: recorder.userId }, checked: checker2 },
  );
  await award(
    { recipients: [{ employeeId: person.zhang }], documents: [] },
    { by: recorderB, checked: checkerB },
  );
  return world;
}

export const grant = (role: Grant["role"], organizationId: number, path: string): Grant => ({
  role,
  organizationId,
  tree: organizationId > 10 ? "union" : "company",
  path,
});
export const recorderExporter = {
  ...recorder,
  grants: [...recorder.grants, grant("exporter", unit.unionA, "/11/12/")],
};

export type Input = Record<string, unknown>;
export const ask = (actor: Actor, more: Input = {}) =>
  exportAwards(
    actor,
    {
      year: "all",
      rowPer: "award",
      format: "csv",
      columns: ["title", "awardDate"],
      reason: "年度汇总",
      ...more,
    },
    { words, english: false, now, signal: new AbortController().signal },
  );

export async function download(actor: Actor, more: Input = {}): Promise<Download> {
  const result = await ask(actor, more);
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  return result.value;
}

/** The rows of a CSV. */
export async function table(actor: Actor, more: Input = {}): Promise<string[][]> {
  const text = await new Response((await download(actor, more)).body).text();
  return parse(text, { bom: true });
}

export const lastEvent = () =>
  db.auditEvent.findFirstOrThrow({ where: { event: "awards.exported" }, orderBy: { id: "desc" } });
export const exported = () => db.auditEvent.count({ where: { event: "awards.exported" } });
