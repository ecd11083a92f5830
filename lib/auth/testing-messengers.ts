import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { randomBytes } from "node:crypto";
import type { AddressInfo } from "node:net";

export const messengerSettings = {
  WECOM_CORP_ID: "ww1d8c4f5a6b7e9012",
  WECOM_AGENT_ID: "1000002",
  WECOM_SECRET: randomBytes(24).toString("base64url"),
  WECOM_WORK_NUMBER: "工号",
  DINGTALK_CLIENT_ID: "dingq7w8e9r0t1y2",
  DINGTALK_CLIENT_SECRET: randomBytes(24).toString("base64url"),
};

/** What a test may do to the messengers. */
export type Mood = {
  /** Answers this instead of what was asked for, by path. */
  instead: Record<string, { status?: number; body: string }>;
  /** The application's tokens are worth nothing from here on. */
  revokeTokens(): void;
  /** Paths asked for, in order. */
  asked: string[];
};

type Asked = {
  path: string;
  query: URLSearchParams;
  body: Record<string, unknown>;
  headers: IncomingMessage["headers"];
};
type Answer = object | { redirect: string } | { page: string };

/**
 * 企业微信 and 钉钉 as far as sign-in goes, by what their interfaces document: paths, parameters, error numbers, codes that work
 * once. Whoever types "03001" is the member with that work number; "!x" is somebody outside of the enterprise.
 */
