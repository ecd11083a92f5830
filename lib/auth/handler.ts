import NextAuth from "next-auth";
import { headers } from "next/headers";
import { NextRequest } from "next/server";
import { asSystem } from "@/lib/db/acting";
import { DatabaseUnavailable } from "@/lib/db/faults";
import { translateFault } from "@/lib/db/translate";
import { settings } from "@/lib/env";
import type { Fault } from "@/lib/kernel/result";
import { clientAddress, faultResponse } from "./actor";
import { readTicket } from "./cookie";
import { recordFailure, type Visit } from "./admission";
import { type Identity, signInByIdentity } from "./identities";
import type { MessengerFault } from "./messenger-calls";
import { addressAt, type MessengerId, messengerIds, messengers } from "./messengers";
import { authOptions } from "./options";
import { leave, signIn } from "./sign-in";
import { isWorthRecording } from "./throttle";

type Context = { params: Promise<{ nextauth: string[] }> };

/** The doors of next-auth that are in use; it has more, and those stay shut. */
const doors = ["GET csrf", "POST callback/credentials", "POST signout"];
/** … and where people come back to, once they were recognised: the enterprise's own sign-in, its messengers. */
const issuers = () => [...(settings().singleSignOn ? ["oidc"] : []), ...messengers().map(({ id }) => id)];

/** Signing in and out: until it is done nobody acts, so the system looks people up. */
export function handleAuth(request: NextRequest, context: Context): Promise<Response> {
  return asSystem(() => answerAtDoor(request, context));
}

async function answerAtDoor(request: NextRequest, context: Context): Promise<Response> {
  const door = `${request.method} ${(await context.params).nextauth.join("/")}`;
  const issuer = issuers().find((id) => door === `POST signin/${id}` || door === `GET callback/${id}`);
  if (!doors.includes(door) && !issuer) return faultResponse({ code: "not_found" });
  const trial = tryDoor({
    address: await clientAddress(),
    userAgent: (await headers()).get("user-agent") ?? "",
    held: await readTicket(),
  });
  const answer = await NextAuth(withCode(request), context, authOptions(trial)).catch((error: unknown) =>
    trial.fail(error),
  );
  if (trial.error instanceof DatabaseUnavailable) return faultResponse({ code: "unavailable" });
  if (trial.error) throw trial.error;
  if (trial.fault) return faultResponse(trial.fault, retryAfter(trial.fault));
  // Neither let in nor refused: the CSRF token was missing or wrong, or the request makes no sense.
  if (door === "POST callback/credentials" && !trial.entered) return faultResponse({ code: "forbidden" });
  if (issuer && request.method === "GET" && isErrorPage(answer as Response))
    return failedAtIssuer(answer as Response, issuer, trial.answer);
  const messenger = messengerIds.find((id) => door === `POST signin/${id}`);
  if (messenger) return withAddress(answer as Response, messenger, trial.visit.userAgent);
  return (answer as Response).status < 400 ? (answer as Response) : faultResponse({ code: "invalid" });
}

/** What happened behind next-auth, which tells the caller no more than "no", and that in words of the error. */
function tryDoor(visit: Visit) {
  const trial = {
    visit,
    entered: false,
    /** What a messenger's server said instead of an answer. */
    answer: undefined as string | undefined,
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
    onFault(fault: MessengerFault) {
      trial.answer = fault.answer;
    },
    async enterAs(identity: Identity | null) {
      if (!identity) {
        if (await isWorthRecording(visit.address))
          await recordFailure("auth.sign_in_failed", null, visit, { username: "", cause: "identityUnknown" });
        return problemPath("identityUnknown");
      }
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
  return trial;
}

/** 钉钉 brings its code back under a name of its own. */
function withCode(request: NextRequest): NextRequest {
  const code = request.method === "GET" && request.nextUrl.searchParams.get("authCode");
  if (!code || request.nextUrl.searchParams.has("code")) return request;
  const url = request.nextUrl.clone();
  url.searchParams.set("code", code);
  return new NextRequest(url, request);
}

/** next-auth knows one form of address; each messenger has its own, which holds the same state. */
async function withAddress(answer: Response, id: MessengerId, userAgent: string): Promise<Response> {
  const sent = new Headers(answer.headers);
  const location = sent.get("Location");
  const made = location ?? ((await answer.json().catch(() => null)) as { url?: string } | null)?.url;
  const address = made ? addressAt(id, made, userAgent) : null;
  // Without state: the CSRF token was missing or wrong.
  if (!address) return faultResponse({ code: "forbidden" });
  if (!location) return Response.json({ url: address }, { headers: sent });
  sent.set("Location", address);
  return new Response(null, { status: 302, headers: sent });
}

/** next-auth's own page for what went wrong on the way is one of the doors that stay shut. */
function isErrorPage({ headers }: Response): boolean {
  return /\/api\/auth\/(error|signin)\b/.test(headers.get("location") ?? "");
}

/** An answer that nobody asked for, or that was not to be believed: the sign-in page says that it did not come through. */
async function failedAtIssuer(answer: Response, issuer: string, said: string | undefined): Promise<Response> {
  const visit = {
    address: await clientAddress(),
    userAgent: (await headers()).get("user-agent") ?? "",
    held: null,
  };
  if (await isWorthRecording(visit.address))
    await recordFailure("auth.sign_in_failed", null, visit, {
      ...{ username: "", cause: "identityFailed", issuer },
      ...(said && { answer: said }),
    });
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
