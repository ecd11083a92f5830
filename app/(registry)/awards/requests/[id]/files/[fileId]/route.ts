import { faultResponse, handlerActor } from "@/lib/auth/actor";
import { getRequestFile } from "@/lib/awards/requests/queries";
import { downloadResponse } from "@/lib/files/download";
import { parseId } from "@/lib/kernel/ids";

type Context = { params: Promise<{ id: string; fileId: string }> };

/** A proof, for the person who sent it and for the union that answers. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await handlerActor();
  if (actor instanceof Response) return actor;
  const { id, fileId } = await params;
  const file = await getRequestFile(actor, parseId(id) ?? 0, parseId(fileId) ?? 0);
  return (file && (await downloadResponse(file, request))) ?? faultResponse({ code: "not_found" });
}
