import { z } from "zod";
import type { WecomSettings } from "@/lib/env/messengers";
import { call, keptToken, MessengerFault } from "./messenger-calls";
import type { Messenger } from "./messengers";

const answered = { errcode: z.number(), errmsg: z.string().optional() };
const zToken = z.object({
  ...answered,
  access_token: z.string().optional(),
  expires_in: z.number().optional(),
});
/** A member has a userid; whoever is outside of the enterprise has an openid instead. */
const zWhoever = z.object({ ...answered, userid: z.string().optional() });
const zAttribute = z.object({
  name: z.string(),
  text: z.object({ value: z.string() }).optional(),
  value: z.string().optional(),
});
const zMember = z.object({
  ...answered,
  extattr: z.object({ attrs: z.array(zAttribute).optional() }).optional(),
});

/** The application's token was taken back or has run out before its time. */
const tokenIsOver = [40001, 40014, 42001];

/** 企业微信: scanning with the phone, or straight on within the application's own browser. */
export function wecom(set: WecomSettings): Messenger {
  const token = keptToken(async () => {
    const query = { corpid: set.corpId, corpsecret: set.secret };
    const got = await call(zToken, { url: `${set.apiUrl}/cgi-bin/gettoken`, query });
    if (got.errcode !== 0 || !got.access_token) throw new MessengerFault(String(got.errcode));
    return { token: got.access_token, seconds: got.expires_in ?? 0 };
  });

  async function ask<Answer extends { errcode: number }>(
    shape: z.ZodType<Answer>,
    path: string,
    query: Record<string, string>,
  ): Promise<Answer> {
    const once = async () =>
      call(shape, { url: set.apiUrl + path, query: { access_token: await token.get(), ...query } });
    let got = await once();
    if (tokenIsOver.includes(got.errcode)) {
      token.drop();
      got = await once();
    }
    if (got.errcode !== 0) throw new MessengerFault(String(got.errcode));
    return got;
  }

  async function workNumberOf(userid: string): Promise<string | null> {
    if (set.workNumber === "userid") return userid;
    const { extattr } = await ask(zMember, "/cgi-bin/user/get", { userid });
    const found = extattr?.attrs?.find(({ name }) => name === set.workNumber);
    return found?.text?.value ?? found?.value ?? null;
  }

  return {
    id: "wecom",
    issuer: `wecom:${set.corpId}`,
    addressOf({ back, state, userAgent }) {
      const { corpId: appid, agentId: agentid } = set;
      // Within the application the order of the parameters is looked at.
      return /wxwork/i.test(userAgent)
        ? `${set.insideUrl}/connect/oauth2/authorize?${queryOf({ appid, redirect_uri: back, response_type: "code", scope: "snsapi_base", state, agentid })}#wechat_redirect`
        : `${set.scanUrl}/wwlogin/sso/login?${queryOf({ login_type: "CorpApp", appid, agentid, redirect_uri: back, state })}`;
    },
    async recognise(code) {
      const { userid } = await ask(zWhoever, "/cgi-bin/auth/getuserinfo", { code });
      return userid ? { subject: userid, workNumber: await workNumberOf(userid) } : null;
    },
  };
}

function queryOf(values: Record<string, string>): string {
  return new URLSearchParams(values).toString();
}
