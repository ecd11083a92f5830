"use server";

import { asActor } from "@/lib/auth/actor";
import { parseId } from "@/lib/kernel/ids";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { changeTitle, createTitle } from "./commands";
import { getTitleForAward, type TitleForAward } from "./queries";

/** New without an id, a change with one. */
export async function saveTitle(input: unknown): Promise<Result<{ id: number }>> {
  return asActor((actor) => (isExisting(input) ? changeTitle(actor, input) : createTitle(actor, input)));
}

/** What the award's form needs to know of the chosen title. */
export async function readTitleForAward(id: unknown): Promise<Result<TitleForAward>> {
  return asActor(async (actor) => {
    const title = await getTitleForAward(actor, parseId(id) ?? 0);
    return title ? ok(title) : refuse({ code: "not_found" });
  });
}

function isExisting(input: unknown): boolean {
  return typeof input === "object" && input !== null && "id" in input;
}
