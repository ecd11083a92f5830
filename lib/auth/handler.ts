import NextAuth from "next-auth";
import { headers } from "next/headers";
import type { NextRequest } from "next/server";
import { DatabaseUnavailable } from "@/lib/db/faults";
import { translateFault } from "@/lib/db/translate";
import type { Fault } from "@/lib/kernel/result";
import { clientAddress, faultResponse } from "./actor";
import { readTicket } from "./cookie";
import { authOptions } from "./options";
import { leave, signIn, type Visit } from "./sign-in";

type Context = { params: Promise<{ nextauth: string[] }> };

/** The doors of next-auth that are in use; it has more, and those stay shut. */
const doors = ["GET csrf", "POST callback/credentials", "POST signout"];

export async function handleAuth(request: NextRequest, context: Context): Promise<Response> {
  const door = `${request.method} ${(await context.params).nextauth.join("/")}`;
  if (!doors.includes(door)) return faultResponse({ code: "not_found" });
  const trial = tryDoor({
    address: await clientAddress(),
    userAgent: (await headers()).get("user-agent") ?? "",
    held: await readTicket(),
  });
  const answer = await NextAuth(request, context, authOptions(trial)).catch((error: unknown) =>
    trial.fail(error),
  );
  if (trial.error instanceof DatabaseUnavailable) return faultResponse({ code: "unavailable" });
  if (trial.error) throw trial.error;
  if (trial.fault) return faultResponse(trial.fault, retryAfter(trial.fault));
  // Neither let in nor refused: the CSRF token was missing or wrong, or the request makes no sense.
  if (door === "POST callback/credentials" && !trial.entered) return faultResponse({ code: "forbidden" });
  return (answer as Response).status < 400 ? (answer as Response) : faultResponse({ code: "invalid" });
}

/** What happened behind next-auth, which tells the caller no more than "no", and that in words of the error. */
function tryDoor(visit: Visit) {
  return {
    entered: false,
    fault: undefined as Fault | undefined,
    error: undefined as unknown,
    async enter(input: unknown) {
      try {
        const result = await signIn(input, visit, new Date());
        this.entered = result.ok;
        if (!result.ok) this.fault = result.fault;
        return result.ok ? result.value : null;
      } catch (error) {
        return this.fail(error);
      }
    },
    async leave() {
      try {
        if (visit.held) await leave(visit.held, visit.address, new Date());
      } catch (error) {
        this.fail(error);
      }
    },
    fail(error: unknown) {
      if (error instanceof SyntaxError) this.fault = { code: "invalid" };
      else this.error = translateFault(error);
      return null;
    },
  };
}

function retryAfter({ detail }: Fault): Record<string, string> | undefined {
  return detail?.seconds === undefined ? undefined : { "Retry-After": String(detail.seconds) };
}
