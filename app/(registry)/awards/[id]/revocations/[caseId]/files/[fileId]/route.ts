import { faultResponse, handlerActor } from "@/lib/auth/actor";
import { openEvidence } from "@/lib/awards/evidence/queries";
import { downloadResponse } from "@/lib/files/download";
import { parseId } from "@/lib/kernel/ids";

type Context = { params: Promise<{ id: string; caseId: string; fileId: string }> };

/** A piece of evidence. Each reading is put down in the audit log, so it takes a form's POST: a GET changes nothing. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const actor = await handlerActor();
  if (actor instanceof Response) return actor;
  const { id, caseId, fileId } = await params;
  const file = await openEvidence(actor, parseId(id) ?? 0, parseId(caseId) ?? 0, parseId(fileId) ?? 0);
  return (file && (await downloadResponse(file, request))) ?? faultResponse({ code: "not_found" });
}
