#!/usr/bin/env node
// Prisma's schema engine without its binary. The stock CLI starts the file that
// PRISMA_SCHEMA_ENGINE_BINARY names and talks JSON-RPC to it, a line a message, over
// stdin and stdout. The binary comes from a host that inner networks can't reach; the
// same engine lies in the npm package @prisma/schema-engine-wasm. This script puts the
// binary's manners around the WASM.
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { connectable, createDatabase, adapterFactory } from "./adapter.mjs";
import { loadEngine, panic } from "./wasm.mjs";

// The binary's names for what the WASM calls otherwise.
const METHODS = { getDatabaseVersion: "version" };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    datamodels: { type: "string", multiple: true },
    datasource: { type: "string" },
    "enabled-preview-features": { type: "string" },
    "extension-types": { type: "string" },
  },
});
const datasource = values.datasource ? JSON.parse(values.datasource) : {};
const factory = adapterFactory(datasource);

// A panic traps inside the WASM's own loop, where no request of ours can catch it.
process.on("uncaughtException", (error) => {
  log("ERROR", panic.message || error.stack);
  process.exit(101);
});

if (positionals[0] === "cli") await runOnce(positionals[1]);
else await serve();

/** `cli <command>`: one question about the database, answered by the exit code. */
async function runOnce(command) {
  // The CLI skips the first line, where the binary introduces itself.
  log("INFO", "Starting schema engine CLI");
  try {
    if (command === "can-connect-to-database") await connectable(datasource);
    else if (command === "create-database") await createDatabase(datasource);
    else throw Object.assign(new Error(`Unknown command ${command}`), { code: "P1012" });
  } catch (error) {
    log("ERROR", error.message, error.code);
    process.exitCode = 1;
  }
}

/** Answers requests one after another until stdin closes. */
async function serve() {
  let engine;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (!line.trim()) continue;
    const { id, method, params } = JSON.parse(line);
    if (!method) continue;
    try {
      const result =
        method === "createDatabase"
          ? { databaseName: await createDatabase(datasource) }
          : await call((engine ??= await start()), METHODS[method] ?? method, params);
      // The binary prints a diff by asking the CLI to; the WASM returns it.
      if (method === "diff" && result.stdout) print(result.stdout);
      reply({ id, jsonrpc: "2.0", result: result ?? {} });
    } catch (error) {
      reply({ id, jsonrpc: "2.0", error: describe(error) });
    }
  }
  process.exit(0);
}

async function start() {
  const { SchemaEngine } = await loadEngine();
  const datamodels = await Promise.all(
    (values.datamodels ?? []).map(async (path) => [path, await readFile(path, "utf8")]),
  );
  return SchemaEngine.new({ datamodels: datamodels.length ? datamodels : undefined }, () => {}, factory);
}

async function call(engine, method, params) {
  if (typeof engine[method] !== "function") throw new Error(`Unknown method ${method}`);
  return engine[method](params ?? undefined);
}

/** The error object the CLI prints: `error_code` and `message` are for the reader. */
function describe(error) {
  const trapped = error instanceof WebAssembly.RuntimeError;
  const message = (trapped && panic.message) || spoken(error);
  return {
    code: 4466,
    message: "An error happened. Check the data field for details.",
    data: { is_panic: trapped, message, error_code: error?.code, meta: error?.meta ?? null, backtrace: null },
  };
}

// What our own adapter threw comes back as a number in the factory's book.
function spoken(error) {
  const message = error?.message ?? String(error);
  const id = /External error id#(\d+)/.exec(message)?.[1];
  return (id && factory.errorRegistry.consumeError(Number(id))?.error?.message) || message;
}

function reply(message) {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

function print(content) {
  reply({ id: randomUUID(), jsonrpc: "2.0", method: "print", params: { content: content.trimEnd() } });
}

function log(level, message, code) {
  const fields = { message, error_code: code };
  process.stderr.write(`${JSON.stringify({ level, target: "schema_engine::logger", fields })}\n`);
}
