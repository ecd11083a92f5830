import type { AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { settings } from "@/lib/env";
import { contentOf, sessionCookie } from "./cookie";
import { longestSessionHours, safeNext } from "./rules";
import type { Ticket } from "./sessions";
import type { Identity } from "./identities";
import type { MessengerFault } from "./messenger-calls";
import { messengerProviders, type Vouched } from "./messengers";
import { type Claims, identityOf, singleSignOnProviders } from "./single-sign-on";

declare module "next-auth" {
  interface User {
    ticket: Ticket;
  }
}

type Doors = {
  enter: (input: unknown) => Promise<Ticket | null>;
  /** The ticket of whom the issuer has recognised, or the address that says why not. */
  enterAs: (identity: Identity | null) => Promise<Ticket | string>;
  /** A messenger's server did not answer as it should. */
  onFault: (fault: MessengerFault) => void;
  leave: () => Promise<void>;
};

/**
 * next-auth carries the request: CSRF token, cookie, encryption. What the cookie holds is a user id and a session's token;
 * everything else is read from the database by findActor.
 */
export function authOptions(doors: Doors): AuthOptions {
  const cookie = sessionCookie();
  return {
    providers: [
      Credentials({
        credentials: { username: {}, password: {}, code: {} },
        async authorize(input) {
          const ticket = await doors.enter(input);
          return ticket && { id: String(ticket.userId), ticket };
        },
      }),
      ...singleSignOnProviders(),
      ...messengerProviders(doors.onFault),
    ],
    callbacks: {
      async signIn({ user, account, profile }) {
        if (account?.type !== "oauth") return true;
        const identity =
          account.provider === "oidc"
            ? identityOf(profile as Claims)
            : (profile as unknown as Vouched).identity;
        const answer = await doors.enterAs(identity);
        if (typeof answer === "string") return answer;
        // The same object goes on to `jwt`.
        user.ticket = answer;
        return true;
      },
      jwt: ({ token, user }) => (user ? contentOf(user.ticket) : token),
      redirect: ({ url }) => safeNext(url),
    },
    events: { signOut: () => doors.leave() },
    secret: settings().secret,
    session: { strategy: "jwt", maxAge: longestSessionHours * 3600 },
    cookies: { sessionToken: { name: cookie.name, options: cookie.options } },
    useSecureCookies: cookie.options.secure,
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    // It warns of settings that we don't use, and what goes wrong in `enter` and `leave` is told by handler.ts.
    logger: { warn: () => {}, error: () => {} },
  };
}
