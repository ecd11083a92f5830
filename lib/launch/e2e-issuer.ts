import { once } from "node:events";
import { randomBytes } from "node:crypto";
import type { AddressInfo } from "node:net";
import { createServer } from "node:http";
import Provider from "oidc-provider";

export const issuerSettings = {
  OIDC_CLIENT_ID: "honors-registry",
  OIDC_CLIENT_SECRET: randomBytes(24).toString("base64url"),
  OIDC_NAME: "统一身份平台",
  OIDC_WORK_NUMBER_CLAIM: "employee_number",
};

/**
 * A real OpenID provider for the end-to-end tests: whoever types "03001" into its sign-in page is the employee with that work
 * number; "03001+otp" has shown a second factor there as well, "03001@other" is another person of the same number.
 */
export async function startIssuer(site: string, port = 0) {
  const server = createServer();
  await once(server.listen(port, "127.0.0.1"), "listening");
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: issuerSettings.OIDC_CLIENT_ID,
        client_secret: issuerSettings.OIDC_CLIENT_SECRET,
        redirect_uris: [`${site}/api/auth/callback/oidc`],
      },
    ],
    claims: { openid: ["sub", "amr"], profile: ["name", "employee_number"] },
    cookies: { keys: [randomBytes(24).toString("base64url")] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true } },
    findAccount: (_context, accountId) => ({
      accountId,
      claims: () => ({
        sub: accountId,
        employee_number: accountId.split(/[+@]/)[0],
        ...(accountId.endsWith("+otp") && { amr: ["pwd", "otp"] }),
      }),
    }),
  });
  const answer = provider.callback();
  server.on("request", (request, response) => void answer(request, response));
  return {
    issuer,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
