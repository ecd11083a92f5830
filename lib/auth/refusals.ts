import { recordEvent } from "@/lib/audit/record";
import type { FaultCode } from "@/lib/kernel/result";
import { transaction } from "@/lib/db/transaction";
import type { Actor } from "./roles";
import { isWorthRecording } from "./throttle";

type Refusal = { code: FaultCode; path: string | null; address: string };

/** Someone tried what they may not. The attempt changed nothing, so its event has a transaction of its own. */
export async function recordRefusal(actor: Actor | null, { code, path, address }: Refusal): Promise<void> {
  if (!actor && !(await isWorthRecording(address))) return;
  const who = actor ?? { userId: null, sessionId: null, name: "", grants: [], address };
  await transaction((tx) =>
    recordEvent(tx, who, {
      event: "auth.refused",
      noun: "auth",
      nounId: actor?.userId ?? null,
      after: { code, path: path?.slice(0, 200) ?? null },
    }),
  );
}
