import type { KeyObject } from "node:crypto";
import { createWriteStream, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import type pg from "pg";
import { exportAudit, readExportedCheckpoints, readPublicKeys, verifyExport } from "@/lib/audit/seals/export";
import { sealEvents } from "@/lib/audit/seals/seal";
import { signingKey } from "@/lib/audit/seals/signing-key";
import { type Finding, type Verdict, verifyAudit } from "@/lib/audit/seals/verify";
import { ActingClient } from "@/lib/db/acting-client";
import { databaseSettings } from "@/lib/env";
import { earlySettings } from "../env/early.mjs";
import { connect } from "./connect";
import { requireDatabase } from "./database";
import { Refusal } from "./refusal.mjs";

const USAGE = `Usage:
  npm run audit:verify                                    checks the whole trail in the database
  npm run audit:verify -- --key PUBLIC.pem                … trusting these public keys alone (may be given several times)
  npm run audit:verify -- --kept EXPORT.jsonl             … and that it still holds every checkpoint of an earlier export
  npm run audit:verify -- --file EXPORT.jsonl --key PUBLIC.pem   checks an export on any machine, without the database
  npm run audit:export -- --out EXPORT.jsonl [--checkpoints]     writes the trail (or its checkpoints alone) and EXPORT.jsonl.pem`;

type Options = ReturnType<typeof readArguments>;

/** Runs one of the two commands; false where something in the trail does not hold. */
export async function auditCommand({ root, args: [command, ...rest] }: { root: string; args: string[] }) {
  const options = readArguments(rest);
  if (command === "export") return onDatabase(root, (client) => writeExport(client, options));
  if (command !== "verify") throw new Refusal(USAGE);
  const keys = options.key?.flatMap(readKeys);
  if (options.file) {
    if (!keys) throw new Refusal(`To check a file, name the public key it is to be signed with.\n${USAGE}`);
    return tell(await verifyExport(existing(options.file), keys));
  }
  const kept = options.kept ? await readExportedCheckpoints(existing(options.kept)) : [];
  return onDatabase(root, async (client) => tell(await verifyAudit(client, { kept, ...(keys && { keys }) })));
}

function readArguments(args: string[]) {
  try {
    const text = { type: "string" } as const;
    const { values } = parseArgs({
      args,
      options: {
        key: { ...text, multiple: true },
        kept: text,
        file: text,
        out: text,
        checkpoints: { type: "boolean" },
      },
    });
    return values;
  } catch {
    throw new Refusal(USAGE);
  }
}

async function onDatabase(root: string, work: (client: pg.Client) => Promise<boolean>) {
  await requireDatabase();
  const close = await connect(join(earlySettings(root).dataDir, "postgres"));
  // No limit on the time of a statement: a trail of years is read as a whole.
  const client = new ActingClient({
    connectionString: databaseSettings().databaseUrl,
    options: "-c TimeZone=UTC",
  });
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end();
    await close();
  }
}

/** What is not in the chain yet is sealed first, so that the export holds everything up to now. */
async function writeExport(client: pg.Client, { out, checkpoints }: Options) {
  if (!out) throw new Refusal(USAGE);
  const key = signingKey();
  while ((await sealEvents(key)) > 0);
  await pipeline(
    Readable.from(exportAudit(client, { checkpointsOnly: checkpoints ?? false })),
    createWriteStream(out),
  );
  const { rows } = await client.query<{ pem: string }>(
    "SELECT public_key AS pem FROM audit_keys ORDER BY created_at",
  );
  await pipeline(Readable.from(rows.map(({ pem }) => pem)), createWriteStream(`${out}.pem`));
  process.stdout.write(`Written: ${out}, and the public keys in ${out}.pem. Keep them on another machine.\n`);
  return true;
}

function tell({ chained, waiting, checkpoints, lastSealedAt, findings, cut }: Verdict): boolean {
  const write = (line: string) => process.stdout.write(`${line}\n`);
  write(
    `${chained} events in the chain, ${checkpoints} checkpoints, the last of ${lastSealedAt ?? "never"}; ${waiting} events wait for the next one.`,
  );
  for (const finding of findings) write(`  ${sentence(finding)}`);
  if (cut) write("  … and more, which are not listed.");
  write(findings.length === 0 ? "The trail holds." : "The trail does NOT hold.");
  return findings.length === 0;
}

function sentence(finding: Finding): string {
  switch (finding.kind) {
    case "event_changed":
      return `Event ${finding.eventId} was changed.`;
    case "event_removed":
      return `Event ${finding.eventId} was removed.`;
    case "event_put_in":
      return `Event ${finding.eventId} was put in afterwards.`;
    case "link_missing":
      return `Link ${finding.position} of the chain was removed.`;
    case "checkpoint_forged":
      return `Checkpoint ${finding.checkpoint} has a signature that is not its key's.`;
    case "checkpoint_unknown_key":
      return `Checkpoint ${finding.checkpoint} is signed with a key that is not trusted.`;
    case "checkpoint_apart":
      return `Checkpoint ${finding.checkpoint} does not fit the chain.`;
    case "checkpoint_missing":
      return `Checkpoint ${finding.checkpoint} of the earlier export is gone or another.`;
  }
}

/** One or several keys in one PEM file. */
function readKeys(path: string): KeyObject[] {
  try {
    return readPublicKeys(readFileSync(existing(path), "utf8"));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`${path} holds no public key in PEM.`);
  }
}

function existing(path: string): string {
  if (!existsSync(path)) throw new Refusal(`There is no file ${path}.`);
  return path;
}
