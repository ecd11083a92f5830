import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { defaultLocale, isLocale, loadMessages, timeZone } from "./catalog";
import { localeCookie } from "./preferences";

export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(localeCookie)?.value;
  const locale = isLocale(chosen) ? chosen : defaultLocale;
  return { locale, timeZone, messages: await loadMessages(locale) };
});
