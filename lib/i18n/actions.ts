"use server";

import { cookies } from "next/headers";
import { isLocale } from "./catalog";
import { localeCookie, preferenceCookie, textSizeCookie } from "./preferences";

/** Open to everyone, the sign-in page included: they set a preference cookie and nothing else. */
export async function switchLocale(form: FormData): Promise<void> {
  const locale = choiceOf(form, "locale");
  if (isLocale(locale)) (await cookies()).set(localeCookie, locale, preferenceCookie);
}

export async function switchTextSize(form: FormData): Promise<void> {
  const size = choiceOf(form, "size") === "large" ? "large" : "normal";
  (await cookies()).set(textSizeCookie, size, preferenceCookie);
}

/** Whoever posts by hand may send anything in a form's place. */
function choiceOf(form: Partial<FormData> | null | undefined, name: string) {
  return typeof form?.get === "function" ? form.get(name) : null;
}
