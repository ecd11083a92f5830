import {
  paramsOf,
  zFilterId,
  zFilterOneOf,
  zFilterText,
  zFilterYear,
  type Params,
} from "@/lib/kernel/fields";
import type { SubjectKind } from "../schema";

/** The page that people read, and the one that a big screen in the hall turns by itself. */
export const wallModes = ["page", "screen"] as const;
export type WallMode = (typeof wallModes)[number];

export type WallFilter = {
  q?: string;
  year?: number;
  level?: string;
  category?: string;
  unit?: number;
  /** The id of the honor that the page follows, or goes before. */
  after?: number;
  before?: number;
  mode: WallMode;
};

/** Whatever a URL holds makes a filter. */
export function readWallFilter(params: Params): WallFilter {
  const given = paramsOf(params);
  return {
    q: zFilterText.parse(given.q),
    year: zFilterYear.parse(given.year),
    level: zFilterText.parse(given.level),
    category: zFilterText.parse(given.category),
    unit: zFilterId.parse(given.unit),
    after: zFilterId.parse(given.after),
    before: zFilterId.parse(given.before),
    mode: zFilterOneOf(wallModes).parse(given.mode) ?? "page",
  };
}

export type Named = { code: string; zh: string; en: string };

/** One of those honored as they were called at the time; members are those of a collective. */
export type WallRecipient = { name: string; unit: string | null; kind: SubjectKind; members: string[] };

/** All that the public sees of an honor. The id is the place in the list and nothing else. */
export type WallEntry = {
  id: number;
  year: number;
  awardDate: string;
  titleName: string;
  titleNameEn: string | null;
  level: Named;
  prizeLevel: Named | null;
  rank: number | null;
  /** It was valid for a time that is over. */
  past: boolean;
  bodies: { name: string; nameEn: string | null }[];
  recipients: WallRecipient[];
};
