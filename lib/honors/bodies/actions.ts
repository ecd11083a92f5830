"use server";

import { asActor } from "@/lib/auth/actor";
import type { Result } from "@/lib/kernel/result";
import { changeBody, createBody } from "./commands";

/** New without an id, a change with one. */
export async function saveBody(input: unknown): Promise<Result<{ id: number }>> {
  return asActor((actor) =>
    typeof input === "object" && input !== null && "id" in input
      ? changeBody(actor, input)
      : createBody(actor, input),
  );
}
