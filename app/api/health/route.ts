import { isDatabaseUp } from "@/lib/db/health";
import { replicaState } from "@/lib/db/replica";

export const dynamic = "force-dynamic";

/** For load balancers and monitors: no account needed, nothing told but up or down, and whether the replica is in use where there is one. */
export async function GET() {
  const [up, replica] = await Promise.all([isDatabaseUp(), replicaState()]);
  const status = up ? "ok" : "unavailable";
  return Response.json(replica ? { status, replica } : { status }, { status: up ? 200 : 503 });
}
