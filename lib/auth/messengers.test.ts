import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { setEnvironment } from "@/lib/env/early.mjs";
import { MessengerFault } from "./messenger-calls";
import { addressAt, messengerProviders, messengers, sentState, type MessengerId } from "./messengers";
import { startMessengers } from "./testing-messengers";

let world: Awaited<ReturnType<typeof startMessengers>>;
const base = {
  NEXTAUTH_SECRET: "kZ3vX9qLr7Tn2WbYc8HsD4fJg6MpQeUa1oViRx5B",
  APP_URL: "https://honors.example.com",
  DATABASE_URL: "postgresql://app:x@db.internal:5432/registry",
};

beforeAll(async () => {
  world = await startMessengers();
});
afterAll(() => world.stop());
let turn = 0;
beforeEach(() => {
  // A corporation of its own for each test: nothing is remembered from the one before.
  setEnvironment({ ...base, ...world.settings, WECOM_AGENT_ID: String(++turn), DINGTALK_CORP_ID: undefined });
});
afterEach(() => {
  world.mood.instead = {};
  world.mood.asked.length = 0;
});

const messenger = (id: MessengerId) => messengers().find((one) => one.id === id)!;
const recognise = (id: MessengerId, who: string) => messenger(id).recognise(world.issueCode(who, id));

describe.each(["wecom", "dingtalk"] as const)("%s", (id) => {
  it("says who somebody is, with the work number that the enterprise keeps there", async () => {
    const who = { wecom: "member-03001", dingtalk: "union-03001" }[id];
    expect(await recognise(id, "03001")).toEqual({ subject: who, workNumber: "03001" });
  });

  it("knows nobody outside of the enterprise", async () => {
    expect(await recognise(id, "!03001")).toBeNull();
  });

  it("takes a code once, and none that it did not give", async () => {
    const code = world.issueCode("03001", id);
    expect(await messenger(id).recognise(code)).not.toBeNull();
    for (const wrong of [code, "made-up"])
      await expect(messenger(id).recognise(wrong)).rejects.toThrow(MessengerFault);
  });

  it("keeps the application's token, and fetches another once it is worth nothing", async () => {
    const path = { wecom: "/cgi-bin/gettoken", dingtalk: "/v1.0/oauth2/accessToken" }[id];
    await recognise(id, "03001");
    await recognise(id, "03002");
    expect(world.mood.asked.filter((asked) => asked === path)).toHaveLength(1);
    world.mood.revokeTokens();
    expect(await recognise(id, "03003")).not.toBeNull();
    expect(world.mood.asked.filter((asked) => asked === path)).toHaveLength(2);
  });

  it.each([
    ["garbage", "<html>502</html>", 502, "http 502"],
    ["another shape", "[]", 200, "unreadable"],
    ["a refusal", '{"errcode":60011,"errmsg":"no privilege"}', 200, id === "wecom" ? "60011" : "no token"],
    ["too much", `"${"x".repeat(300_000)}"`, 200, "too long"],
  ])("tells %s apart from an answer, without a secret in what is said", async (_, body, status, said) => {
    const path = { wecom: "/cgi-bin/auth/getuserinfo", dingtalk: "/v1.0/oauth2/userAccessToken" }[id];
    world.mood.instead = { [path]: { status, body } };
    const fault = await recognise(id, "03001").catch((error: unknown) => error as MessengerFault);
    expect(fault).toMatchObject({ name: "MessengerFault", answer: said });
    const text = JSON.stringify(fault) + String((fault as Error).stack);
    for (const secret of [
      world.settings.WECOM_SECRET,
      world.settings.DINGTALK_CLIENT_SECRET,
      "access_token=",
    ])
      expect(text).not.toContain(secret);
  });

  it("waits five seconds for an answer, and no longer", async () => {
    const given = vi.spyOn(AbortSignal, "timeout").mockReturnValue(AbortSignal.abort(timeoutError()));
    await expect(recognise(id, "03001")).rejects.toMatchObject({ answer: "timeout" });
    expect(given).toHaveBeenCalledWith(5_000);
    given.mockRestore();
  });

  it("believes only the answer to what this browser asked", async () => {
    const provider = messengerProviders(() => {}).find((one) => one.id === id)!;
    const request = (provider.token as { request: (context: unknown) => Promise<{ tokens: unknown }> })
      .request;
    const state = "sealed-in_the-cookie";
    const code = () => world.issueCode("03001", id);
    for (const params of [
      { code: code(), state: "another" },
      { code: code(), state },
      { code: code() },
      { state: sentState(state) },
    ])
      await expect(request({ params, checks: { state } })).rejects.toThrow("not the answer");
    await expect(request({ params: { code: code(), state: sentState("") }, checks: {} })).rejects.toThrow();
    expect(world.mood.asked).toEqual([]);
    expect(
      await request({ params: { code: code(), state: sentState(state) }, checks: { state } }),
    ).toMatchObject({
      tokens: { vouched: { identity: { workNumber: "03001", strong: false, issuer: messenger(id).issuer } } },
    });
  });
});

