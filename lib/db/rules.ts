import type { Fault } from "@/lib/kernel/result";
import type { DatabaseRefusal } from "./faults";

type Said = { field?: string; key: string; code?: Fault["code"] };

/**
 * What people are told when a rule of the database refused: a message key, the form's field where there is one. Commands
 * ask the same rules first; this is for what slips between question and write, and for what two do at once.
 */
const rules: Record<string, Said> = {
  employees_work_number_in_period: { field: "workNumber", key: "workNumberTaken" },
  employee_identities_id_number_hash_key: { field: "idNumber", key: "idNumberTaken" },
  retention_policies_range: { key: "retentionRange", code: "invalid" },
  employees_id_number_last4: { field: "idNumberLast4", key: "badIdNumber" },
  organizations_parent_same_tree: { field: "parentId", key: "wrongTree" },
  organizations_no_ring: { field: "parentId", key: "circular" },
  organizations_tree_fixed: { field: "tree", key: "wrongTree" },
  organizations_rename_needs_period: { field: "periodFrom", key: "required" },
  organizations_tree_code_key: { field: "code", key: "codeTaken" },
  granting_bodies_code_key: { field: "code", key: "codeTaken" },
  honor_titles_no_ring: { field: "predecessorId", key: "circular" },
  documents_number_key_key: { field: "number", key: "duplicateDocumentNumber" },
  users_username_key: { field: "username", key: "nameTaken" },
  users_employee_id_key: { field: "employeeId", key: "duplicate" },
  user_roles_once: { key: "roleTwice", code: "conflict" },
  activations_one_open: { key: "changedMeanwhile", code: "conflict" },
  user_roles_duties_apart: { field: "role", key: "dutiesApart" },
  user_roles_scope: { field: "organizationId", key: "roleScopeRequired" },
  export_layouts_user_id_name_key: { field: "name", key: "layoutNameTaken" },
  award_recipients_one_subject: { field: "recipients", key: "twoSubjects" },
  award_recipients_kind_allowed: { field: "recipients", key: "subjectKindNotAllowed" },
  award_recipients_award_id_employee_id_key: { field: "recipients", key: "duplicateSubject" },
  award_recipients_award_id_team_id_key: { field: "recipients", key: "duplicateSubject" },
  award_recipients_award_id_studio_id_key: { field: "recipients", key: "duplicateSubject" },
  award_recipients_award_id_organization_id_key: { field: "recipients", key: "duplicateSubject" },
  award_recipients_award_id_achievement_id_key: { field: "recipients", key: "duplicateSubject" },
  award_recipients_share_range: { field: "recipients", key: "share" },
  award_recipients_bonus_not_negative: { field: "recipients", key: "moneyNegative" },
  award_recipients_frozen: { key: "frozen", code: "conflict" },
  awards_bonus_not_negative: { field: "bonus", key: "moneyNegative" },
  awards_bonus_shares: { field: "bonus", key: "bonusShares" },
  awards_shares: { field: "recipients", key: "shareTotal" },
  awards_have_recipients: { field: "recipients", key: "noRecipients" },
  awards_category_of_title: { field: "titleId", key: "categoryNotAllowed" },
  awards_prize_level_required: { field: "prizeLevelCode", key: "prizeLevelRequired" },
  awards_title_id_level_code_fkey: { field: "levelCode", key: "levelNotAllowed" },
  awards_title_id_prize_level_code_fkey: { field: "prizeLevelCode", key: "prizeLevelNotAllowed" },
  awards_award_year_range: { field: "awardYear", key: "badYear" },
  awards_award_date_partial_date: { field: "awardDate", key: "badDate" },
  awards_frozen: { key: "frozen", code: "conflict" },
  awards_state_transition: { key: "wrongState", code: "conflict" },
  awards_checker_is_another: { key: "sameChecker", code: "forbidden" },
  award_state_changes_reason: { field: "reason", key: "reasonRequired" },
  award_revocations_once: { key: "revocationPending", code: "conflict" },
  award_revocations_target: { field: "target", key: "unknownValue" },
  award_revocations_recipient_id_member_position_fkey: { field: "target", key: "unknownValue" },
  award_revocations_of_standing: { key: "notStanding", code: "conflict" },
  award_revocations_document_kind: { field: "documentId", key: "notRevocationDocument" },
  award_revocations_document_issuer: { field: "documentId", key: "issuerHasNoSay" },
  award_revocations_annulment_kind: { field: "documentId", key: "notAnnulmentDocument" },
  award_revocations_annulment_issuer: { field: "documentId", key: "issuerHasNoSay" },
  award_revocations_second_document: { field: "documentId", key: "sameDocument" },
  award_revocations_annulment_in_order: { field: "annulledOn", key: "annulledBeforeEffective" },
  award_revocations_confirmer_is_another: { key: "sameConfirmer", code: "forbidden" },
  award_revocations_state_transition: { key: "alreadyDecided", code: "conflict" },
  award_revocation_steps_reason: { field: "reason", key: "reasonRequired" },
  treatments_person_of_award: { field: "employeeId", key: "notHonored" },
  treatments_of_conferred: { key: "notConferred", code: "conflict" },
  treatments_amount_not_negative: { field: "amount", key: "moneyNegative" },
  treatments_period_in_order: { field: "validTo", key: "endBeforeStart" },
  treatments_once_has_no_end: { field: "validTo", key: "onceHasNoEnd" },
  treatments_once: { key: "treatmentTwice", code: "conflict" },
  award_revocations_recall_none: { field: "recall", key: "certificatesRegistered" },
  award_revocations_recall_out: { field: "recall", key: "certificatesOut" },
  certificates_of_conferred: { key: "certificateOfDraft", code: "conflict" },
  certificates_target: { field: "target", key: "unknownValue" },
  certificates_recipient_id_member_position_fkey: { field: "target", key: "unknownValue" },
  certificates_holder_public: { field: "holder", key: "numberInPublicText" },
  certificates_void_reason: { field: "note", key: "reasonRequired" },
  certificates_replaces_id_key: { key: "notReplaceable", code: "conflict" },
  certificates_replaces_lost: { key: "notReplaceable", code: "conflict" },
  certificates_replacement_of_standing: { key: "notReplaceable", code: "conflict" },
  certificates_frozen: { key: "certificateVoid", code: "conflict" },
  certificates_state_transition: { field: "to", key: "certificateCannotMove" },
  certificates_replaced: { field: "to", key: "certificateCannotMove" },
  certificates_recalled: { field: "to", key: "certificateCannotMove" },
  award_recipients_one_stands: { key: "lastRecipient", code: "conflict" },
};

/** A refusal of the database as a fault for people; what has no words of its own is told by its kind. */
export function faultOfRefusal({ kind, constraint }: DatabaseRefusal): Fault {
  const said = constraint ? rules[constraint] : undefined;
  if (said?.field) return { code: said.code ?? "invalid", fields: { [said.field]: [said.key] } };
  if (said) return { code: said.code ?? "conflict", detail: { message: said.key } };
  if (constraint?.endsWith("_period_in_order"))
    return { code: "invalid", fields: { "": ["endBeforeStart"] } };
  if (constraint?.endsWith("_partial_date")) return { code: "invalid", fields: { "": ["badDate"] } };
  if (kind === "foreign_key") return { code: "conflict", detail: { message: "inUse" } };
  if (kind === "unique" || kind === "exclusion")
    return { code: "conflict", detail: { message: "duplicate" } };
  return { code: "invalid" };
}
