import { beforeAll, describe, expect, it } from "vitest";
import {
  apply,
  base,
  buildIntakeLedger,
  check,
  faultsOf,
  one,
  take,
  undocumented,
  type Cells,
} from "@/e2e/world/awards-intake";
import { actors, audited, draft, person, team } from "@/e2e/world/ledger";
import type { TestDatabase } from "@/lib/db/testing";
import { saveAward } from "../commands";

let world: TestDatabase;
beforeAll(async () => {
  world = await buildIntakeLedger();
});

const { recorder, admin } = actors;

const facts = async (id: number) => {
  const [award] = await world.ownerSql(
    `SELECT to_jsonb(a) - '{id,version,source,created_at,updated_at,state}'::text[] AS award,
      (SELECT jsonb_agg(to_jsonb(r) - '{id,award_id}'::text[] ORDER BY position) FROM award_recipients r WHERE award_id = a.id) AS recipients,
      (SELECT jsonb_agg(to_jsonb(m) - '{recipient_id,award_id}'::text[] ORDER BY recipient_id, position) FROM award_members m WHERE award_id = a.id) AS members,
      (SELECT jsonb_agg(to_jsonb(d) - 'award_id' ORDER BY position) FROM award_documents d WHERE award_id = a.id) AS documents,
      (SELECT jsonb_agg(to_jsonb(g) - 'award_id' ORDER BY position) FROM award_granting_bodies g WHERE award_id = a.id) AS bodies,
      (SELECT jsonb_agg(organization_id ORDER BY organization_id) FROM award_units u WHERE award_id = a.id) AS units,
      (SELECT jsonb_agg(after ORDER BY e.id) FROM audit_events e WHERE noun = 'awards' AND noun_id = a.id) AS events
     FROM awards a WHERE id = $1`,
    [id],
  );
  return award;
};

describe("an award that came in", () => {
  const pairs: [string, Cells, Record<string, unknown>][] = [
    [
      "shared by two people",
      {
        ...base,
        recipients: "李晓杰、贾建华",
        workNumber: "0002、0001",
        role: "第一完成人",
        bonus: "3,000元",
        reason: "改进焊接工艺",
      },
      {
        recipients: [
          { employeeId: person.li, role: "first_contributor" },
          { employeeId: person.jia, role: "main_contributor" },
        ],
      },
    ],
    [
      "of somebody who has moved since",
      {
        ...base,
        title: "《青岛工匠》",
        level: "地市",
        prizeLevel: "/",
        awardDate: "2023年5月",
        recipients: "张伟",
        workNumber: "0006",
      },
      {
        titleId: "2",
        prizeLevelCode: "",
        awardDate: "2023-05",
        bonus: "",
        reason: "",
        recipients: [{ employeeId: 6 }],
      },
    ],
    [
      "of a team, with its members at the time",
      { ...base, subjectKind: "班组", recipients: "焊接班", awardDate: "2018", awardYear: "2019年度" },
      { awardDate: "2018", awardYear: "2019", bonus: "", reason: "", recipients: [{ teamId: team.welders }] },
    ],
    [
      "of a studio",
      { ...base, subjectKind: "工作室", recipients: "贾建华创新工作室" },
      { bonus: "", reason: "", recipients: [{ studioId: 1 }] },
    ],
    [
      "of a unit, by its name of today and with the name of its time",
      { ...base, subjectKind: "单位", recipients: "甲建设公司", grantingBodies: "青岛市人社局、qdzgh" },
      { bonus: "", reason: "", recipients: [{ organizationId: 2 }], grantingBodies: ["2", "1"] },
    ],
    [
      "of an achievement without a document",
      { ...undocumented, level: "city", subjectKind: "成果", recipients: "管道焊接工装", reason: "档案" },
      { bonus: "", reason: "档案", documents: [], recipients: [{ achievementId: 1 }] },
    ],
  ];
  it.each(pairs)("%s is the same as if it had been entered by hand", async (_, cells, form) => {
    const [imported] = await take(admin, [cells]);
    const entered = await saveAward(admin, { ...draft(), recordingUnitId: "12", ...form });
    if (!entered.ok) throw new Error(JSON.stringify(entered.fault));
    expect(await facts(imported!.nounId)).toEqual(await facts(entered.value.id));
  });

  it("may be submitted at once, and is the same then too", async () => {
    const cells = { ...base, recipients: "贾建华", unit: "甲公司", awardDate: "2021-03" };
    const [imported] = await take(recorder, [cells], { state: "submitted", source: "legacy" });
    expect(
      await world.ownerSql("SELECT state, version, source, ledger_number FROM awards WHERE id = $1", [
        imported!.nounId,
      ]),
    ).toEqual([
      { state: "submitted", version: imported!.nounVersion, source: "legacy", ledger_number: null },
    ]);
    const states = await world.ownerSql(
      "SELECT from_state, to_state, changed_by_id FROM award_state_changes WHERE award_id = $1 ORDER BY id",
      [imported!.nounId],
    );
    expect(states).toEqual([{ from_state: null, to_state: "submitted", changed_by_id: recorder.userId }]);
    expect(
      await world.ownerSql("SELECT event FROM audit_events WHERE noun = 'awards' AND noun_id = $1", [
        imported!.nounId,
      ]),
    ).toEqual([{ event: "awards.imported" }]);
  });

  it("keeps what the sheet says of an outside worker", async () => {
    await world.ownerSql(
      `${audited} INSERT INTO employees (id, name, pinyin, initials, work_number, updated_at) VALUES (9, '外协工', 'wai xie gong', 'wxg', 'X9', now());`,
    );
    const [row] = await check(admin, [
      { ...base, recipients: "外协工", workNumber: "X9", unit: "某劳务公司", post: "架子工" },
    ]);
    const [imported] = await apply(admin, [row!]);
    expect(
      await world.ownerSql("SELECT unit_name, post FROM award_recipients WHERE award_id = $1", [
        imported!.nounId,
      ]),
    ).toEqual([{ unit_name: "某劳务公司", post: "架子工" }]);
  });
});