describe("where it begins", () => {
  const made =
    "https://here.invalid/?client_id=x&state=a-b_c&redirect_uri=https%3A%2F%2Fhonors.example.com%2Fback";
  const parametersOf = (address: string | null) => Object.fromEntries(new URL(address!).searchParams);

  it("is a code to scan at 企业微信, and its own page within the application", () => {
    const scan = addressAt("wecom", made, "Mozilla/5.0 (Windows NT 10.0)");
    expect(scan).toMatch(/\/wwlogin\/sso\/login\?/);
    expect(parametersOf(scan)).toEqual({
      ...{ login_type: "CorpApp", appid: world.settings.WECOM_CORP_ID, agentid: String(turn) },
      ...{ redirect_uri: "https://honors.example.com/back", state: sentState("a-b_c") },
    });
    const inside = addressAt("wecom", made, "Mozilla/5.0 (iPhone) wxwork/4.1.6 MicroMessenger/7.0.1");
    expect(inside).toMatch(/\/connect\/oauth2\/authorize\?appid=[^#]+#wechat_redirect$/);
    expect(sentState("a-b_c")).toMatch(/^[a-zA-Z0-9]{1,128}$/);
  });

  it("is 钉钉's sign-in page, for one enterprise where one is named", () => {
    expect(parametersOf(addressAt("dingtalk", made, ""))).toMatchObject({
      ...{ client_id: world.settings.DINGTALK_CLIENT_ID, response_type: "code", scope: "openid" },
    });
    setEnvironment({ DINGTALK_CORP_ID: "ding1" });
    expect(parametersOf(addressAt("dingtalk", made, ""))).toMatchObject({
      scope: "openid corpid",
      corpId: "ding1",
    });
  });

  it("is nowhere without a state", () => {
    expect(addressAt("wecom", "https://honors.example.com/api/auth/signin?csrf=true", "")).toBeNull();
  });
});

it("takes nobody of another enterprise at 钉钉, nor a contact outside", async () => {
  expect(await recognise("dingtalk", "~03001")).toBeNull();
  setEnvironment({ DINGTALK_CORP_ID: "ding2" });
  expect(await recognise("dingtalk", "03001")).toBeNull();
  setEnvironment({ DINGTALK_CORP_ID: "ding1" });
  expect(await recognise("dingtalk", "03001")).toMatchObject({ workNumber: "03001" });
});

it("takes the member's own account for the work number where no field is named", async () => {
  setEnvironment({ WECOM_WORK_NUMBER: undefined });
  expect(await recognise("wecom", "03001")).toEqual({ subject: "member-03001", workNumber: "member-03001" });
  setEnvironment({ WECOM_WORK_NUMBER: "没有这一项" });
  expect(await recognise("wecom", "03001")).toEqual({ subject: "member-03001", workNumber: null });
});

function timeoutError(): DOMException {
  return new DOMException("The operation was aborted due to timeout", "TimeoutError");
}
