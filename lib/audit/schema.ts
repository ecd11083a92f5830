import {
  paramsOf,
  zFilterOneOf,
  zFilterText,
  zPage,
  type PageRequest,
  type Params,
} from "@/lib/kernel/fields";
import { firstDay, lastDay, makePartialDate, splitDateText } from "@/lib/kernel/partial-date";
import { auditEvents, type AuditEventName, type AuditNoun } from "./events";

export const auditNouns = [
  "auth",
  "users",
  "organizations",
  "employees",
  "granting_bodies",
  "programmes",
  "honor_titles",
  "documents",
  "achievements",
  "teams",
  "studios",
  "awards",
  "award_requests",
  "certificates",
  "treatments",
  "retention_policies",
  "jobs",
  "demonstration",
] as const satisfies readonly AuditNoun[];

export type AuditFilter = PageRequest<"at"> & {
  /** First and last day of the period, whole days of the office. */
  from?: string;
  to?: string;
  event?: AuditEventName;
  noun?: AuditNoun;
  /** Part of a name, or of a user name. */
  actor?: string;
  address?: string;
  /** A record's or event's number, or text out of what was written. */
  q?: string;
};

/** Whatever a URL holds makes a filter; the latest events come first. */
export function readAuditFilter(params: Params): AuditFilter {
  const given = paramsOf(params);
  const from = dateOf(given.from);
  const to = dateOf(given.to);
  return {
    from: from && firstDay(from),
    to: to && lastDay(to),
    event: zFilterOneOf(auditEvents).parse(given.event),
    noun: zFilterOneOf(auditNouns).parse(given.noun),
    actor: zFilterText.parse(given.actor),
    address: zFilterText.parse(given.address),
    q: zFilterText.parse(given.q),
    ...zPage(["at"], "-at").parse(given),
  };
}

function dateOf(text: string | undefined) {
  const parts = text === undefined ? null : splitDateText(text.slice(0, 40));
  return (parts && makePartialDate(parts)) ?? undefined;
}
