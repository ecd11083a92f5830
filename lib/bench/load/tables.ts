import { mkdirSync } from "node:fs";
import { roleColumns, userColumns } from "./accounts";
import {
  awardBodyColumns,
  awardColumns,
  awardDocumentColumns,
  counterColumns,
  documentColumns,
  issuerColumns,
} from "./awards";
import {
  achievementColumns,
  achievementUnitColumns,
  contributorColumns,
  studioColumns,
  studioMemberColumns,
  teamColumns,
  teamMemberColumns,
} from "./collectives";
import { assignmentColumns, employeeColumns } from "./employees";
import { eventColumns, stateColumns } from "./history";
import {
  bodyColumns,
  organiserColumns,
  programmeColumns,
  titleColumns,
  titleKindColumns,
  titleLevelColumns,
  titlePrizeColumns,
} from "./honors";
import { periodColumns, unitColumns } from "./organizations";
import { memberColumns, recipientColumns } from "./recipients";
import { Rows } from "./rows";

/** The tables that are loaded, people and what they rest on first. */
export function openTables(folder: string) {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const rows = (table: string, columns: readonly string[]) => new Rows(folder, table, columns);
  return {
    people: {
      units: rows("organizations", unitColumns),
      periods: rows("organization_periods", periodColumns),
      employees: rows("employees", employeeColumns),
      assignments: rows("employee_assignments", assignmentColumns),
      users: rows("users", userColumns),
      roles: rows("user_roles", roleColumns),
    },
    honors: {
      bodies: rows("granting_bodies", bodyColumns),
      programmes: rows("programmes", programmeColumns),
      organisers: rows("programme_organisers", organiserColumns),
      titles: rows("honor_titles", titleColumns),
      levels: rows("honor_title_levels", titleLevelColumns),
      prizes: rows("honor_title_prize_levels", titlePrizeColumns),
      kinds: rows("honor_title_subject_kinds", titleKindColumns),
    },
    collectives: {
      teams: rows("teams", teamColumns),
      teamMembers: rows("team_members", teamMemberColumns),
      studios: rows("studios", studioColumns),
      studioMembers: rows("studio_members", studioMemberColumns),
      achievements: rows("achievements", achievementColumns),
      achievementUnits: rows("achievement_units", achievementUnitColumns),
      contributors: rows("achievement_contributors", contributorColumns),
    },
    awards: {
      // First, for their indexes take longest.
      scopes: rows("award_scopes", ["award_id", "unit_id", "award_year", "day"]),
      found: rows("award_units", ["award_id", "organization_id"]),
      documents: rows("documents", documentColumns),
      issuers: rows("document_issuers", issuerColumns),
      awards: rows("awards", awardColumns),
      bodies: rows("award_granting_bodies", awardBodyColumns),
      papers: rows("award_documents", awardDocumentColumns),
      recipients: rows("award_recipients", recipientColumns),
      members: rows("award_members", memberColumns),
      states: rows("award_state_changes", stateColumns),
      events: rows("audit_events", eventColumns),
      counters: rows("ledger_counters", counterColumns),
    },
  };
}
