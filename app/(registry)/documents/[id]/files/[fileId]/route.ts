import { faultResponse, handlerActor } from "@/lib/auth/actor";
import { getScan } from "@/lib/documents/scans/queries";
import { downloadResponse } from "@/lib/files/download";
import { parseId } from "@/lib/kernel/ids";

type Context = { params: Promise<{ id: string; fileId: string }> };

/** A scan, for those who see its document. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await handlerActor();
  if (actor instanceof Response) return actor;
  const { id, fileId } = await params;
  const file = await getScan(actor, parseId(id) ?? 0, parseId(fileId) ?? 0);
  return (file && (await downloadResponse(file, request))) ?? faultResponse({ code: "not_found" });
}
