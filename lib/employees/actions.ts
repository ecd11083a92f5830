"use server";

import { asActor } from "@/lib/auth/actor";
import { readingOf } from "@/lib/kernel/pinyin";
import { ok } from "@/lib/kernel/result";
import * as commands from "./commands";

export async function createEmployee(input: unknown) {
  return asActor((actor) => commands.createEmployee(actor, input));
}

export async function changeEmployee(input: unknown) {
  return asActor((actor) => commands.changeEmployee(actor, input));
}

export async function transferEmployee(input: unknown) {
  return asActor((actor) => commands.transferEmployee(actor, input));
}

export async function changeStatus(input: unknown) {
  return asActor((actor) => commands.changeStatus(actor, input));
}

/** How a name is usually read, for the form: the dictionary is too large for the browser. */
export async function proposeReading(name: unknown) {
  return asActor(async () =>
    ok({ pinyin: typeof name === "string" ? readingOf(name.slice(0, 100)).pinyin : "" }),
  );
}
