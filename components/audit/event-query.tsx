import { useTranslations } from "next-intl";
import type { AuditEventName } from "@/lib/audit/events";
import { auditNouns, type AuditFilter } from "@/lib/audit/schema";
import { ActiveFilters } from "../lists/active-filters";
import type { ListParams } from "../lists/href";
import { QueryBar } from "../lists/query-bar";
import { QueryField } from "../lists/query-field";
import { QuerySelect } from "../lists/query-select";
import { Input } from "../ui/input";

type Props = { params: ListParams; filter: AuditFilter; events: readonly AuditEventName[] };

export function EventQuery({ params, filter, events }: Props) {
  const t = useTranslations("audit");
  const all = useTranslations("common")("all");
  const eventInWords = (event: AuditEventName) =>
    t("eventOf", { noun: t(`nouns.${event.split(".")[0]!}`), event: t(`events.${event}`) });
  return (
    <>
      <QueryBar
        path="/settings/audit"
        params={params}
        keep={["sort", "size"]}
        moreOpen={Boolean(filter.noun || filter.address)}
        more={
          <>
            <QueryField label={t("filter.noun")}>
              <QuerySelect
                name="noun"
                defaultValue={filter.noun}
                options={auditNouns.map((noun) => ({ value: noun, label: t(`nouns.${noun}`) }))}
                placeholder={all}
              />
            </QueryField>
            <QueryField label={t("filter.address")}>
              <Input name="address" defaultValue={filter.address} />
            </QueryField>
          </>
        }
      >
        <QueryField label={t("filter.from")}>
          <Input name="from" type="date" defaultValue={filter.from} />
        </QueryField>
        <QueryField label={t("filter.to")}>
          <Input name="to" type="date" defaultValue={filter.to} />
        </QueryField>
        <QueryField label={t("filter.event")}>
          <QuerySelect
            name="event"
            defaultValue={filter.event}
            options={events.map((event) => ({ value: event, label: eventInWords(event) }))}
            placeholder={all}
          />
        </QueryField>
        <QueryField label={t("filter.actor")}>
          <Input name="actor" defaultValue={filter.actor} placeholder={t("filter.actorHint")} />
        </QueryField>
        <QueryField label={t("filter.keyword")}>
          <Input name="q" type="search" defaultValue={filter.q} placeholder={t("filter.keywordHint")} />
        </QueryField>
      </QueryBar>
      <ActiveFilters
        path="/settings/audit"
        params={params}
        filters={[
          { key: "from", label: t("filter.from"), value: filter.from },
          { key: "to", label: t("filter.to"), value: filter.to },
          { key: "event", label: t("filter.event"), value: filter.event && eventInWords(filter.event) },
          { key: "actor", label: t("filter.actor"), value: filter.actor },
          { key: "q", label: t("filter.keyword"), value: filter.q },
          { key: "noun", label: t("filter.noun"), value: filter.noun && t(`nouns.${filter.noun}`) },
          { key: "address", label: t("filter.address"), value: filter.address },
        ]}
      />
    </>
  );
}
