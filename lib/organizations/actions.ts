"use server";

import { asActor } from "@/lib/auth/actor";
import * as commands from "./commands";

export async function createUnit(input: unknown) {
  return asActor((actor) => commands.createUnit(actor, input));
}

export async function changeUnit(input: unknown) {
  return asActor((actor) => commands.changeUnit(actor, input));
}

export async function renameUnit(input: unknown) {
  return asActor((actor) => commands.renameUnit(actor, input));
}

export async function moveUnit(input: unknown) {
  return asActor((actor) => commands.moveUnit(actor, input));
}

export async function closeUnit(input: unknown) {
  return asActor((actor) => commands.closeUnit(actor, input));
}

export async function reopenUnit(input: unknown) {
  return asActor((actor) => commands.reopenUnit(actor, input));
}
