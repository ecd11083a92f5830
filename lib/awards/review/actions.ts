"use server";

import { asActor } from "@/lib/auth/actor";
import * as commands from "./commands";

export async function submitAward(input: unknown) {
  return asActor((actor) => commands.submitAward(actor, input));
}

export async function withdrawAward(input: unknown) {
  return asActor((actor) => commands.withdrawAward(actor, input));
}

export async function confirmAward(input: unknown) {
  return asActor((actor) => commands.confirmAward(actor, input));
}

export async function returnAward(input: unknown) {
  return asActor((actor) => commands.returnAward(actor, input));
}

export async function voidAward(input: unknown) {
  return asActor((actor) => commands.voidAward(actor, input));
}
