"use server";

import { asActor } from "@/lib/auth/actor";
import * as commands from "./commands";

export async function createAchievement(input: unknown) {
  return asActor((actor) => commands.createAchievement(actor, input));
}

export async function changeAchievement(input: unknown) {
  return asActor((actor) => commands.changeAchievement(actor, input));
}
