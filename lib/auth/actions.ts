"use server";

import { redirect } from "next/navigation";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { asActor, clientAddress } from "./actor";
import * as confirmation from "./confirmation";
import { dropTicket, readTicket, writeTicket } from "./cookie";
import * as own from "./own-account";
import * as factor from "./own-factor";
import { leave } from "./sign-in";
import * as policy from "./sign-in-policy";

/** Open to everyone: without a session it only leads to the sign-in page. */
export async function signOut(): Promise<void> {
  const ticket = await readTicket();
  if (ticket) await leave(ticket, await clientAddress(), new Date());
  await dropTicket();
  redirect("/sign-in");
}

export async function changeOwnPassword(input: unknown): Promise<Result<void>> {
  const result = await asActor((actor) => own.changeOwnPassword(actor, input), { evenIfPasswordDue: true });
  if (!result.ok) return result;
  // The ticket goes into the cookie alone, never into the answer.
  await writeTicket(result.value);
  return ok();
}

export async function endOwnSessions(input: unknown): Promise<Result<{ ended: number }>> {
  return asActor((actor) => own.endOwnSessions(actor, input), { evenIfPasswordDue: true });
}

export async function confirmIdentity(input: unknown): Promise<Result<void>> {
  return asActor((actor) => confirmation.confirmIdentity(actor, input), { evenIfPasswordDue: true });
}

/** For downloads, which a browser fetches by itself and no action can repeat: asks first whether the identity is fresh. */
export async function checkRecent(): Promise<Result<void>> {
  return asActor(async (actor) => {
    const unconfirmed = await confirmation.requireRecent(actor);
    return unconfirmed ? refuse(unconfirmed) : ok();
  });
}

const whileDue = { evenIfFactorDue: true };

export async function offerFactor(): Promise<Result<factor.FactorOffer>> {
  return asActor((actor) => factor.offerFactor(actor), whileDue);
}

export async function enableFactor(input: unknown): Promise<Result<{ codes: string[] }>> {
  return asActor((actor) => factor.enableFactor(actor, input), whileDue);
}

export async function removeFactor(): Promise<Result<void>> {
  return asActor((actor) => factor.removeFactor(actor));
}

export async function renewRecoveryCodes(): Promise<Result<{ codes: string[] }>> {
  return asActor((actor) => factor.renewOwnRecoveryCodes(actor));
}

export async function changeSignInPolicy(input: unknown): Promise<Result<void>> {
  return asActor((actor) => policy.changeSignInPolicy(actor, input));
}
