import { z } from "zod";
import type { DingtalkSettings } from "@/lib/env/messengers";
import { call, keptToken, MessengerFault } from "./messenger-calls";
import type { Messenger } from "./messengers";

/** The newer interface says what is wrong by `code`, the older one by `errcode`. */
const zUserToken = z.object({
  ...{ accessToken: z.string().optional(), code: z.string().optional() },
  corpId: z.string().optional(),
});
const zToken = z.object({
  ...{ accessToken: z.string().optional(), code: z.string().optional() },
  expireIn: z.number().optional(),
});
const zMe = z.object({ unionId: z.string().optional(), code: z.string().optional() });
const zMember = z.object({
  errcode: z.number(),
  result: z.object({ userid: z.string(), contact_type: z.number().optional() }).optional(),
});
const zPerson = z.object({
  errcode: z.number(),
  result: z.object({ job_number: z.string().optional(), active: z.boolean().optional() }).optional(),
});

/** Nobody of this enterprise; or somebody whom it knows as a contact outside. */
const stranger = 60121;
const outside = 1;

/** 钉钉: whoever has signed in there is looked up in the enterprise's own directory, which holds the work numbers. */
export function dingtalk(set: DingtalkSettings): Messenger {
  const token = keptToken(async () => {
    const body = { appKey: set.clientId, appSecret: set.clientSecret };
    const got = await call(zToken, { url: `${set.apiUrl}/v1.0/oauth2/accessToken`, body });
    if (!got.accessToken) throw new MessengerFault(got.code ?? "no token");
    return { token: got.accessToken, seconds: got.expireIn ?? 0 };
  });

  /** Null for whoever has chosen another enterprise at the sign-in. */
  async function unionIdOf(code: string): Promise<string | null> {
    const body = {
      clientId: set.clientId,
      clientSecret: set.clientSecret,
      code,
      grantType: "authorization_code",
    };
    const own = await call(zUserToken, { url: `${set.apiUrl}/v1.0/oauth2/userAccessToken`, body });
    if (!own.accessToken) throw new MessengerFault(own.code ?? "no token");
    if (set.corpId && own.corpId && own.corpId !== set.corpId) return null;
    const headers = { "x-acs-dingtalk-access-token": own.accessToken };
    const me = await call(zMe, { url: `${set.apiUrl}/v1.0/contact/users/me`, headers });
    if (!me.unionId) throw new MessengerFault(me.code ?? "no unionId");
    return me.unionId;
  }

  async function ask<Answer extends { errcode: number }>(
    shape: z.ZodType<Answer>,
    path: string,
    body: object,
  ): Promise<Answer> {
    const once = async () =>
      call(shape, { url: set.oldApiUrl + path, query: { access_token: await token.get() }, body });
    const got = await once();
    if (![40001, 40014, 42001].includes(got.errcode)) return got;
    token.drop();
    return once();
  }

  return {
    id: "dingtalk",
    issuer: `dingtalk:${set.corpId ?? set.clientId}`,
    addressOf({ back, state }) {
      const query = new URLSearchParams({
        redirect_uri: back,
        response_type: "code",
        client_id: set.clientId,
        scope: set.corpId ? "openid corpid" : "openid",
        state,
        prompt: "consent",
        ...(set.corpId && { corpId: set.corpId }),
      });
      return `${set.loginUrl}/oauth2/auth?${query.toString()}`;
    },
    async recognise(code) {
      const unionid = await unionIdOf(code);
      if (unionid === null) return null;
      const member = await ask(zMember, "/topapi/user/getbyunionid", { unionid });
      if (member.errcode === stranger || member.result?.contact_type === outside) return null;
      if (member.errcode !== 0 || !member.result) throw new MessengerFault(String(member.errcode));
      const { userid } = member.result;
      const person = await ask(zPerson, "/topapi/v2/user/get", { userid, language: "zh_CN" });
      if (person.errcode !== 0 || !person.result) throw new MessengerFault(String(person.errcode));
      return { subject: unionid, workNumber: person.result.job_number?.trim() || null };
    },
  };
}
