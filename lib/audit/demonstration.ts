import { asSystem } from "@/lib/db/acting";
import { db } from "@/lib/db/client";

let known: Promise<boolean> | undefined;

/** Whether the database holds the demonstration data; asked once, since it is loaded before the first request or never. */
export function holdsDemonstration(): Promise<boolean> {
  known ??= asSystem(() => db.auditEvent.count({ where: { event: "demonstration.loaded" } })).then(
    (n) => n > 0,
  );
  known.catch(() => (known = undefined));
  return known;
}
