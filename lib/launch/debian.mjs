// Programs that tests need beside npm's: on Debian as root, as in a container of CI, they are installed.
import { readFileSync } from "node:fs";
import { runStep } from "./step.mjs";

export function isDebian() {
  try {
    return /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"));
  } catch {
    return false;
  }
}

/**
 * @param {{ root: string, stop?: AbortSignal, title: string, packages: string[] }} options
 * @returns {Promise<boolean>} false where this is no Debian, or not root's
 */
export async function installPackages({ root, stop, title, packages }) {
  if (!isDebian() || process.getuid?.() !== 0) return false;
  const step = { cwd: root, stop, program: "apt-get", environment: { DEBIAN_FRONTEND: "noninteractive" } };
  await runStep({ ...step, title: "Reading Debian's package lists", args: ["update", "-qq"] });
  await runStep({ ...step, title, args: ["install", "-y", "-qq", "--no-install-recommends", ...packages] });
  return true;
}
