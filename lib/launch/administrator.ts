import { createInterface } from "node:readline/promises";
import { join } from "node:path";
import { Writable } from "node:stream";
import { parseArgs } from "node:util";
import faults from "@/lib/i18n/en/faults.json";
import type { Fault } from "@/lib/kernel/result";
import { createFirstAdministrator } from "@/lib/users/commands";
import { earlySettings } from "../env/early.mjs";
import { connect } from "./connect";
import { requireDatabase } from "./database";
import { Refusal } from "./refusal.mjs";

const USAGE =
  'Usage: npm run admin:create -- --username NAME [--name "FULL NAME"] [--role sysadmin|security_admin]; the password is asked for, or read from ADMIN_PASSWORD or standard input.';

// Duties apart: the one makes accounts, the other gives rights. An installation needs both.
const duties = { sysadmin: "system administrator", security_admin: "security administrator" };
const names = { sysadmin: "系统管理员", security_admin: "安全管理员" };

type Options = { root: string; args: string[]; stop: AbortSignal };

/** Makes the account that makes all others, in the configured database or the embedded one. */
export async function createAdministrator({ root, args, stop }: Options) {
  const { username, name, role } = readArguments(args);
  const { adminPassword, dataDir } = earlySettings(root);
  await requireDatabase();
  const password = adminPassword ?? (await askPassword(stop));
  const close = await connect(join(dataDir, "postgres"));
  try {
    const result = await createFirstAdministrator({ username, name, role, ...(password && { password }) });
    if (!result.ok) throw new Refusal(sentence(result.fault));
    const { initialPassword, mustChangePassword } = result.value;
    process.stdout.write(`The ${duties[role]} "${result.value.username}" can sign in now.\n`);
    if (mustChangePassword)
      process.stdout.write(`The password, to be changed at the first sign-in: ${initialPassword}\n`);
  } finally {
    await close();
  }
}

function readArguments(args: string[]): { username: string; name: string; role: keyof typeof duties } {
  try {
    const { values } = parseArgs({
      args,
      options: {
        username: { type: "string" },
        name: { type: "string" },
        role: { type: "string", default: "sysadmin" },
      },
    });
    const { username, role } = values;
    if (username && (role === "sysadmin" || role === "security_admin"))
      return { username, name: values.name ?? names[role], role };
  } catch {
    // Told below.
  }
  throw new Refusal(USAGE);
}

/** Without echo at a terminal, the first line otherwise. Left empty, the command makes a password. */
async function askPassword(stop: AbortSignal) {
  if (!process.stdin.isTTY) {
    let text = "";
    for await (const chunk of process.stdin.setEncoding("utf8")) text += chunk;
    return text.split(/\r?\n/, 1)[0] ?? "";
  }
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  // In raw mode Ctrl-C is a key like any other.
  lines.on("SIGINT", () => process.kill(process.pid, "SIGINT"));
  const ask = async (question: string) => {
    process.stdout.write(question);
    const answer = await lines.question("", { signal: stop }).catch(() => stop.throwIfAborted());
    process.stdout.write("\n");
    return answer ?? "";
  };
  try {
    const password = await ask("Password (left empty, one is made): ");
    if (password && (await ask("Once more: ")) !== password)
      throw new Refusal("The two passwords differ; nothing was changed.");
    return password;
  } finally {
    lines.close();
  }
}

/** "passwordTooShort:8" carries a parameter for its message. */
function sentence({ code, fields = {}, detail }: Fault) {
  const words = faults as Record<string, unknown>;
  const say = (key: string) => {
    const [name = "", parameter = ""] = key.split(":");
    const text = words[name];
    return typeof text === "string" ? text.replace(/\{\w+\}/g, parameter) : name;
  };
  const keys = Object.entries(fields).map(([field, found]) => `${field}: ${found.map(say).join("; ")}`);
  return keys.length > 0 ? keys.join("\n") : say(String(detail?.message ?? code));
}
