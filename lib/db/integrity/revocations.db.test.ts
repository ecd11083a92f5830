import { beforeAll, describe, expect, it } from "vitest";
import { award, move, plantWorld, recipient, refusal as refusalOf, world } from "./world";

const told = `INSERT INTO audit_events (event, noun, actor_name, actor_roles, address) VALUES ('test', 'award_revocations', 'test', '{}', 'local');`;
const refusal = (sql: string) => refusalOf(told + sql);
const entered = (id: number, more: Record<string, string> = {}) => {
  const row: Record<string, string> = {
    ...{
      id: String(id),
      award_id: "50",
      cause: "'fraud'",
      explanation: "'x'",
      applicant: "'工会'",
      document_id: "50",
    },
    ...{ effective_on: "'2024-03-01'", entered_by_ids: "'{1}'", ...more },
  };
  return `INSERT INTO award_revocations (${Object.keys(row).join()}) VALUES (${Object.values(row).join()});
    INSERT INTO award_revocation_steps (revocation_id, to_state, changed_by_id) VALUES (${id}, 'recorded', 1);`;
};
const step = (id: number, state: string, by: number, set = "", reason = "NULL") =>
  `UPDATE award_revocations SET state = '${state}'${set} WHERE id = ${id};
   INSERT INTO award_revocation_steps (revocation_id, to_state, changed_by_id, reason) VALUES (${id}, '${state}', ${by}, ${reason});`;
const strike = (by: number | null, employee = 1) =>
  `UPDATE award_recipients SET struck_at = ${by === null ? "NULL" : "now()"}, struck_by_id = ${by ?? "NULL"} WHERE award_id = 51 AND employee_id = ${employee};`;
const ofJia = {
  award_id: "51",
  recipient_id: "(SELECT id FROM award_recipients WHERE award_id = 51 AND employee_id = 1)",
};

beforeAll(async () => {
  await plantWorld();
  const made = await refusal(`
    INSERT INTO granting_bodies (id, name, code, kind, rank, updated_at) VALUES (1, '市总工会', 'c', 'union', 40, now()), (2, '公司', 'e', 'enterprise', 60, now()),
      (3, '省总工会', 'p', 'union', 30, now()), (4, '未排序机关', 'u', 'union', 0, now()), (5, '全国协会', 'a', 'association', 20, now());
    INSERT INTO documents (id, title, kind, recording_unit_id, updated_at) SELECT n, '撤销决定', 'revocation', 2, now() FROM generate_series(50, 57) n;
    INSERT INTO documents (id, title, kind, recording_unit_id, updated_at) VALUES (59, '通报', 'circular', 2, now());
    INSERT INTO document_issuers VALUES (50, 1, 1), (51, 1, 2), (52, 1, 3), (53, 1, 4), (54, 1, 5), (55, 1, 1), (59, 1, 1);
    ${[50, 51].map((id) => `${award(id)} ${recipient(id, 1, "employee_id", "1")} ${recipient(id, 2, "employee_id", "2")} INSERT INTO award_granting_bodies VALUES (${id}, 1, 1);`).join(" ")}`);
  if (made) throw new Error(made);
  for (const id of [50, 51])
    for (const [state, by] of [
      ["submitted", 1],
      ["effective", 2],
    ] as const)
      if ((await refusal(move(id, state, by))) !== null) throw new Error(state);
});

