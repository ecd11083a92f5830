/** The closed list of what can happen. A new event gets its line here and its wording in the catalogs (namespace audit). */
export const auditEvents = [
  "auth.signed_in",
  "auth.sign_in_failed",
  "auth.code_asked",
  "auth.throttled",
  "auth.signed_out",
  "auth.refused",
  "auth.identity_confirmed",
  "users.created",
  "users.changed",
  "users.disabled",
  "users.enabled",
  "users.password_changed",
  "users.password_reset",
  "users.factor_enabled",
  "users.factor_removed",
  "users.factor_reset",
  "users.recovery_codes_renewed",
  "users.recovery_code_used",
  "users.secrets_resealed",
  "users.identity_bound",
  "users.identity_released",
  "users.unlocked",
  "users.role_granted",
  "users.role_withdrawn",
  "users.sessions_ended",
  "organizations.created",
  "organizations.changed",
  "organizations.renamed",
  "organizations.moved",
  "organizations.closed",
  "employees.created",
  "employees.changed",
  "employees.transferred",
  "employees.status_changed",
  "employees.identity_revealed",
  "employees.identities_resealed",
  "employees.publicity_decided",
  "employees.record_given",
  "granting_bodies.created",
  "granting_bodies.changed",
  "programmes.created",
  "programmes.changed",
  "honor_titles.created",
  "honor_titles.changed",
  "documents.created",
  "documents.changed",
  "documents.file_added",
  "documents.file_removed",
  "achievements.created",
  "achievements.changed",
  "teams.created",
  "teams.changed",
  "studios.created",
  "studios.changed",
  "awards.created",
  "awards.changed",
  "awards.submitted",
  "awards.withdrawn",
  "awards.confirmed",
  "awards.returned",
  "awards.voided",
  "awards.document_added",
  "awards.revoked",
  "awards.restored",
  "awards.recipient_struck",
  "awards.recipient_restored",
  "awards.expired",
  "awards.resumed",
  "awards.validity_corrected",
  "awards.exported",
  "award_requests.created",
  "award_requests.withdrawn",
  "award_requests.accepted",
  "award_requests.declined",
  "award_revocations.recorded",
  "award_revocations.confirmed",
  "award_revocations.declined",
  "award_revocations.withdrawn",
  "award_revocations.annulment_recorded",
  "award_revocations.annulled",
  "award_revocations.annulment_declined",
  "award_revocations.annulment_withdrawn",
  "award_revocations.recall_changed",
  "award_revocations.evidence_added",
  "award_revocations.evidence_read",
  "treatments.created",
  "treatments.changed",
  "treatments.stopped",
  "treatments.resumed",
  "certificates.registered",
  "certificates.reissued",
  "certificates.changed",
  "certificates.lost",
  "certificates.returned",
  "certificates.voided",
  "certificates.handed_back",
  "imports.received",
  "imports.applied",
  "imports.undone",
  "imports.cancelled",
  "imports.returned",
  "imports.purged",
  "awards.imported",
  "employees.imported",
  "organizations.imported",
  "honor_titles.imported",
  "achievements.imported",
  "documents.list_entered",
  "unresolved_recipients.created",
  "unresolved_recipients.resolved",
  "unresolved_recipients.dismissed",
  "activations.issued",
  "activations.cancelled",
  "activations.used",
  "sign_in_policies.changed",
  "retention_policies.changed",
  "retention_policies.applied",
  "jobs.retried",
  "jobs.cancelled",
  "demonstration.loaded",
] as const;

export type AuditEventName = (typeof auditEvents)[number];

/** The table whose rows an event is about; require_audit in the database compares with it. */
export type AuditNoun =
  | "auth"
  | "users"
  | "organizations"
  | "employees"
  | "granting_bodies"
  | "programmes"
  | "honor_titles"
  | "documents"
  | "achievements"
  | "teams"
  | "studios"
  | "awards"
  | "award_requests"
  | "award_revocations"
  | "treatments"
  | "certificates"
  | "unresolved_recipients"
  | "imports"
  | "activations"
  | "sign_in_policies"
  | "retention_policies"
  | "jobs"
  | "demonstration";
