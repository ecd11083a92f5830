import { getLocale, getTranslations } from "next-intl/server";
import { faultResponse, handlerActor } from "@/lib/auth/actor";
import type { Locale } from "@/lib/i18n/catalog";
import { byteStream } from "../../sheets/byte-stream";
import { type TemplateColumn, writeTemplate } from "../../sheets/template";
import { xlsxMediaType } from "../../sheets/xlsx";
import { columnsOf, intakeNamespaces } from "../columns";
import { mayImport } from "../policy";
import { type ImportKind, importKinds } from "../schema";
import { templateChoices } from "../template/queries";
import { fileHeaders } from "./headers";

/** The workbook to fill in, with what may be chosen in it at this moment. */
export async function answerTemplate(request: Request): Promise<Response> {
  const actor = await handlerActor();
  if (actor instanceof Response) return actor;
  const asked = new URL(request.url).searchParams.get("kind");
  const kind = importKinds.find((known) => known === asked);
  if (!kind || !mayImport(actor, kind)) return faultResponse({ code: "not_found" });
  const locale = (await getLocale()) as Locale;
  const [words, t, choices, columns] = await Promise.all([
    getTranslations("exchange.sheets"),
    getTranslations("imports"),
    templateChoices(actor, kind, locale),
    columnsInWords(kind),
  ]);
  const name = t(`kind.${kind}`);
  const template = {
    name,
    columns: columns.map((column) => ({ ...column, choices: choices[column.key] ?? [] })),
  };
  const body = byteStream(writeTemplate(template, words), () => {}, request.signal);
  return new Response(body, { headers: fileHeaders(t("templateName", { kind: name }), xlsxMediaType) });
}

async function columnsInWords(kind: ImportKind): Promise<(TemplateColumn & { key: string })[]> {
  const words = await getTranslations(intakeNamespaces[kind]);
  const say = (key: string) => (words.has(key) ? words(key) : "");
  return columnsOf(kind).map(({ key, required = false, width }) => ({
    key,
    required,
    width,
    header: say(`columns.${key}.label`),
    note: say(`columns.${key}.note`),
    example: say(`columns.${key}.example`),
  }));
}
