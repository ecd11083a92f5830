import { getLocale, getTranslations } from "next-intl/server";
import { asActor, faultResponse } from "@/lib/auth/actor";
import { contentDisposition } from "@/lib/files/names";
import { type Fault, faultMessageKey, parseFaultKey, refuse, statusOf } from "@/lib/kernel/result";
import { exportAwards } from "./commands";
import { faultPage } from "./fault-page";

/** Answers a form that asks for a file: with the file, or with what was wrong about the form. */
export async function answerDownload(request: Request): Promise<Response> {
  const [locale, exports, awards] = await Promise.all([
    getLocale(),
    getTranslations("exports"),
    getTranslations("awards"),
  ]);
  const fields = await readFields(request);
  const setting = {
    words: { exports, awards },
    english: locale === "en",
    now: new Date(),
    signal: request.signal,
  };
  const result = await asActor(async (actor) =>
    fields ? exportAwards(actor, fields, setting) : refuse({ code: "invalid" }),
  );
  if (!result.ok)
    return isNavigation(request) ? pageOf(result.fault, fields, locale) : faultResponse(result.fault);
  const { name, mediaType, body } = result.value;
  return new Response(body, {
    headers: {
      // Not packed on the way: hundreds of megabytes take longer to pack than to send, and who wants them small takes XLSX.
      "Cache-Control": "private, no-store, no-transform",
      "Content-Disposition": contentDisposition(name),
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Content-Type": mediaType,
      "X-Content-Type-Options": "nosniff",
    },
  });
}

/** A form's fields; `columns` may stand there many times. Null for a body that is no form. */
async function readFields(request: Request): Promise<Record<string, unknown> | null> {
  const form = await request.formData().catch(() => null);
  if (!form) return null;
  return { ...Object.fromEntries(form), columns: form.getAll("columns") };
}

/** A browser that follows a form wants a page; scripts want JSON. */
function isNavigation({ headers }: Request): boolean {
  return headers.get("accept")?.includes("text/html") ?? false;
}

async function pageOf(
  fault: Fault,
  fields: Record<string, unknown> | null,
  locale: string,
): Promise<Response> {
  const [t, tf] = await Promise.all([getTranslations("exports.refused"), getTranslations("faults")]);
  const say = (text: string) => {
    const { key, values } = parseFaultKey(text);
    return tf.has(key) ? tf(key, values) : tf("invalid");
  };
  const own = typeof fault.detail?.message === "string" ? fault.detail.message : faultMessageKey(fault.code);
  const keys = [...new Set(Object.values(fault.fields ?? {}).flat())];
  const { columns: _columns, rowPer: _rowPer, format: _format, reason: _reason, ...filter } = fields ?? {};
  const query = new URLSearchParams(
    Object.entries(filter).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
  const html = faultPage({
    locale,
    title: t("title"),
    sentences: keys.length > 0 ? keys.map(say) : [say(own)],
    back: { href: `/awards/export?${query}`, text: t("back") },
  });
  return new Response(html, {
    status: statusOf(fault.code),
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" },
  });
}
