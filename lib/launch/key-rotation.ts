import { join } from "node:path";
import { parseArgs } from "node:util";
import pg from "pg";
import { countOldCodes, resealFactors } from "@/lib/auth/resealing";
import { newestKey, type Resealed } from "@/lib/db/sealed";
import { resealNumbers } from "@/lib/employees/identities/commands";
import { databaseSettings, dataKeys } from "@/lib/env";
import { addEmbeddedKey } from "@/lib/env/secret";
import { resealSecrets } from "@/lib/exchange/imports/rows/commands";
import { earlySettings } from "../env/early.mjs";
import { connect } from "./connect";
import { requireDatabase } from "./database";
import { Refusal } from "./refusal.mjs";

const USAGE = `Usage:
  npm run keys:rotate             seals everything with the first key of PERSONAL_DATA_KEY; may be stopped and run again
  npm run keys:rotate -- --new    adds a new first key to the embedded set-up's own file; restart the registry, then run the above`;

type Options = { root: string; args: string[]; stop: AbortSignal };
type Write = (line: string) => void;

/** Rows that one transaction seals anew: as long as nobody notices that they are locked. */
const BATCH = 500;

const kinds = [
  {
    name: "ID and phone numbers",
    reseal: resealNumbers,
    left: "SELECT count(*)::int AS n FROM employee_identities WHERE NOT starts_with(id_number_sealed, $1) OR NOT starts_with(phone_sealed, $1)",
  },
  {
    name: "second factors",
    reseal: resealFactors,
    left: "SELECT count(*)::int AS n FROM second_factors WHERE NOT starts_with(secret, $1)",
  },
  {
    name: "rows of imports",
    reseal: resealSecrets,
    left: "SELECT count(*)::int AS n FROM import_rows r WHERE secrets IS NOT NULL AND EXISTS (SELECT FROM jsonb_each_text(r.secrets) s WHERE NOT starts_with(s.value, $1))",
  },
] as const;

export async function rotateKeys({ root, args, stop }: Options): Promise<void> {
  const write: Write = (line) => process.stdout.write(`${line}\n`);
  const { dataDir } = earlySettings(root);
  if (wantsNew(args)) return addKey(dataDir, write);
  // Before the embedded server's address is known: with an address, keys are asked for by name.
  dataKeys();
  await requireDatabase();
  const close = await connect(join(dataDir, "postgres"));
  try {
    await resealAll({ stop, write });
  } finally {
    await close();
  }
}

/** Batch after batch, each a transaction: killed at any point, the next run goes on where this one stood. */
export async function resealAll({
  stop,
  write,
  batch = BATCH,
}: {
  stop: AbortSignal;
  write: Write;
  batch?: number;
}) {
  const client = new pg.Client({ connectionString: databaseSettings().databaseOwnerUrl });
  await client.connect();
  try {
    write(`The newest key is ${newestKey().id}; ${dataKeys().length} are named.`);
    for (const { name, reseal, left } of kinds) {
      const count = async () => (await client.query<{ n: number }>(left, [newestKey().prefix])).rows[0]!.n;
      const total = await count();
      const done = await inBatches(reseal, {
        stop,
        batch,
        told: (so) => write(`  ${name}: ${so} of ${total}`),
      });
      const rest = await count();
      write(`${name}: ${done} sealed anew, ${rest} left.`);
      if (stop.aborted) return write("Stopped. Run it again to go on.");
    }
    await tellCodes(write);
  } finally {
    await client.end();
  }
}

async function inBatches(
  reseal: (after: number, limit: number) => Promise<Resealed>,
  { stop, batch, told }: { stop: AbortSignal; batch: number; told: (done: number) => void },
): Promise<number> {
  let done = 0;
  for (let after = 0; !stop.aborted;) {
    const { count, last } = await reseal(after, batch);
    done += count;
    if (last === null) break;
    told(done);
    after = last;
  }
  return done;
}

/** What is hashed only cannot be made anew by anybody. */
async function tellCodes(write: Write) {
  const { recovery, accounts, activation } = await countOldCodes();
  if (recovery + activation === 0)
    return write("Nothing is left of older keys: they may be taken out of PERSONAL_DATA_KEY.");
  write(
    `Of older keys are left ${recovery} recovery codes of ${accounts} accounts and ${activation} activation codes. They count until the key is taken out; then these people make new recovery codes, and the union hands out new activation codes.`,
  );
}

function wantsNew(args: string[]): boolean {
  try {
    return parseArgs({ args, options: { new: { type: "boolean" } } }).values.new ?? false;
  } catch {
    throw new Refusal(USAGE);
  }
}

function addKey(dataDir: string, write: Write) {
  if (databaseSettings().databaseUrl)
    throw new Refusal(
      `With a database of your own the keys stand in PERSONAL_DATA_KEY: put a new one before the others ("k2:NEW,k1:OLD", NEW from "openssl rand -base64 32"), restart every server, then run npm run keys:rotate.`,
    );
  const id = addEmbeddedKey(dataDir);
  write(
    `A new key ${id} stands first in ${join(dataDir, "personal-data-key")}. Back the file up, restart the registry, then run npm run keys:rotate.`,
  );
}
