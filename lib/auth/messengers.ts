import type { OAuthConfig } from "next-auth/providers/oauth";
import { settings } from "@/lib/env";
import { dingtalk } from "./dingtalk";
import type { Identity } from "./identities";
import { MessengerFault } from "./messenger-calls";
import { wecom } from "./wecom";

export const messengerIds = ["wecom", "dingtalk"] as const;
export type MessengerId = (typeof messengerIds)[number];

/** An enterprise's messenger that says who somebody is: much like OAuth, and in each detail its own. */
export type Messenger = {
  id: MessengerId;
  /** What a bound identity is kept under: one enterprise at one messenger. */
  issuer: string;
  /** Where somebody is sent to, to come back with a code. */
  addressOf(way: { back: string; state: string; userAgent: string }): string;
  /** Who came back with this code; null for somebody who is not of the enterprise. */
  recognise(code: string): Promise<Pick<Identity, "subject" | "workNumber"> | null>;
};

let made: { key: string; list: Messenger[] } | undefined;

/** Those that are set up. Made once for the same settings: they keep the application's token. */
export function messengers(): Messenger[] {
  const sets = settings().messengers;
  const key = JSON.stringify(sets);
  if (made?.key !== key) {
    const list = [
      ...(sets.wecom ? [wecom(sets.wecom)] : []),
      ...(sets.dingtalk ? [dingtalk(sets.dingtalk)] : []),
    ];
    made = { key, list };
  }
  return made.list;
}

/** What a messenger says of somebody, as next-auth hands it on. */
export type Vouched = { sub: string; identity: Identity | null };

/**
 * A messenger as next-auth wants it. It keeps the state in a sealed cookie of this browser; that the answer brings the same
 * one back is compared here, as a token request of one's own takes the place of the library's, which would.
 */
export function messengerProviders(onFault: (fault: MessengerFault) => void): OAuthConfig<Vouched>[] {
  return messengers().map(({ id, issuer, recognise }) => ({
    id,
    name: id,
    issuer,
    type: "oauth",
    checks: ["state"],
    clientId: id,
    authorization: { url: "https://here.invalid/", params: { scope: "" } },
    token: {
      request: async ({ params, checks }) => {
        if (!params.code || !checks.state || params.state !== sentState(checks.state))
          throw new Error("not the answer to what this browser asked");
        const found = await recognise(params.code).catch((error: unknown) => {
          if (error instanceof MessengerFault) onFault(error);
          throw error;
        });
        const identity = found && checked({ ...found, issuer, strong: false });
        return { tokens: { vouched: { sub: identity?.subject ?? "nobody", identity } } };
      },
    },
    userinfo: { request: ({ tokens }) => Promise.resolve(tokens.vouched as never) },
    profile: ({ sub }) => ({ id: sub }) as never,
  }));
}

/** Letters and digits alone: 企业微信 takes no others back. */
export function sentState(state: string): string {
  return Buffer.from(state).toString("hex");
}

/** The address that next-auth made names state and return; the rest is the messenger's own. */
export function addressAt(id: MessengerId, made: string, userAgent: string): string | null {
  const { searchParams } = new URL(made, "http://here.invalid");
  const [state, back] = [searchParams.get("state"), searchParams.get("redirect_uri")];
  const messenger = messengers().find((one) => one.id === id);
  return messenger && state && back
    ? messenger.addressOf({ back, state: sentState(state), userAgent })
    : null;
}

function checked(identity: Identity): Identity | null {
  const { subject, workNumber } = identity;
  if (subject === "" || subject.length > 255) return null;
  const number = workNumber?.trim() ?? "";
  return { ...identity, workNumber: number === "" || number.length > 100 ? null : number };
}
