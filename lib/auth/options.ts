import type { AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { settings } from "@/lib/env";
import { contentOf, sessionCookie } from "./cookie";
import { longestSessionHours, safeNext } from "./rules";
import type { Ticket } from "./sessions";
import { type Claims, singleSignOnProviders } from "./single-sign-on";

declare module "next-auth" {
  interface User {
    ticket: Ticket;
  }
}

type Doors = {
  enter: (input: unknown) => Promise<Ticket | null>;
  /** The ticket of whom the issuer has recognised, or the address that says why not. */
  enterAs: (claims: Claims) => Promise<Ticket | string>;
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
    ],
    callbacks: {
      async signIn({ user, account, profile }) {
        if (account?.provider !== "oidc") return true;
        const answer = await doors.enterAs(profile as Claims);
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
