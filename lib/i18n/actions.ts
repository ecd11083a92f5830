"use server";

import { cookies } from "next/headers";
import { isLocale } from "./catalog";
import { localeCookie, preferenceCookie, textSizeCookie } from "./preferences";

/** Open to everyone, the sign-in page included: they set a preference cookie and nothing else. */
export async function switchLocale(form: FormData): Promise<void> {
  const locale = form.get("locale");
  if (isLocale(locale)) (await cookies()).set(localeCookie, locale, preferenceCookie);
}

export async function switchTextSize(form: FormData): Promise<void> {
  const size = form.get("size") === "large" ? "large" : "normal";
  (await cookies()).set(textSizeCookie, size, preferenceCookie);
}
