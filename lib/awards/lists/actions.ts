"use server";

import { asActor } from "@/lib/auth/actor";
import * as commands from "./commands";
import * as queries from "./queries";

export async function saveList(input: unknown) {
  return asActor((actor) => commands.saveList(actor, input));
}

export async function lookUpNames(input: unknown) {
  return asActor((actor) => queries.lookUpNames(actor, input));
}
