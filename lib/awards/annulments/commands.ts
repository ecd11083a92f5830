import { requireRecent } from "@/lib/auth/confirmation";
import type { Actor } from "@/lib/auth/roles";
import { runCommand } from "@/lib/db/command";
import { parseInput } from "@/lib/kernel/fields";
import { refuse, refuseField } from "@/lib/kernel/result";
import { decisionRefusal, moveCase, type Moved } from "../cases/commands";
import { attachEvidence } from "../evidence/commands";
import { tellOfCase, tellStruck } from "../notices/commands";
import { confirms, revokes } from "../revocations/policy";
import { hasBegun } from "../revocations/rules";
import { annulmentInput, reasonedStepInput, stepInput } from "../revocations/schema";
import { zonedDay } from "../rules";
import { lift } from "../strikes/commands";

const nothingYet = { annulmentDocumentId: null, annulmentReason: null, annulledOn: null };

/** Enters the decision that annuls a revocation. The revocation holds until another person has confirmed it. */
export async function recordAnnulment(actor: Actor, input: unknown): Promise<Moved> {
  if (!revokes(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput(annulmentInput, input);
  if (!parsed.ok) return parsed;
  const unconfirmed = await requireRecent(actor);
  if (unconfirmed) return refuse(unconfirmed);
  const { id, version, documentId, annulledOn, reason, files } = parsed.value;
  return runCommand((tx) =>
    moveCase(
      tx,
      actor,
      { id, version, reason: null },
      {
        ...{
          from: "confirmed",
          to: "annulling",
          event: "award_revocations.annulment_recorded",
          by: "annuller",
        },
        data: {
          annulmentDocumentId: documentId,
          annulmentReason: reason,
          annulledOn,
          enteredByIds: [actor.userId],
        },
        after: { annulledOn, annulmentReason: reason },
        check: async (found) => {
          if (annulledOn < found.effectiveOn) return refuseField("annulledOn", "annulledBeforeEffective");
          if (documentId === found.documentId) return refuseField("documentId", "sameDocument");
          return decisionRefusal(tx, actor, documentId, found.awardId, [
            "revocation",
            "correction",
            "decision",
          ]);
        },
        effect: () => attachEvidence(tx, actor, id, files, "annulment"),
        tell: (found) => tellOfCase(tx, actor, found, "annulment_recorded", "checkers"),
      },
    ),
  );
}

/** Confirms it: the honor stands again, and the whole history stays to be seen. */
export async function confirmAnnulment(actor: Actor, input: unknown, now = new Date()): Promise<Moved> {
  if (!confirms(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput(stepInput, input);
  if (!parsed.ok) return parsed;
  const unconfirmed = await requireRecent(actor);
  if (unconfirmed) return refuse(unconfirmed);
  return runCommand((tx) =>
    moveCase(tx, actor, parsed.value, {
      ...{ from: "annulling", to: "annulled", event: "award_revocations.annulled", by: "confirmer" },
      check: async () => {
        const waiting = await tx.awardRevocation.findFirst({
          where: { id: parsed.value.id },
          select: { annulledOn: true },
        });
        return hasBegun(waiting?.annulledOn ?? "", zonedDay(now))
          ? null
          : refuse({ code: "conflict", detail: { message: "notYetEffective" } });
      },
      effect: (found) =>
        lift(tx, actor, { ...found, revocationId: found.id, cited: found.annulmentCited ?? found.cited }),
      tell: async (found) => {
        await tellOfCase(tx, actor, found, "annulment_confirmed", "recorders");
        await tellStruck(tx, actor, found, "honor_restored", found.annulmentCited);
      },
    }),
  );
}

/** The revocation goes on; the annulment that was entered is taken off, and its step stays with the reason. */
export async function declineAnnulment(actor: Actor, input: unknown): Promise<Moved> {
  return takeOff(actor, input, "confirmer");
}

export async function withdrawAnnulment(actor: Actor, input: unknown): Promise<Moved> {
  return takeOff(actor, input, "enterer");
}

async function takeOff(actor: Actor, input: unknown, by: "confirmer" | "enterer"): Promise<Moved> {
  const parsed = parseInput(reasonedStepInput, input);
  if (!parsed.ok) return parsed;
  return runCommand((tx) =>
    moveCase(tx, actor, parsed.value, {
      ...{ from: "annulling", to: "confirmed", by, data: nothingYet },
      event:
        by === "confirmer" ? "award_revocations.annulment_declined" : "award_revocations.annulment_withdrawn",
      ...(by === "confirmer" && {
        tell: (found) => tellOfCase(tx, actor, found, "annulment_declined", "enterers", parsed.value.reason),
      }),
    }),
  );
}
