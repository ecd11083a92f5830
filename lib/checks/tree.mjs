import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Files of the project by path ("lib/awards/rules.ts"), without those that .gitignore names. Needs no git. */
export function listFiles(root) {
  const ignored = ignoredBy(readFileSync(join(root, ".gitignore"), "utf8"));
  const files = [];
  const walk = (folder) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (path === ".git" || ignored(entry.isDirectory() ? `${path}/` : path)) continue;
      if (entry.isDirectory()) walk(path);
      else files.push(path);
    }
  };
  walk("");
  return files.sort();
}

/** The part of .gitignore's language that ours uses: names, paths, *, and a slash behind folders. */
export function ignoredBy(gitignore) {
  const patterns = gitignore
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const anchored = line.replace(/\/$/, "").includes("/");
      const body = line
        .replace(/^\//, "")
        .replace(/[.+?^${}()|[\]\\]/g, "\\$&")
        .replace(/\*/g, "[^/]*");
      return new RegExp(`${anchored ? "^" : "(?:^|/)"}${body}${line.endsWith("/") ? "" : "/?"}$`);
    });
  return (path) => patterns.some((pattern) => pattern.test(path));
}
