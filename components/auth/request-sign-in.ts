import type { Fault } from "@/lib/kernel/result";

/** Asks next-auth to sign in; null is success, and the cookie is set. */
export async function requestSignIn(username: string, password: string, code: string): Promise<Fault | null> {
  try {
    const csrfToken = await readCsrfToken();
    const body = new URLSearchParams({ csrfToken, username, password, code, json: "true" });
    const answer = await fetch("/api/auth/callback/credentials", { method: "POST", body });
    if (answer.ok) return null;
    return ((await answer.json()) as { fault: Fault }).fault;
  } catch {
    return { code: "unavailable" };
  }
}

/** Where the enterprise's own sign-in, or one of its messengers', begins; null where it can't be reached. */
export async function requestIssuer(id: string, next: string): Promise<string | null> {
  try {
    const body = new URLSearchParams({ csrfToken: await readCsrfToken(), callbackUrl: next, json: "true" });
    const answer = await fetch(`/api/auth/signin/${id}`, { method: "POST", body });
    const { url } = (await answer.json()) as { url?: string };
    // Back to our own page means that the issuer did not answer.
    return answer.ok && url && new URL(url).origin !== window.location.origin ? url : null;
  } catch {
    return null;
  }
}

async function readCsrfToken(): Promise<string> {
  const answer = await fetch("/api/auth/csrf", { cache: "no-store" });
  return ((await answer.json()) as { csrfToken: string }).csrfToken;
}
