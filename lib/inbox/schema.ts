import { z } from "zod";
import { zIntIdOrNull } from "@/lib/kernel/fields";

/** What people are told. A new kind gets its line here and its wording in the catalogs (namespace inbox). */
export const messageKinds = [
  "award_submitted",
  "list_submitted",
  "import_submitted",
  "import_confirmed",
  "award_confirmed",
  "award_returned",
  "award_voided",
  "award_conferred",
  "award_removed",
  "request_accepted",
  "request_declined",
  "revocation_recorded",
  "revocation_confirmed",
  "revocation_declined",
  "annulment_recorded",
  "annulment_confirmed",
  "annulment_declined",
  "honor_revoked",
  "honor_restored",
  "honor_expired",
  "honor_resumed",
  "awards_expired",
  "awards_resumed",
] as const;
export type MessageKind = (typeof messageKinds)[number];

/** One message, or all of them where none is named. */
export const readInput = z.object({ id: zIntIdOrNull });
