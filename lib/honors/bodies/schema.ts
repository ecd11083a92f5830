import { z } from "zod";
import { zFilterOneOf, zFilterText, zIntIdOrNull, zPage, zText, zTextOrNull } from "@/lib/kernel/fields";
import { zNumberOrNull } from "../schema";

export const bodyKinds = [
  "party",
  "government",
  "union",
  "human_resources",
  "youth_league",
  "women_federation",
  "ministry",
  "association",
  "enterprise",
] as const;
export type BodyKind = (typeof bodyKinds)[number];

export const bodyInput = z.object({
  name: zText({ max: 200, required: true }),
  nameEn: zTextOrNull({ max: 200 }),
  code: zText({ max: 64, required: true }).refine(
    (code) => code === "" || /^[\p{L}\p{N}._-]+$/u.test(code),
    "badBodyCode",
  ),
  kind: z.enum(bodyKinds),
  rank: zNumberOrNull(0, 99_999).transform((rank) => rank ?? 0),
  successorId: zIntIdOrNull,
});
export type BodyInput = z.output<typeof bodyInput>;

export const bodyFilter = z.object({ q: zFilterText, kind: zFilterOneOf(bodyKinds) });
export const bodyPage = zPage(["rank", "name", "code"], "rank");
export type BodyFilter = z.output<typeof bodyFilter>;
export type BodyPage = z.output<typeof bodyPage>;
