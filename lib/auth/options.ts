import type { AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { settings } from "@/lib/env";
import { contentOf, sessionCookie } from "./cookie";
import { safeNext, sessionHours } from "./rules";
import type { Ticket } from "./sessions";

declare module "next-auth" {
  interface User {
    ticket: Ticket;
  }
}

type Doors = { enter: (input: unknown) => Promise<Ticket | null>; leave: () => Promise<void> };

/**
 * next-auth carries the request: CSRF token, cookie, encryption. What the cookie holds is a user id and a session's token;
 * everything else is read from the database by findActor.
 */
export function authOptions(doors: Doors): AuthOptions {
  const cookie = sessionCookie();
  return {
    providers: [
      Credentials({
        credentials: { username: {}, password: {} },
        async authorize(input) {
          const ticket = await doors.enter(input);
          return ticket && { id: String(ticket.userId), ticket };
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? contentOf(user.ticket) : token),
      redirect: ({ url }) => safeNext(url),
    },
    events: { signOut: () => doors.leave() },
    secret: settings().secret,
    session: { strategy: "jwt", maxAge: sessionHours * 3600 },
    cookies: { sessionToken: { name: cookie.name, options: cookie.options } },
    useSecureCookies: cookie.options.secure,
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    // It warns of settings that we don't use, and what goes wrong in `enter` and `leave` is told by handler.ts.
    logger: { warn: () => {}, error: () => {} },
  };
}
