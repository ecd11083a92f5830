"use server";

import { asActor } from "@/lib/auth/actor";
import type { Result } from "@/lib/kernel/result";
import { changeProgramme, createProgramme } from "./commands";

/** New without an id, a change with one. */
export async function saveProgramme(input: unknown): Promise<Result<{ id: number }>> {
  return asActor((actor) =>
    typeof input === "object" && input !== null && "id" in input
      ? changeProgramme(actor, input)
      : createProgramme(actor, input),
  );
}
