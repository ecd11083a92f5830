import { describe, expect, test } from "vitest";
import { loadMessages, locales } from "@/lib/i18n/catalog";
import { auditEvents } from "./events";
import { auditNouns, readAuditFilter } from "./schema";

type Catalog = { events: Record<string, Record<string, string>>; nouns: Record<string, string> };

test.each(locales)("every event and noun has its words in %s", async (locale) => {
  const { events, nouns } = (await loadMessages(locale)).audit as Catalog;
  const wordless = auditEvents.filter((event) => {
    const [noun, verb] = event.split(".") as [string, string];
    return !events[noun]?.[verb];
  });
  expect(wordless).toEqual([]);
  expect(auditNouns.filter((noun) => !nouns[noun])).toEqual([]);
});

describe("the filter", () => {
  test.each([
    [
      { from: "2026-11-01", to: "2026-11-30" },
      { from: "2026-11-01", to: "2026-11-30" },
    ],
    [
      { from: "2026", to: "2026.2" },
      { from: "2026-01-01", to: "2026-02-28" },
    ],
    [{ from: "2026-02-30" }, { from: undefined }],
    [{ event: "awards.voided" }, { event: "awards.voided" }],
    [
      { event: "awards.deleted", noun: "x", sort: "actor" },
      { event: undefined, noun: undefined, sort: "at", direction: "desc" },
    ],
    [
      { page: "-1", size: "100000" },
      { page: 1, size: 100 },
    ],
  ])("of %j is usable", (params, expected) => {
    expect(readAuditFilter(params as unknown as Record<string, string>)).toMatchObject(expected);
  });
});