describe("a revocation", () => {
  it("is decided by the granting body or one above it, in a decision of revocation", async () => {
    for (const document of ["51", "53", "54", "56"])
      expect(await refusal(entered(1, { document_id: document }))).toBe("award_revocations_document_issuer");
    expect(await refusal(entered(1, { document_id: "59" }))).toBe("award_revocations_document_kind");
    expect(await refusal(entered(1, { document_id: "52" }))).toBeNull();
    expect(await refusal(entered(2))).toBe("award_revocations_once");
  });

  it("is confirmed by another person, with its step and its effect, or not at all", async () => {
    const revoke = move(50, "revoked", 2, "'撤销'");
    expect(await refusal(revoke)).toBe("awards_revoked_by_case");
    expect(await refusal(step(1, "confirmed", 2))).toBe("award_revocations_in_force");
    expect(await refusal(`UPDATE award_revocations SET state = 'confirmed' WHERE id = 1; ${revoke}`)).toBe(
      "award_revocations_state_recorded",
    );
    expect(await refusal(step(1, "confirmed", 1) + revoke)).toBe("award_revocations_confirmer_is_another");
    expect(await refusal(step(1, "annulled", 2))).toBe("award_revocations_state_transition");
    expect(await refusal(step(1, "confirmed", 2, ", explanation = 'y'") + revoke)).toBe(
      "award_revocations_frozen",
    );
    expect(await refusal(step(1, "confirmed", 2, ", entered_by_ids = '{7}'") + revoke)).toBe(
      "award_revocations_frozen",
    );
    expect(await refusal(step(1, "declined", 2))).toBe("award_revocation_steps_reason");
    expect(await refusal(step(1, "confirmed", 2) + revoke)).toBeNull();
  });

  it("is lifted by a second decision alone", async () => {
    const annul = (document: string, on = "2025-01-01") =>
      `, annulment_document_id = ${document}, annulment_reason = 'x', annulled_on = '${on}', entered_by_ids = '{2}'`;
    const restore = move(50, "effective", 1);
    expect(await refusal(restore)).toBe("awards_revoked_by_case");
    expect(await refusal(step(1, "annulling", 2, annul("52")))).toBe("award_revocations_second_document");
    expect(await refusal(step(1, "annulling", 2, annul("51")))).toBe("award_revocations_annulment_issuer");
    expect(await refusal(step(1, "annulling", 2, annul("59")))).toBe("award_revocations_annulment_kind");
    expect(await refusal(step(1, "annulling", 2, annul("50", "2024-01-01")))).toBe(
      "award_revocations_annulment_in_order",
    );
    expect(await refusal(step(1, "annulling", 2, annul("50")))).toBeNull();
    expect(await refusal(step(1, "annulled", 2) + restore)).toBe("award_revocations_confirmer_is_another");
    expect(await refusal(step(1, "annulled", 1))).toBe("award_revocations_in_force");
    // Whoever entered the award once may confirm that it is restored.
    expect(await refusal(step(1, "annulled", 1) + restore)).toBeNull();
  });
});

describe("one recipient", () => {
  it("is struck by a confirmed case of theirs, and nothing else of the frozen award moves", async () => {
    expect(await refusal(strike(1))).toBe("award_recipients_struck_by_case");
    expect(await refusal(entered(3, { ...ofJia, award_id: "50" }))).toBe("award_revocations_target");
    expect(await refusal(entered(3, ofJia))).toBeNull();
    expect(await refusal(strike(3))).toBe("award_recipients_struck_by_case");
    expect(await refusal(step(3, "confirmed", 2) + strike(3, 2))).toBe("award_recipients_struck_by_case");
    const renamed =
      "UPDATE award_recipients SET name = 'y', struck_at = now(), struck_by_id = 3 WHERE award_id = 51 AND employee_id = 1;";
    expect(await refusal(step(3, "confirmed", 2) + renamed)).toBe("award_recipients_frozen");
    expect(await refusal(step(3, "confirmed", 2) + strike(3))).toBeNull();
    expect(await refusal(strike(null))).toBe("award_recipients_struck_by_case");
    expect(await refusal(entered(4, ofJia))).toBe("award_revocations_of_standing");
  });

  it("is never the last one", async () => {
    const ofZhang = { award_id: "51", recipient_id: ofJia.recipient_id.replace("= 1)", "= 2)") };
    expect(await refusal(entered(5, ofZhang))).toBeNull();
    expect(await refusal(step(5, "confirmed", 2) + strike(5, 2))).toBe("award_recipients_one_stands");
  });
});

it("steps, evidence and cases stay for ever, whoever asks", async () => {
  for (const sql of [
    "UPDATE award_revocation_steps SET reason = 'x'",
    "DELETE FROM award_revocation_steps",
    "TRUNCATE award_revocation_steps",
    "DELETE FROM award_revocations WHERE id = 5",
  ])
    expect(await refusal(sql)).toMatch(/_for_ever|42501/);
  await expect(world.appSql("UPDATE award_revocation_steps SET reason = 'x'")).rejects.toThrow(
    /permission denied/,
  );
  await expect(world.appSql("DELETE FROM award_revocation_files")).rejects.toThrow(/permission denied/);
});

it("a change of a case wants its event", async () => {
  expect(await refusalOf("UPDATE award_revocations SET recall = 'lost' WHERE id = 3")).toBe("audit_required");
});
