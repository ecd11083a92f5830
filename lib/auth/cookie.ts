import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { settings } from "@/lib/env";
import { begin } from "./begun";
import type { Ticket } from "./sessions";
import { longestSessionHours } from "./rules";

const maxAge = longestSessionHours * 3600;

/** The name and attributes of the sign-in cookie; next-auth is told the same. Behind https it is bound to this very host. */
export function sessionCookie() {
  const secure = settings().publicUrl?.startsWith("https:") ?? false;
  return {
    name: secure ? "__Host-registry-session" : "registry-session",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure },
  } as const;
}

export async function readTicket(): Promise<Ticket | null> {
  begin();
  const value = (await cookies()).get(sessionCookie().name)?.value;
  return value ? unseal(value) : null;
}

/** For actions that renew a session; sign-in itself lets next-auth write the cookie. */
export async function writeTicket(ticket: Ticket): Promise<void> {
  const { name, options } = sessionCookie();
  const value = await encode({ token: contentOf(ticket), secret: settings().secret, maxAge });
  (await cookies()).set(name, value, { ...options, maxAge });
}

export async function dropTicket(): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}

/** All that the cookie tells: who, and which session. Everything else is read from the database. */
export function contentOf({ userId, token }: Ticket) {
  return { sub: String(userId), session: token };
}

type Unsealed = { secret: string; ticket: Ticket; until: number };

/** Cookies that were opened lately, whose browsers bring them again with every request: each opening derives the key anew. */
const opened = new Map<string, Unsealed>();
const mostOpened = 1_000;

/** Whom a cookie is of; null for one that is forged, of another installation, cut short or over. */
export async function unseal(value: string): Promise<Ticket | null> {
  const { secret } = settings();
  const known = opened.get(value);
  if (known && known.secret === secret && known.until > Date.now()) return known.ticket;
  // What is no sign-in is no fault of ours.
  const content = await decode({ token: value, secret }).catch(() => null);
  const userId = Number(content?.sub);
  const token = content?.session;
  if (!Number.isSafeInteger(userId) || userId <= 0 || typeof token !== "string") return null;
  const ticket = { userId, token };
  if (opened.size >= mostOpened) opened.clear();
  opened.set(value, { secret, ticket, until: Number(content?.exp) * 1_000 });
  return ticket;
}
