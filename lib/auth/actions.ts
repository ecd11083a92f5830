"use server";

import { redirect } from "next/navigation";
import { ok, type Result } from "@/lib/kernel/result";
import { asActor, clientAddress } from "./actor";
import { dropTicket, readTicket, writeTicket } from "./cookie";
import * as own from "./own-account";
import { leave } from "./sign-in";

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
