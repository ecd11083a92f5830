import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { APIRequestContext } from "@playwright/test";
import { ownOrigin } from "./actions";
import { query } from "./database";
import { routesOf, samples } from "./routes";
import { scan } from "./steps";

/** Every method that a handler answers, as "POST /files". Read off the files, so that none is forgotten. */
export function handlers(): string[] {
  return routesOf("route.ts").flatMap((route) =>
    [...readFileSync(fileOf(route), "utf8").matchAll(exported)].map(([, method]) => `${method} ${route}`),
  );
}

const exported = /^export (?:async function|function|const) (GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/gm;

function fileOf(route: string): string {
  const tries = ["(registry)", "(public)", ""].map((group) => join("app", group, route, "route.ts"));
  for (const path of tries) {
    try {
      readFileSync(path);
      return path;
    } catch {
      // In one of the others.
    }
  }
  throw new Error(`No file of ${route}`);
}

/** The third company's records that handlers are asked for, and words by which they would show. */
export async function handlerSamples(union: APIRequestContext) {
  const ids = await samples();
  const file = await storedFile(union, ids);
  const [words] = await query<Record<string, string>>(
    `SELECT (SELECT ledger_number FROM awards WHERE id = $1) AS ledger, (SELECT name FROM teams WHERE id = $2) AS team,
       (SELECT name FROM studios WHERE id = $3) AS studio, (SELECT name FROM achievements WHERE id = $4) AS achievement,
       (SELECT number FROM documents WHERE recording_unit_id = (SELECT id FROM organizations WHERE code = 'HD03-GH') AND number IS NOT NULL ORDER BY id LIMIT 1) AS number,
       (SELECT name FROM organizations WHERE code = 'HD03') AS company, (SELECT name FROM organizations WHERE code = 'HD03-GH') AS "unionName",
       (SELECT name FROM honor_titles WHERE id = $5) AS title, (SELECT name FROM granting_bodies WHERE id = $6) AS body`,
    [ids.award, ids.team, ids.studio, ids.achievement, ids.title, ids.body],
  );
  const [place] = await query<Record<"company" | "union" | "document" | "revokedAward", number>>(
    `SELECT (SELECT id FROM organizations WHERE code = 'HD03') AS company, (SELECT id FROM organizations WHERE code = 'HD03-GH') AS union,
       (SELECT id FROM documents WHERE number = $1) AS document, $2::int AS "revokedAward"`,
    [words!.number, ids.revokedAward],
  );
  return { ids, file, words: words!, place: place! };
}
export type HandlerSamples = Awaited<ReturnType<typeof handlerSamples>>;

/** A real file, held by a document, a request and a case of the third company. */
async function storedFile(union: APIRequestContext, ids: Record<string, number>): Promise<number> {
  const name = "样例附件.pdf";
  const link = (table: string, key: string, noun: string, id: number, file: number) =>
    query(
      `WITH one AS (INSERT INTO ${table} (${key}, file_id, position) VALUES ($1, $2, 99) ON CONFLICT DO NOTHING RETURNING 1)
       INSERT INTO audit_events (event, noun, noun_id, actor_name, actor_roles, address) SELECT 'test', '${noun}', $1, 'test', '{}', 'local' FROM one`,
      [id, file],
    );
  const sent = await union.post("/files", {
    headers: { Origin: ownOrigin() },
    multipart: { file: { ...scan, name } },
  });
  const { id } = (await sent.json()) as { id: number };
  await link("document_files", "document_id", "documents", ids.document!, id);
  await link("award_request_files", "request_id", "award_requests", ids.request!, id);
  await link("award_revocation_files", "revocation_id", "award_revocations", ids.revocation!, id);
  return id;
}
