"use server";

import { asActor } from "@/lib/auth/actor";
import * as commands from "./commands";

export async function changeRetention(input: unknown) {
  return asActor((actor) => commands.changeRetention(actor, input));
}
