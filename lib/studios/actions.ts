"use server";

import { asActor } from "@/lib/auth/actor";
import * as commands from "./commands";

export async function createStudio(input: unknown) {
  return asActor((actor) => commands.createStudio(actor, input));
}

export async function changeStudio(input: unknown) {
  return asActor((actor) => commands.changeStudio(actor, input));
}
