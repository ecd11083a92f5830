import NextAuth from "next-auth";
import { headers } from "next/headers";
import type { NextRequest } from "next/server";
import { DatabaseUnavailable } from "@/lib/db/faults";
import { translateFault } from "@/lib/db/translate";
import { settings } from "@/lib/env";
import type { Fault } from "@/lib/kernel/result";
import { clientAddress, faultResponse } from "./actor";
import { readTicket } from "./cookie";
import { recordFailure, type Visit } from "./admission";
import { signInByIdentity } from "./identities";
import { authOptions } from "./options";
import { leave, signIn } from "./sign-in";
import { isWorthRecording } from "./throttle";
import { type Claims, identityOf } from "./single-sign-on";

type Context = { params: Promise<{ nextauth: string[] }> };

/** The doors of next-auth that are in use; it has more, and those stay shut. */
const doors = ["GET csrf", "POST callback/credentials", "POST signout"];
/** … and those where the enterprise's own sign-in is set up. */
const issuerDoors = ["POST signin/oidc", "GET callback/oidc"];

export async function handleAuth(request: NextRequest, context: Context): Promise<Response> {
  const door = `${request.method} ${(await context.params).nextauth.join("/")}`;
  if (!doors.includes(door) && !(settings().singleSignOn && issuerDoors.includes(door)))
    return faultResponse({ code: "not_found" });
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
  if (door === "GET callback/oidc" && isErrorPage(answer as Response))
    return failedAtIssuer(answer as Response);
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
    async enterAs(claims: Claims) {
      const identity = identityOf(claims);
      if (!identity) return problemPath("identityUnknown");
      try {
        const result = await signInByIdentity(identity, visit, new Date());
        this.entered = result.ok;
        if (result.ok) return result.value;
        if (result.fault.code === "unavailable") this.fault = result.fault;
        return problemPath(String(result.fault.detail?.message ?? "identityUnknown"));
      } catch (error) {
        this.fail(error);
        return problemPath("identityUnknown");
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

/** next-auth's own page for what went wrong on the way is one of the doors that stay shut. */
function isErrorPage({ headers }: Response): boolean {
  return /\/api\/auth\/(error|signin)\b/.test(headers.get("location") ?? "");
}

/** An answer that nobody asked for, or that was not to be believed: the sign-in page says that it did not come through. */
async function failedAtIssuer(answer: Response): Promise<Response> {
  const visit = {
    address: await clientAddress(),
    userAgent: (await headers()).get("user-agent") ?? "",
    held: null,
  };
  if (await isWorthRecording(visit.address))
    await recordFailure("auth.sign_in_failed", null, visit, { username: "", cause: "identityFailed" });
  const sent = new Headers(answer.headers);
  sent.set("Location", "/sign-in?error=identityFailed");
  return new Response(null, { status: 302, headers: sent });
}

/** Where the sign-in page says why. */
function problemPath(problem: string): string {
  return `/sign-in?${new URLSearchParams({ problem }).toString()}`;
}

function retryAfter({ detail }: Fault): Record<string, string> | undefined {
  return detail?.seconds === undefined ? undefined : { "Retry-After": String(detail.seconds) };
}
