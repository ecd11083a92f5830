import type { OAuthConfig } from "next-auth/providers/oauth";
import { settings } from "@/lib/env";
import type { Identity } from "./identities";

export type Claims = Record<string, unknown> & { sub: string };

/** What the issuer says of somebody, or null while it says nothing that could be relied on. */
export function identityOf(claims: Claims): Identity | null {
  const { singleSignOn } = settings();
  if (!singleSignOn || typeof claims.sub !== "string" || claims.sub === "" || claims.sub.length > 255)
    return null;
  const number = claims[singleSignOn.workNumberClaim];
  const workNumber =
    typeof number === "number" ? String(number) : typeof number === "string" ? number.trim() : "";
  const methods = Array.isArray(claims.amr) ? claims.amr : [];
  return {
    issuer: singleSignOn.issuer,
    subject: claims.sub,
    workNumber: workNumber === "" || workNumber.length > 100 ? null : workNumber,
    strong: methods.some((method) => strongMethods.includes(method as string)),
  };
}

// RFC 8176: more than one factor, or one that nobody can guess or phish.
const strongMethods = ["mfa", "otp", "hwk", "swk", "fpt", "face", "sc"];

/** The issuer as next-auth wants it: code flow with PKCE, state and nonce; claims out of the ID token and the userinfo endpoint. */
export function singleSignOnProviders(): OAuthConfig<Claims>[] {
  const { singleSignOn } = settings();
  if (!singleSignOn) return [];
  const { issuer, clientId, clientSecret, signingAlgorithm } = singleSignOn;
  return [
    {
      id: "oidc",
      name: "oidc",
      type: "oauth",
      wellKnown: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
      issuer,
      clientId,
      clientSecret,
      idToken: true,
      checks: ["pkce", "state", "nonce"],
      authorization: { params: { scope: "openid profile" } },
      userinfo: {
        // openid-client refuses a userinfo of another subject than the ID token's.
        request: async ({ client, tokens }) => ({
          ...(await client.userinfo(tokens as never)),
          ...idClaims(tokens),
        }),
      },
      client: { id_token_signed_response_alg: signingAlgorithm },
      httpOptions: { timeout: 10_000 },
      profile: (claims) => ({ id: claims.sub, claims }) as never,
    },
  ];
}

function idClaims(tokens: object): Claims {
  return (tokens as { claims: () => Claims }).claims();
}
