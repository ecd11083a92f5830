"use server";

import { asActor } from "@/lib/auth/actor";
import * as commands from "./commands";

export async function createTeam(input: unknown) {
  return asActor((actor) => commands.createTeam(actor, input));
}

export async function changeTeam(input: unknown) {
  return asActor((actor) => commands.changeTeam(actor, input));
}
