import { z } from "zod";
import { SettingsError } from "./settings-error";

const address = z
  .url("must be an address such as https://qyapi.weixin.qq.com")
  .regex(/^(https:|http:\/\/(localhost|127\.0\.0\.1)[:/])/, "must begin with https://");

/** Sign-in by 企业微信 (WeCom) and 钉钉 (DingTalk); each is off while its first setting is unset. The addresses are for installations of their own. */
export const messengersShape = {
  WECOM_CORP_ID: z.string().optional(),
  /** The application of the enterprise, made in the administration of 企业微信. */
  WECOM_AGENT_ID: z.string().optional(),
  WECOM_SECRET: z.string().optional(),
  /** Where the work number stands: the member's own account ("userid"), or a field that the enterprise added, by its name. */
  WECOM_WORK_NUMBER: z.string().max(40).default("userid"),
  WECOM_API_URL: address.default("https://qyapi.weixin.qq.com"),
  WECOM_SCAN_URL: address.default("https://login.work.weixin.qq.com"),
  /** Where it begins inside of the application itself, without scanning. */
  WECOM_INSIDE_URL: address.default("https://open.weixin.qq.com"),

  DINGTALK_CLIENT_ID: z.string().optional(),
  DINGTALK_CLIENT_SECRET: z.string().optional(),
  DINGTALK_CORP_ID: z.string().optional(),
  DINGTALK_LOGIN_URL: address.default("https://login.dingtalk.com"),
  DINGTALK_API_URL: address.default("https://api.dingtalk.com"),
  /** The older one of its two, which knows the work numbers. */
  DINGTALK_OLD_API_URL: address.default("https://oapi.dingtalk.com"),
};

type Values = z.infer<z.ZodObject<typeof messengersShape>>;

export function readMessengers(values: Values, publicUrl: string | undefined) {
  const { WECOM_CORP_ID, WECOM_AGENT_ID, WECOM_SECRET, DINGTALK_CLIENT_ID, DINGTALK_CLIENT_SECRET } = values;
  if (WECOM_CORP_ID && !(WECOM_AGENT_ID && WECOM_SECRET))
    throw new SettingsError("WECOM_AGENT_ID and WECOM_SECRET must be set beside WECOM_CORP_ID.");
  if (DINGTALK_CLIENT_ID && !DINGTALK_CLIENT_SECRET)
    throw new SettingsError("DINGTALK_CLIENT_SECRET must be set beside DINGTALK_CLIENT_ID.");
  if ((WECOM_CORP_ID || DINGTALK_CLIENT_ID) && !publicUrl)
    throw new SettingsError(
      `APP_URL must be set beside ${WECOM_CORP_ID ? "WECOM_CORP_ID" : "DINGTALK_CLIENT_ID"}: people are sent back there.`,
    );
  return {
    wecom: WECOM_CORP_ID
      ? {
          corpId: WECOM_CORP_ID,
          agentId: WECOM_AGENT_ID!,
          secret: WECOM_SECRET!,
          workNumber: values.WECOM_WORK_NUMBER,
          apiUrl: plain(values.WECOM_API_URL),
          scanUrl: plain(values.WECOM_SCAN_URL),
          insideUrl: plain(values.WECOM_INSIDE_URL),
        }
      : null,
    dingtalk: DINGTALK_CLIENT_ID
      ? {
          clientId: DINGTALK_CLIENT_ID,
          clientSecret: DINGTALK_CLIENT_SECRET!,
          corpId: values.DINGTALK_CORP_ID ?? null,
          loginUrl: plain(values.DINGTALK_LOGIN_URL),
          apiUrl: plain(values.DINGTALK_API_URL),
          oldApiUrl: plain(values.DINGTALK_OLD_API_URL),
        }
      : null,
  };
}

export type WecomSettings = NonNullable<ReturnType<typeof readMessengers>["wecom"]>;
export type DingtalkSettings = NonNullable<ReturnType<typeof readMessengers>["dingtalk"]>;

function plain(url: string): string {
  return url.replace(/\/+$/, "");
}
