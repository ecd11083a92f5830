"use server";

import { asActor } from "@/lib/auth/actor";
import type { Result } from "@/lib/kernel/result";
import { changeTitle, createTitle } from "./commands";

/** New without an id, a change with one. */
export async function saveTitle(input: unknown): Promise<Result<{ id: number }>> {
  return asActor((actor) =>
    typeof input === "object" && input !== null && "id" in input
      ? changeTitle(actor, input)
      : createTitle(actor, input),
  );
}
