"use server";

import { asActor } from "@/lib/auth/actor";
import type { Result } from "@/lib/kernel/result";
import { changeDocument, createDocument } from "./commands";
import type { SavedDocument } from "./schema";

/** New without an id, a change with one. */
export async function saveDocument(input: unknown): Promise<Result<SavedDocument>> {
  return asActor((actor) =>
    typeof input === "object" && input !== null && "id" in input
      ? changeDocument(actor, input)
      : createDocument(actor, input),
  );
}
