import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));
/** The server needs none of this, and is built anew whenever something differs. */
const own = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");
const taken = ["app", "components", "lib", "prisma", "public"];

/** A copy of the checkout with pages that exist for the benchmark alone; its server builds itself at its first start. */
export function makeCopy(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  for (const name of taken) rmSync(join(folder, name), { recursive: true, force: true });
  const files = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
  for (const name of [...taken, ...files])
    cpSync(join(root, name), join(folder, name), { recursive: true, filter: (path) => path !== own });
  if (!existsSync(join(folder, "node_modules"))) {
    // Links, not copies: half a gigabyte of packages.
    const { status, stderr } = spawnSync("cp", [
      "-al",
      join(root, "node_modules"),
      join(folder, "node_modules"),
    ]);
    if (status !== 0) throw new Error(String(stderr));
  }
  for (const [path, source] of Object.entries(pages)) {
    mkdirSync(join(folder, "app", "bench", path), { recursive: true });
    writeFileSync(join(folder, "app", "bench", path, path === "json" ? "route.ts" : "page.tsx"), source);
  }
}

const read = `import { openPool } from "@/lib/db/connection";
const held = globalThis as { benchPool?: ReturnType<typeof openPool> };
const pool = (held.benchPool ??= openPool(process.env.BENCH_DATABASE_URL!, { max: 10 }));
const read = async () => (await pool.query({ name: "bench", text: process.env.BENCH_LIST_SQL!, values: JSON.parse(process.env.BENCH_LIST_VALUES!) })).rows;`;

/** Nothing at all; a table of one query; the same as JSON. The layout of the product's root is around the pages, its frame is not. */
const pages: Record<string, string> = {
  empty: `import { headers } from "next/headers";
export default async function Empty() { await headers(); return <p>1</p>; }
`,
  table: `import { headers } from "next/headers";
${read}
export default async function Table() {
  await headers();
  const rows: Record<string, unknown>[] = await read();
  return <table><tbody>{rows.map((row) => <tr key={String(row.id)}>{Object.values(row).map((value, i) => <td key={i}>{String(value)}</td>)}</tr>)}</tbody></table>;
}
`,
  json: `${read}
export async function GET() { return Response.json({ rows: await read() }); }
`,
};
