"use server";

import { asActor } from "@/lib/auth/actor";
import * as commands from "./commands";

export async function createRequest(input: unknown) {
  return asActor((actor) => commands.createRequest(actor, input));
}

export async function withdrawRequest(input: unknown) {
  return asActor((actor) => commands.withdrawRequest(actor, input));
}

export async function answerRequest(input: unknown) {
  return asActor((actor) => commands.answerRequest(actor, input));
}