export async function startMessengers(port = 0) {
  const codes = new Map<string, { who: string; app: string }>();
  const tokens = new Set<string>();
  const unions = new Map<string, string>();
  const mood: Mood = { instead: {}, revokeTokens: () => tokens.clear(), asked: [] };
  const s = messengerSettings;

  const newToken = (): string => {
    const token = randomBytes(18).toString("base64url");
    tokens.add(token);
    return token;
  };
  const takeCode = (code: unknown, app: string): string | null => {
    const known = codes.get(String(code));
    codes.delete(String(code));
    return known?.app === app ? known.who : null;
  };
  const isToken = ({ query }: Asked): boolean => tokens.has(query.get("access_token") ?? "");
  const asksWho = ({ query }: Asked, app: string): Answer => ({
    page: `<form action="/confirm"><input name="login" placeholder="Who"><input type="hidden" name="app" value="${app}">${[
      "redirect_uri",
      "state",
    ]
      .map((name) => `<input type="hidden" name="${name}" value="${escape(query.get(name) ?? "")}">`)
      .join("")}<button>Confirm</button></form>`,
  });

  const answers: Record<string, (asked: Asked) => Answer> = {
    // 企业微信
    "/wwlogin/sso/login": (asked) =>
      asked.query.get("appid") === s.WECOM_CORP_ID &&
      asked.query.get("agentid") === s.WECOM_AGENT_ID &&
      /^[a-zA-Z0-9]{1,128}$/.test(asked.query.get("state") ?? "")
        ? asksWho(asked, "wecom")
        : { page: "参数错误" },
    "/connect/oauth2/authorize": (asked) =>
      [...asked.query.keys()].join() === "appid,redirect_uri,response_type,scope,state,agentid" &&
      asked.query.get("scope") === "snsapi_base"
        ? asksWho(asked, "wecom")
        : { page: "参数错误" },
    "/cgi-bin/gettoken": ({ query }) =>
      query.get("corpid") === s.WECOM_CORP_ID && query.get("corpsecret") === s.WECOM_SECRET
        ? { errcode: 0, errmsg: "ok", access_token: newToken(), expires_in: 7200 }
        : { errcode: 40001, errmsg: "invalid credential" },
    "/cgi-bin/auth/getuserinfo": (asked) => {
      if (!isToken(asked)) return { errcode: 42001, errmsg: "access_token expired" };
      const who = takeCode(asked.query.get("code"), "wecom");
      if (who === null) return { errcode: 40029, errmsg: "invalid code" };
      return who.startsWith("!")
        ? { errcode: 0, errmsg: "ok", openid: `o${who.slice(1)}`, external_userid: "wm1" }
        : { errcode: 0, errmsg: "ok", userid: `member-${who}`, user_ticket: "t" };
    },
    "/cgi-bin/user/get": (asked) => {
      if (!isToken(asked)) return { errcode: 42001, errmsg: "access_token expired" };
      const value = (asked.query.get("userid") ?? "").replace(/^member-/, "").replace(/@.*/, "");
      const attrs = [
        { type: 0, name: "爱好", text: { value: "旅游" } },
        { type: 0, name: "工号", text: { value } },
      ];
      return {
        errcode: 0,
        errmsg: "ok",
        userid: asked.query.get("userid"),
        name: "某人",
        extattr: { attrs },
      };
    },
    // 钉钉
    "/oauth2/auth": (asked) =>
      asked.query.get("client_id") === s.DINGTALK_CLIENT_ID && asked.query.get("response_type") === "code"
        ? asksWho(asked, "dingtalk")
        : { page: "参数错误" },
    "/v1.0/oauth2/userAccessToken": ({ body }) => {
      const mine = body.clientId === s.DINGTALK_CLIENT_ID && body.clientSecret === s.DINGTALK_CLIENT_SECRET;
      const who = mine && body.grantType === "authorization_code" ? takeCode(body.code, "dingtalk") : null;
      if (who === null)
        return { status: 400, code: "invalidParameter.authCode.notFound", message: "不合法的临时授权码" };
      const token = newToken();
      unions.set(token, who);
      return { accessToken: token, refreshToken: "r", expireIn: 7200, corpId: "ding1" };
    },
    "/v1.0/contact/users/me": ({ headers }) => {
      const who = unions.get(String(headers["x-acs-dingtalk-access-token"]));
      return who === undefined
        ? { status: 401, code: "InvalidAuthentication", message: "不合法的access_token" }
        : { nick: "某人", unionId: `union-${who}`, openId: "o", mobile: "13900000000", stateCode: "86" };
    },
    "/v1.0/oauth2/accessToken": ({ body }) =>
      body.appKey === s.DINGTALK_CLIENT_ID && body.appSecret === s.DINGTALK_CLIENT_SECRET
        ? { accessToken: newToken(), expireIn: 7200 }
        : { status: 400, code: "invalidClientIdOrSecret", message: "无效的clientId或者clientSecret" },
    "/topapi/user/getbyunionid": (asked) => {
      if (!isToken(asked)) return { errcode: 40014, errmsg: "不合法的access_token" };
      const who = String(asked.body.unionid).replace(/^union-/, "");
      if (who.startsWith("!")) return { errcode: 60121, errmsg: "找不到该用户" };
      const contact_type = who.startsWith("~") ? 1 : 0;
      return { errcode: 0, errmsg: "ok", result: { contact_type, userid: `staff-${who}` }, request_id: "1" };
    },
    "/topapi/v2/user/get": (asked) => {
      if (!isToken(asked)) return { errcode: 40014, errmsg: "不合法的access_token" };
      const job_number = String(asked.body.userid)
        .replace(/^staff-/, "")
        .replace(/@.*/, "");
      return {
        errcode: 0,
        errmsg: "ok",
        result: { userid: asked.body.userid, name: "某人", job_number, active: true },
      };
    },
    // Either: the person has confirmed on the phone.
    "/confirm": ({ query }) => {
      const back = new URL(query.get("redirect_uri") ?? "");
      const app = query.get("app") ?? "";
      back.searchParams.set(
        app === "dingtalk" ? "authCode" : "code",
        issueCode(query.get("login") ?? "", app),
      );
      back.searchParams.set("state", query.get("state") ?? "");
      return { redirect: back.href };
    },
  };

  function issueCode(who: string, app: string): string {
    const code = randomBytes(12).toString("hex");
    codes.set(code, { who, app });
    return code;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://here.invalid");
    mood.asked.push(pathname);
    let text = "";
    for await (const piece of request.setEncoding("utf8") as AsyncIterable<string>) text += piece;
    const instead = mood.instead[pathname];
    if (instead) return void response.writeHead(instead.status ?? 200).end(instead.body);
    const body = (text === "" ? {} : JSON.parse(text)) as Record<string, unknown>;
    const given = answers[pathname]?.({
      path: pathname,
      query: searchParams,
      body,
      headers: request.headers,
    });
    if (!given) return void response.writeHead(404).end();
    if ("redirect" in given) return void response.writeHead(302, { Location: String(given.redirect) }).end();
    if ("page" in given)
      return void response
        .writeHead(200, { "Content-Type": "text/html; charset=utf-8" })
        .end(String(given.page));
    const { status = 200, ...json } = given as { status?: number };
    response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(json));
  }

  const server = createServer((request, response) => void answer(request, response));
  await once(server.listen(port, "127.0.0.1"), "listening");
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    mood,
    issueCode,
    settings: {
      ...messengerSettings,
      WECOM_API_URL: url,
      WECOM_SCAN_URL: url,
      WECOM_INSIDE_URL: url,
      DINGTALK_LOGIN_URL: url,
      DINGTALK_API_URL: url,
      DINGTALK_OLD_API_URL: url,
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
