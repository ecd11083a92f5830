import { faultResponse, handlerActor } from "@/lib/auth/actor";
import { receiveWorkbook } from "@/lib/files/receive";
import { receiveImport } from "../commands";
import { importableKinds } from "../policy";

/** Takes a workbook: its fields stand before the file in the form, or after it. */
export async function answerUpload(request: Request): Promise<Response> {
  const actor = await handlerActor();
  if (actor instanceof Response) return actor;
  // Before any byte of the file is kept.
  if (importableKinds(actor).length === 0) return faultResponse({ code: "not_found" });
  const received = await receiveWorkbook(request);
  if (!received.ok) return faultResponse(received.fault);
  const taken = await receiveImport(actor, received.value.fields, received.value.file);
  return taken.ok ? Response.json(taken.value, { status: 201 }) : faultResponse(taken.fault);
}
