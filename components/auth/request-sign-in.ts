import type { Fault } from "@/lib/kernel/result";

/** Asks next-auth to sign in; null is success, and the cookie is set. */
export async function requestSignIn(username: string, password: string): Promise<Fault | null> {
  try {
    const { csrfToken } = (await (await fetch("/api/auth/csrf", { cache: "no-store" })).json()) as {
      csrfToken: string;
    };
    const body = new URLSearchParams({ csrfToken, username, password, json: "true" });
    const answer = await fetch("/api/auth/callback/credentials", { method: "POST", body });
    if (answer.ok) return null;
    return ((await answer.json()) as { fault: Fault }).fault;
  } catch {
    return { code: "unavailable" };
  }
}
