import { readFileSync } from "node:fs";
import { join } from "node:path";
import { systemStands } from "@/lib/db/acting";
import { startEmbedded } from "@/lib/db/embedded";
import { EmbeddedDatabaseError } from "@/lib/db/faults";
import { migrateDatabase } from "@/lib/db/migrate";
import { databaseSettings } from "@/lib/env";
import { setEnvironment } from "../env/early.mjs";
import { disconnect } from "./database";

/** The database for one command at the terminal, migrated; gives back how to close it. The embedded server of a running `npm start` is used as it is; otherwise it runs for this one command. The operator acts for nobody: no scope bounds the command. */
export async function connect(directory: string) {
  systemStands();
  if (databaseSettings().databaseUrl) {
    await migrateDatabase();
    return disconnect;
  }
  const embedded = await startEmbedded({ directory }).catch((error: unknown) => {
    if (!(error instanceof EmbeddedDatabaseError && error.problem === "locked")) throw error;
    const running = JSON.parse(readFileSync(join(directory, "connection.json"), "utf8")) as {
      ownerUrl: string;
      appUrl: string;
    };
    return { ...running, stop: async () => {} };
  });
  setEnvironment({ DATABASE_URL: embedded.appUrl, DATABASE_OWNER_URL: embedded.ownerUrl });
  const close = async () => {
    await disconnect();
    await embedded.stop();
  };
  await migrateDatabase().catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return close;
}
