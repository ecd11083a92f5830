import type { Actor } from "@/lib/auth/roles";
import type { Tx } from "@/lib/db/transaction";
import * as achievementCommands from "@/lib/achievements/intake/commands";
import * as achievementQueries from "@/lib/achievements/intake/queries";
import * as awardCommands from "@/lib/awards/intake/commands";
import * as awardQueries from "@/lib/awards/intake/queries";
import * as employeeCommands from "@/lib/employees/intake/commands";
import * as employeeQueries from "@/lib/employees/intake/queries";
import * as titleCommands from "@/lib/honors/intake/commands";
import * as titleQueries from "@/lib/honors/intake/queries";
import * as organizationCommands from "@/lib/organizations/intake/commands";
import * as organizationQueries from "@/lib/organizations/intake/queries";
import type { IntakeWrite, IntakeWritten } from "@/lib/kernel/intake";
import { columnsOf, optionsOf } from "./columns";
import type { Intake } from "./intake";
import type { ImportKind } from "./schema";

/** Every kind of workbook and the noun that takes its rows in. The one place where the importer knows nouns. */
const kinds: Record<ImportKind, Intake> = {
  organizations: join({
    kind: "organizations",
    dependsOn: ["organizations"],
    reads: organizationQueries,
    writes: organizationCommands,
  }),
  employees: join({
    kind: "employees",
    dependsOn: ["employees", "organizations"],
    reads: employeeQueries,
    writes: employeeCommands,
  }),
  titles: join({
    kind: "titles",
    dependsOn: ["honor_titles", "programmes", "granting_bodies"],
    reads: titleQueries,
    writes: titleCommands,
  }),
  achievements: join({
    kind: "achievements",
    dependsOn: ["achievements", "employees", "organizations"],
    reads: achievementQueries,
    writes: achievementCommands,
  }),
  awards: {
    ...join({
      kind: "awards",
      dependsOn: [
        ...(["awards", "honor_titles", "granting_bodies", "documents", "employees"] as const),
        ...(["organizations", "teams", "studios", "achievements"] as const),
      ],
      reads: awardQueries,
      writes: awardCommands,
    }),
    announce: async (tx, actor, news, options) => {
      if (options.state === "submitted") await awardCommands.announceIntake(tx, actor, news);
    },
  },
};

export function intakeOf(kind: ImportKind): Intake {
  return kinds[kind];
}

/** A noun's intake module under the importer's names. */
function join<Session, Options, Prepared>({
  kind,
  dependsOn,
  reads,
  writes,
}: Pick<Intake, "dependsOn"> & {
  kind: ImportKind;
  reads: {
    openIntake(tx: Tx, actor: Actor, options: Options): Promise<Session>;
    surveyIntake?: Intake<Session>["survey"];
    intakeChoices: Intake<Session>["choices"];
    checkIntake: Intake<Session>["check"];
  };
  writes: {
    applyIntake(tx: Tx, session: Session, rows: IntakeWrite[], prepared?: Prepared): Promise<IntakeWritten[]>;
    prepareIntake?(reader: Tx, session: Session, rows: IntakeWrite[]): Promise<Prepared>;
    undoIntake: Intake<Session>["undo"];
  };
}): Intake {
  const intake: Intake<Session> = {
    columns: columnsOf(kind),
    dependsOn,
    open: (tx, actor, options) => reads.openIntake(tx, actor, optionsOf(kind).parse(options) as Options),
    ...(reads.surveyIntake && { survey: reads.surveyIntake }),
    choices: reads.intakeChoices,
    check: reads.checkIntake,
    // What was made ready comes back to the noun that made it.
    apply: (tx, session, rows, prepared) =>
      writes.applyIntake(tx, session, rows, prepared as Prepared | undefined),
    ...(writes.prepareIntake && { prepare: writes.prepareIntake }),
    undo: writes.undoIntake,
  };
  // The session comes from the same noun that it goes back to; which one it is, the importer never looks at.
  return intake as Intake<unknown>;
}
