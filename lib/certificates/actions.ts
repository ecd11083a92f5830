"use server";

import { asActor } from "@/lib/auth/actor";
import * as commands from "./commands";

export async function registerCertificate(input: unknown) {
  return asActor((actor) => commands.registerCertificate(actor, input));
}

export async function reissueCertificate(input: unknown) {
  return asActor((actor) => commands.reissueCertificate(actor, input));
}

export async function changeCertificate(input: unknown) {
  return asActor((actor) => commands.changeCertificate(actor, input));
}

export async function moveCertificate(input: unknown) {
  return asActor((actor) => commands.moveCertificate(actor, input));
}
