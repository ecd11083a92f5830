import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  addresses,
  frame,
  maxLines,
  modules,
  nouns,
  plumbing,
  root,
  screens,
  spelledOtherwise,
  subNouns,
  vocabulary,
} from "./house.mjs";
import { listFiles } from "./tree.mjs";

/**
 * What is wrong with a path, in one sentence; null where it may stand. A noun is spelled the same everywhere and lives in
 * six places: app, components, lib, prisma/models, prisma/seed, e2e.
 */
export function faultOf(path) {
  const parts = path.split("/");
  if (parts.length === 1) return root.files.includes(path) ? null : "is no file that the root may hold";
  const [top, ...rest] = parts;
  if (!root.folders.includes(top)) return `stands in "${top}", a folder that the root may not hold`;
  return (
    { app: inApp, components: inComponents, lib: inLib, prisma: inPrisma, e2e: inTests }[top]?.(rest) ?? null
  );
}

/** Faults of the whole tree. `linesOf` counts a file's lines. */
export function faultsOf(paths, linesOf) {
  const faults = [];
  for (const path of paths) {
    const fault = faultOf(path);
    if (fault) faults.push(`${path} ${fault}`);
    const lines = isMeasured(path) ? linesOf(path) : 0;
    if (lines > maxLines)
      faults.push(`${path} has ${lines} lines, more than ${maxLines}: split it by meaning`);
  }
  return faults;
}

function inLib([module, ...rest]) {
  if (rest.length === 0) return "stands in lib itself: give it to a noun or to kernel";
  if (!modules.includes(module)) return unknownNoun(module, modules);
  const file = rest.at(-1);
  if (!kebab.test(file)) return notKebab;
  if (file === "index.ts" && !(module === "env" && rest.length === 1))
    return "is a barrel: import the file that holds the thing";
  if (/^(utils?|helpers?|misc|common|shared)\.tsx?$/.test(file))
    return `is called "${file}", which says nothing about what it holds`;
  const folder = rest.slice(0, -1).join("/");
  if (plumbing.includes(module))
    return nouns.includes(rest[0]) ? `holds the noun "${rest[0]}" in a seventh place` : null;
  if (folder !== "" && !subNouns[module]?.includes(folder))
    return `stands in "${folder}", which is no part of ${module} in house.mjs`;
  if (/\.test\.tsx?$/.test(file) || vocabulary.includes(file)) return null;
  return `is none of ${vocabulary.join(", ")}`;
}

function inComponents([folder, ...rest]) {
  if (rest.length === 0) return "stands in components itself: give it to a noun or to ui";
  const places = [...frame, ...screens, ...modules];
  if (!places.includes(folder)) return unknownNoun(folder, places);
  if (!kebab.test(rest.at(-1))) return notKebab;
  if (/^index\.tsx?$/.test(rest.at(-1))) return "is a barrel: import the file that holds the thing";
  if (!/\.(tsx?|css)$/.test(rest.at(-1))) return "is neither TypeScript nor CSS";
  const inside = rest.slice(0, -1).join("/");
  return inside === "" || subNouns[folder]?.includes(inside)
    ? null
    : `stands in "${inside}", which is no part of ${folder}`;
}

function inApp(parts) {
  const file = parts.at(-1);
  if (!nextFiles.test(file))
    return "is no file that Next.js knows by name: pages are thin, the rest lives in components or lib";
  const [group, folder] = parts;
  if (parts.length === 1) return null;
  if (!(group in addresses))
    return `stands in "${group}", which is none of ${Object.keys(addresses).join(", ")}`;
  if (parts.length === 2) return null;
  const places = [...nouns, ...screens, ...addresses[group]];
  if (places.includes(folder) || folder.startsWith("[")) return null;
  return unknownNoun(folder, places);
}

function inPrisma([folder, ...rest]) {
  if (rest.length === 0)
    return folder === "schema.prisma" ? null : "stands in prisma itself, beside schema.prisma";
  const name = rest[0].replace(/\.\w+$/, "");
  if (folder === "models") {
    const known = [...modules, ...Object.values(subNouns).flat(), "values"];
    if (rest.length > 1 || !rest[0].endsWith(".prisma")) return "is no model file";
    return known.includes(name) ? null : unknownNoun(name, known);
  }
  if (folder === "seed") return !kebab.test(rest.at(-1)) ? notKebab : misspelled(name);
  return ["migrations", "engine"].includes(folder)
    ? null
    : `stands in prisma/${folder}, which is none of models, migrations, seed, engine`;
}

function inTests(parts) {
  if (!kebab.test(parts.at(-1))) return notKebab;
  if (parts.length === 1 && !/\.spec\.ts$|^(fixtures|global-setup|global-teardown)\.ts$/.test(parts[0]))
    return "is neither a spec nor fixtures";
  if (parts.length > 1 && !["fixtures", "world", "files"].includes(parts[0]))
    return `stands in e2e/${parts[0]}, which is none of fixtures, world, files`;
  return misspelled(parts.at(-1).replace(/\..*$/, ""));
}

function unknownNoun(name, places) {
  return misspelled(name) ?? `stands in "${name}", which is none of ${places.join(", ")}`;
}

/** "award", "Awards", "honour": a noun spelled otherwise. */
function misspelled(name) {
  const plain = name.toLowerCase().replace(/_/g, "-");
  const noun = nouns.find(
    (known) =>
      known !== name && (singular(known) === singular(plain) || spelledOtherwise[known]?.includes(plain)),
  );
  return noun ? `spells "${noun}" as "${name}"` : null;
}

function singular(name) {
  return name
    .replace(/ies$/, "y")
    .replace(/(ch|sh|ss|x)es$/, "$1")
    .replace(/s$/, "");
}

function isMeasured(path) {
  if (/^prisma\/migrations\/|^lib\/i18n\/[^/]+\/.*\.json$|^package-lock\.json$|^public\//.test(path))
    return false;
  return /\.(tsx?|mts|mjs|cjs|js|css|prisma|sh)$/.test(path);
}

const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9-]+)*$/;
const notKebab = "is not spelled in lower case with hyphens";
const nextFiles =
  /^(?:page|layout|template|loading|error|global-error|not-found|forbidden|unauthorized|default)\.tsx$|^route\.ts$|^(?:icon|favicon)\.\w+$|^globals\.css$|\.test\.tsx?$/;

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const base = process.cwd();
  const faults = faultsOf(
    listFiles(base),
    (path) => readFileSync(join(base, path), "utf8").split("\n").length - 1,
  );
  for (const fault of faults) console.error(fault);
  console.log(
    faults.length === 0
      ? "Vocabulary: every file stands where it belongs."
      : `Vocabulary: ${faults.length} faults.`,
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
}
