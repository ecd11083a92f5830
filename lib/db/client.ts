import { PrismaPg } from "@prisma/adapter-pg";
import { databaseSettings } from "@/lib/env";
import { SettingsError } from "@/lib/env/settings-error";
import { openPool } from "./connection";
import { PrismaClient } from "./generated/client";

type Connected = { url: string; client: PrismaClient };

// One for the process: Next loads this module anew for every bundle and at every reload.
const held = globalThis as { registryClient?: Connected };

/** Prisma, as the app's role. Connects at the first use, to the database that DATABASE_URL names by then. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get(_target, property) {
    const { client } = connected();
    const value: unknown = Reflect.get(client, property);
    return typeof value === "function" ? value.bind(client) : value;
  },
  has: (_target, property) => property in connected().client,
});

/** A client of its own, for scripts and tests that work as another role. */
export function openClient(url: string, poolSize: number) {
  const adapter = new PrismaPg(openPool(url, { max: poolSize }), { disposeExternalPool: true });
  return new PrismaClient({
    adapter,
    errorFormat: "minimal",
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
  });
}

/** Closes the connections; the next use opens new ones. */
export async function closeDatabase() {
  const { registryClient } = held;
  held.registryClient = undefined;
  await registryClient?.client.$disconnect();
}

function connected(): Connected {
  const { databaseUrl: url, poolSize } = databaseSettings();
  if (!url) throw new SettingsError("DATABASE_URL is not set, and no embedded database was started.");
  if (held.registryClient?.url !== url) {
    void held.registryClient?.client.$disconnect();
    held.registryClient = { url, client: openClient(url, poolSize) };
  }
  return held.registryClient;
}
