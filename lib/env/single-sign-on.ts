import { z } from "zod";
import { SettingsError } from "./settings-error";

/** The enterprise's own sign-in (OpenID Connect); all of it is off while OIDC_ISSUER is unset. */
export const singleSignOnShape = {
  OIDC_ISSUER: z
    .url("must be the issuer's address, such as https://login.example.com")
    .regex(/^(https:|http:\/\/(localhost|127\.0\.0\.1)[:/])/, "must begin with https://")
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  /** What stands on the button. */
  OIDC_NAME: z.string().max(40).optional(),
  /** Which claim holds the work number, by which an account is bound the first time. */
  OIDC_WORK_NUMBER_CLAIM: z.string().default("employee_number"),
  OIDC_SIGNING_ALGORITHM: z.enum(["RS256", "PS256", "ES256", "EdDSA"]).default("RS256"),
};

type Values = z.infer<z.ZodObject<typeof singleSignOnShape>>;

export function readSingleSignOn(values: Values, publicUrl: string | undefined) {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = values;
  if (!OIDC_ISSUER) return null;
  if (!OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET)
    throw new SettingsError("OIDC_CLIENT_ID and OIDC_CLIENT_SECRET must be set beside OIDC_ISSUER.");
  if (!publicUrl)
    throw new SettingsError("APP_URL must be set beside OIDC_ISSUER: people are sent back there.");
  return {
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    name: values.OIDC_NAME ?? null,
    workNumberClaim: values.OIDC_WORK_NUMBER_CLAIM,
    signingAlgorithm: values.OIDC_SIGNING_ALGORITHM,
  };
}
