import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/roles";
import { testDatabase } from "@/lib/db/testing";
import { transaction } from "@/lib/db/transaction";
import { listEvents } from "./queries";
import { recordEvent } from "./record";
import { readAuditFilter } from "./schema";

const { ownerSql } = await testDatabase();
const auditor = actor("auditor");

function actor(role: "auditor" | "sysadmin" | "union_admin"): Actor {
  const grants = [{ role, organizationId: null, tree: null, path: role === "union_admin" ? "/1/" : null }];
  const who = { userId: 1, sessionId: 1, username: "shen", name: "审计员", employeeId: null };
  return { ...who, mustChangePassword: false, grants, address: "10.1.2.3" };
}

beforeAll(async () => {
  await ownerSql(
    `INSERT INTO audit_events (event, noun, actor_name, actor_roles, address) VALUES ('demonstration.loaded', 'users', 'system', '{}', 'local');
     INSERT INTO users (id, username, name, password_hash, updated_at) VALUES (1, 'shen', '审计员', '-', now())`,
  );
  await transaction(async (tx) => {
    await recordEvent(tx, auditor, { event: "auth.signed_in", noun: "auth", nounId: 1 });
    await recordEvent(
      tx,
      { ...auditor, name: "经办", userId: 2, address: "10.9.9.9" },
      {
        ...{ event: "awards.voided", noun: "awards", nounId: 4711, reason: "100%_误录" },
        ...{ before: { state: "effective" }, after: { state: "void", recipients: ["张伟 #3"] } },
      },
    );
  });
  // The trail cannot be dated back, not even here: another day is stood in for by a filter on other days.
});

const list = (params: Record<string, string>, who = auditor) => listEvents(who, readAuditFilter(params));
const events = async (params: Record<string, string>) => (await list(params)).rows.map(({ event }) => event);

describe("the trail", () => {
  test("is the auditor's alone", async () => {
    expect((await list({})).total).toBe(3);
    for (const role of ["sysadmin", "union_admin"] as const)
      expect(await list({}, actor(role))).toMatchObject({ total: 0, rows: [] });
  });

  test("comes with the latest first, with who, whence and what changed", async () => {
    const [voided, signedIn] = (await list({})).rows;
    expect(voided).toMatchObject({
      ...{ event: "awards.voided", noun: "awards", nounId: 4711, actorName: "经办", address: "10.9.9.9" },
      ...{ roles: ["auditor"], username: null, reason: "100%_误录" },
      changes: [
        { field: "state", before: "effective", after: "void" },
        { field: "recipients", before: null, after: ["张伟 #3"] },
      ],
    });
    expect(signedIn).toMatchObject({ username: "shen" });
    expect(await events({ sort: "at" })).toEqual(["demonstration.loaded", "auth.signed_in", "awards.voided"]);
  });

  test.each([
    [{ event: "auth.signed_in" }, ["auth.signed_in"]],
    [{ noun: "awards" }, ["awards.voided"]],
    [{ actor: "SHEN" }, ["auth.signed_in"]],
    [{ actor: "经" }, ["awards.voided"]],
    [{ address: "10.9" }, ["awards.voided"]],
    [{ q: "张伟" }, ["awards.voided"]],
    [{ q: "4711" }, ["awards.voided"]],
    [{ q: "%_" }, ["awards.voided"]],
    [{ q: "%" }, ["awards.voided"]],
    [{ q: "_误" }, ["awards.voided"]],
    [{ q: "'; DROP TABLE users; --" }, []],
    [{ from: "2099" }, []],
    [{ to: "1999-12-31" }, []],
    [{ event: "auth.signed_in", noun: "awards" }, []],
  ])("is narrowed by %j", async (params, expected) => {
    expect(await events(params as unknown as Record<string, string>)).toEqual(expected);
  });

  test("takes the days of the period whole, in the office's zone", async () => {
    const [{ day }] = (await ownerSql<{ day: string }>(
      "SELECT to_char(now() AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS day",
    )) as [{ day: string }];
    expect((await list({ from: day, to: day })).total).toBe(3);
    expect((await list({ from: "2020-02-30", to: "nonsense", page: "-1", size: "1e9" })).total).toBe(3);
    expect((await list({ page: "999", size: "10" })).page).toBe(1);
  });
});
