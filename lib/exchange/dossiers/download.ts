import { getTranslations } from "next-intl/server";
import { asActor, faultResponse } from "@/lib/auth/actor";
import { contentDisposition } from "@/lib/files/names";
import { refuse } from "@/lib/kernel/result";
import { byteStream } from "../sheets/byte-stream";
import { giveDossier } from "./commands";

/** Answers a form that asks for somebody's full record; without an id for one's own. */
export async function answerDossier(request: Request, id?: string): Promise<Response> {
  const words = await getTranslations("dossiers");
  const form = await request.formData().catch(() => null);
  const result = await asActor(async (actor) =>
    form
      ? giveDossier(actor, { id, reason: form.get("reason") ?? "" }, { words, now: new Date() })
      : refuse({ code: "invalid" }),
  );
  if (!result.ok) return faultResponse(result.fault);
  return new Response(
    byteStream(result.value.bytes, () => {}, request.signal),
    {
      headers: {
        "Cache-Control": "private, no-store",
        "Content-Disposition": contentDisposition(result.value.name),
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Content-Type": "application/zip",
        "X-Content-Type-Options": "nosniff",
      },
    },
  );
}
