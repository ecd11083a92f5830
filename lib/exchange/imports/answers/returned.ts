import { getTranslations } from "next-intl/server";
import { asActor, faultResponse } from "@/lib/auth/actor";
import { heldFile } from "@/lib/files/store";
import type { IntakeFault } from "@/lib/kernel/intake";
import { parseFaultKey } from "@/lib/kernel/result";
import { byteStream } from "../../sheets/byte-stream";
import { returnWorkbook, type RowReasons } from "../../sheets/returned";
import { columnsOf, intakeNamespaces } from "../columns";
import { returnImport, type Returned } from "../returning/commands";
import { faultyRows } from "../returning/queries";
import { fileHeaders } from "./headers";

/** The person's own workbook, with the reason beside each row that was not taken. */
export async function answerReturned(request: Request, id: string): Promise<Response> {
  const result = await asActor((actor) => returnImport(actor, { id }));
  if (!result.ok) return faultResponse(result.fault);
  const batch = result.value;
  const [words, t] = await Promise.all([getTranslations("exchange.sheets"), getTranslations("imports")]);
  const reasons = await reasonsOf(batch);
  const file = await heldFile(batch.file.sha256);
  if (!file) return faultResponse({ code: "not_found", detail: { message: "fileMissing" } });
  try {
    const at = { sheet: batch.sheet ?? "", headerRow: batch.headerRow ?? 1 };
    const returned = await returnWorkbook(file.path, at, reasons, words("reasons"));
    const body = byteStream(returned.bytes, file.release, request.signal);
    const name = t("returnedName", { name: batch.file.name.replace(/\.[^.]*$/, "") });
    return new Response(body, { headers: fileHeaders(`${name}.${returned.ending}`, returned.mediaType) });
  } catch (error) {
    file.release();
    throw error;
  }
}

async function reasonsOf({ id, kind, mapping }: Returned): Promise<Map<number, RowReasons>> {
  const [tf, tk] = await Promise.all([getTranslations("faults"), getTranslations(intakeNamespaces[kind])]);
  const places = new Map(
    Object.entries((mapping ?? {}) as Record<string, string>).map(([column, key]) => [key, Number(column)]),
  );
  const labels = new Map(columnsOf(kind).map(({ key }) => [key, tk(`columns.${key}.label`)]));
  const sentence = ({ column, value, message }: IntakeFault) => {
    const { key, values } = parseFaultKey(message);
    const text = tf.has(key) ? tf(key, values) : tf("invalid");
    const label = column === null ? undefined : labels.get(column);
    if (label === undefined) return text;
    return value === "" ? tf("cellFault", { label, text }) : tf("cellFaultOf", { label, value, text });
  };
  const reasons = new Map<number, RowReasons>();
  for await (const rows of faultyRows(id))
    for (const { sheetRow, faults } of rows) {
      const columns = faults.flatMap(({ column }) => places.get(column ?? "") ?? []);
      reasons.set(sheetRow, {
        columns: [...new Set(columns)],
        text: [...new Set(faults.map(sentence))].join("\n"),
      });
    }
  return reasons;
}