describe("a document that nobody has entered", () => {
  const fresh = {
    ...undocumented,
    recipients: "贾建华",
    workNumber: "0001",
    documentNumber: "鲁工发【2019】第08号",
    awardDate: "2019",
  };
  it("is made once for all of its rows, and is there the next time", async () => {
    const options = { unknownDocuments: "create" };
    expect(faultsOf(await one(fresh, options))).toEqual([["documentTitle", "documentTitleNeeded"]]);
    expect(faultsOf(await one({ ...fresh, documentTitle: "表彰决定" }, options))).toEqual([
      ["grantingBodies", "documentBodyNeeded"],
    ]);
    const rows = [
      { ...fresh, documentTitle: "关于表彰的决定", grantingBodies: "青岛市总工会" },
      { ...fresh, recipients: "李晓杰", workNumber: "0002", documentNumber: "鲁工发〔2019〕8号" },
      { ...fresh, recipients: "张伟", workNumber: "0005", documentTitle: "另一份" },
    ];
    const verdicts = await check(recorder, rows, options);
    expect(verdicts.map(faultsOf)).toEqual([[], [], [["documentTitle", "documentTwoTitles:2"]]]);
    const written = await apply(recorder, verdicts, options);
    const documents = await world.ownerSql(
      "SELECT d.number, d.title, d.recording_unit_id, i.granting_body_id, count(*)::int AS awards FROM documents d JOIN document_issuers i ON i.document_id = d.id JOIN award_documents a ON a.document_id = d.id WHERE a.award_id = ANY ($1) GROUP BY d.id, i.granting_body_id",
      [written.map(({ nounId }) => nounId)],
    );
    expect(documents).toEqual([
      {
        number: "鲁工发【2019】第08号",
        title: "关于表彰的决定",
        recording_unit_id: 12,
        granting_body_id: 1,
        awards: 2,
      },
    ]);
    expect((await check(recorder, rows.slice(0, 2), options)).map(({ outcome }) => outcome)).toEqual([
      "duplicate",
      "duplicate",
    ]);
  });
});
