import { faultResponse, handlerActor } from "@/lib/auth/actor";
import { receiveFile } from "@/lib/files/receive";
import { storeUpload } from "@/lib/files/upload";

/** Takes one upload; it belongs to whoever sent it until a record attaches it. */
export async function POST(request: Request): Promise<Response> {
  const actor = await handlerActor();
  if (actor instanceof Response) return actor;
  const received = await receiveFile(request);
  if (!received.ok) return faultResponse(received.fault);
  const stored = await storeUpload(actor, received.value);
  return stored.ok ? Response.json(stored.value, { status: 201 }) : faultResponse(stored.fault);
}
