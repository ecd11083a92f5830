import { isDatabaseUp } from "@/lib/db/health";

export const dynamic = "force-dynamic";

/** For load balancers and monitors: no account needed, nothing told but up or down. */
export async function GET() {
  const up = await isDatabaseUp();
  return Response.json({ status: up ? "ok" : "unavailable" }, { status: up ? 200 : 503 });
}
