import { beforeAll, describe, expect, it } from "vitest";
import { actors, buildLedger } from "@/e2e/world/ledger";
import { deleteLayout, saveLayout } from "./commands";
import { listLayouts } from "./queries";

const { admin, hr, recorder } = actors;

beforeAll(async () => void (await buildLedger()));

describe("layouts", () => {
  const layout = (name: string, more: Record<string, unknown> = {}) => ({
    name,
    columns: ["name", "title"],
    rowPer: "award",
    format: "csv",
    ...more,
  });
  it("are saved by name, loaded, overwritten and removed by their owner alone", async () => {
    const saved = await saveLayout(hr, layout(" 月报 "));
    if (!saved.ok) throw new Error(saved.fault.code);
    const { id } = saved.value;
    expect(await listLayouts(hr)).toEqual([
      { id, name: "月报", columns: ["name", "title"], rowPer: "award", format: "csv" },
    ]);
    expect(await listLayouts(admin)).toEqual([]);
    expect(await saveLayout(hr, layout("月报"))).toMatchObject({
      fault: { fields: { name: ["layoutNameTaken"] } },
    });
    expect(await saveLayout(admin, layout("月报"))).toMatchObject({ ok: true });
    expect(await saveLayout(admin, layout("别人的", { id: String(id) }))).toMatchObject({
      fault: { code: "not_found" },
    });
    expect(await deleteLayout(admin, { id })).toMatchObject({ fault: { code: "not_found" } });
    expect(await saveLayout(hr, layout("月报", { id, columns: ["level"], userId: admin.userId }))).toEqual({
      ok: true,
      value: { id },
    });
    expect(await listLayouts(hr)).toMatchObject([{ id, columns: ["level"] }]);
    expect(await deleteLayout(hr, { id })).toMatchObject({ ok: true });
    expect(await listLayouts(hr)).toEqual([]);
  });
  it("need a name and columns, and the right to export", async () => {
    expect(await saveLayout(hr, layout(""))).toMatchObject({ fault: { fields: { name: ["required"] } } });
    expect(await saveLayout(hr, layout("x", { columns: [] }))).toMatchObject({
      fault: { fields: { columns: ["columnRequired"] } },
    });
    expect(await saveLayout(recorder, layout("x"))).toEqual({ ok: false, fault: { code: "not_found" } });
  });
  it("saved twice at once become one", async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => saveLayout(hr, layout("同名"))));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });
});
