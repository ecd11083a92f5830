"use server";

import { asActor } from "@/lib/auth/actor";
import * as commands from "./commands";

export async function registerTreatment(input: unknown) {
  return asActor((actor) => commands.registerTreatment(actor, input));
}

export async function changeTreatment(input: unknown) {
  return asActor((actor) => commands.changeTreatment(actor, input));
}

export async function stopTreatment(input: unknown) {
  return asActor((actor) => commands.stopTreatment(actor, input));
}

export async function resumeTreatment(input: unknown) {
  return asActor((actor) => commands.resumeTreatment(actor, input));
}
