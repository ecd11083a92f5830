import { cache } from "react";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { actAs, asSystem } from "@/lib/db/acting";
import { DatabaseUnavailable } from "@/lib/db/faults";
import { translateFault } from "@/lib/db/translate";
import { type Fault, refuse, type Result, statusOf } from "@/lib/kernel/result";
import { begin } from "./begun";
import { readTicket } from "./cookie";
import { recordRefusal } from "./refusals";
import type { Actor } from "./roles";
import { signInPath } from "./rules";
import { findActor } from "./sessions";
import { noteWait } from "./waits";
import { rememberWrites } from "./written";

const passwordPath = "/settings/password";
const securityPath = "/settings/security";

/** What an actor may do before a due password is changed, or a demanded second factor set up. */
type Leave = { evenIfPasswordDue?: boolean; evenIfFactorDue?: boolean };

/** Who sends this request, or null. Read anew from the database at every request, once within it. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const ticket = await readTicket();
  const actor = ticket && (await findActor(ticket, await clientAddress(), new Date()));
  // What the request asks of the database from here on, it asks on this actor's behalf.
  if (actor) actAs(actor);
  return actor;
});

/** For pages: the actor, or off to the sign-in page, or to the page where what is due is done: the password first. */
export async function requireActor(leave: Leave = {}): Promise<Actor> {
  const actor = await currentActor();
  if (!actor) redirect(signInPath(await requestPath()));
  const due = dueOf(actor, leave);
  if (due) redirect(due === "password" ? passwordPath : securityPath);
  return actor;
}

function dueOf(actor: Actor, { evenIfPasswordDue, evenIfFactorDue }: Leave): "password" | "factor" | null {
  if (evenIfPasswordDue) return null;
  if (actor.mustChangePassword) return "password";
  return actor.factorDue && !evenIfFactorDue ? "factor" : null;
}

/**
 * For server actions: runs a command as the actor. Without one it is refused, and every refusal for want of a right is
 * put down. A database that does not answer is a refusal as well: what was typed must not be lost over it.
 */
export async function asActor<T>(
  command: (actor: Actor) => Promise<Result<T>>,
  options?: Leave,
): Promise<Result<T>> {
  return unlessUnavailable(async () => {
    const actor = await actionActor(options);
    const result = actor.ok ? await command(actor.value) : actor;
    if (actor.ok && result.ok) await rememberWrites(actor.value);
    if (!result.ok && isRefusal(result.fault)) {
      const attempt = { code: result.fault.code, path: await requestPath(), address: await clientAddress() };
      await recordRefusal(actor.ok ? actor.value : null, attempt);
    }
    return result;
  });
}

/** For actions that are open to people without a session: who holds one may call them as well, and stays who they are. */
export function asVisitor<T>(
  command: (visitor: { address: string }) => Promise<Result<T>>,
): Promise<Result<T>> {
  begin();
  return unlessUnavailable(async () => {
    const address = await clientAddress();
    return asSystem(() => command({ address }));
  });
}

/** The bare part of `asActor`, for an action that is more than one command. */
export function actionActor(leave: Leave = {}): Promise<Result<Actor>> {
  return unlessUnavailable(async () => {
    const actor = await currentActor();
    if (!actor) return refuse({ code: "unauthenticated" });
    if (dueOf(actor, leave)) return refuse({ code: "forbidden" });
    return { ok: true, value: actor };
  });
}

/** For route handlers: the actor, or the answer to give back at once. */
export async function handlerActor(): Promise<Actor | Response> {
  const actor = await actionActor();
  return actor.ok ? actor.value : faultResponse(actor.fault);
}

/** A refusal as a handler answers it. Rows of `current` go to forms alone. */
export function faultResponse({ code, fields, detail }: Fault, headers?: Record<string, string>): Response {
  return Response.json({ fault: { code, fields, detail } }, { status: statusOf(code), headers });
}

/** Whence the request comes, as lib/launch/http found it. */
export async function clientAddress(): Promise<string> {
  return (await headers()).get("x-client-address") ?? "unknown";
}

/** For pages open to everybody: this answer says, by its status as well, in how many seconds to come again. */
export async function tellWait(seconds: number): Promise<void> {
  noteWait((await headers()).get("x-request-id") ?? "", seconds);
}

// Set by lib/launch/http; null under a bare `next dev`.
async function requestPath(): Promise<string | null> {
  const target = (await headers()).get("x-request-path");
  if (!target) return null;
  const url = new URL(target, "http://here.invalid");
  url.searchParams.delete("_rsc");
  return url.pathname + url.search;
}

function isRefusal({ code }: Fault): boolean {
  return code === "unauthenticated" || code === "forbidden" || code === "not_found";
}

async function unlessUnavailable<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (translateFault(error) instanceof DatabaseUnavailable) return refuse({ code: "unavailable" });
    throw error;
  }
}
