import { recordEvent } from "@/lib/audit/record";
import { maskNumbers } from "@/lib/kernel/mask-numbers";
import type { FaultCode } from "@/lib/kernel/result";
import { asSystem } from "@/lib/db/acting";
import { transaction } from "@/lib/db/transaction";
import type { Actor } from "./roles";
import { isWorthRecording } from "./throttle";

type Refusal = { code: FaultCode; path: string | null; address: string };

/** Someone tried what they may not. The attempt changed nothing, so its event has a transaction of its own. */
export async function recordRefusal(actor: Actor | null, { code, path, address }: Refusal): Promise<void> {
  if (!actor && !(await isWorthRecording(address))) return;
  const who = actor ?? { userId: null, sessionId: null, name: "", grants: [], address };
  await asSystem(() =>
    transaction((tx) =>
      recordEvent(tx, who, {
        event: "auth.refused",
        noun: "auth",
        nounId: actor?.userId ?? null,
        // Somebody may have looked for an ID number: the trail keeps that something was refused, not the number.
        after: { code, path: path === null ? null : maskNumbers(path).slice(0, 200) },
      }),
    ),
  );
}
