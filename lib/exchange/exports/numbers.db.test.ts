import { beforeAll, expect, it } from "vitest";
import {
  ask,
  buildExports,
  exported,
  lastEvent,
  openSessions,
  recorderExporter,
  table,
} from "@/e2e/world/exports";
import { actors, person } from "@/e2e/world/ledger";
import { sealedIdNumber, sealedPhone } from "@/lib/employees/identities/queries";
import { readPhone } from "@/lib/kernel/phone";
import { demonstrationIdNumber, demonstrationPhone } from "@/prisma/seed/numbers";
import type { TestDatabase } from "@/lib/db/testing";
import { defaultColumns, usualColumns } from "./schema";

const { admin, hr } = actors;
const idOf = (id: number) => demonstrationIdNumber(id, "1980-01-01", false);

let world: TestDatabase;
beforeAll(async () => {
  world = await buildExports();
  await world.db.$transaction(async (tx) => {
    await tx.auditEvent.create({
      data: { event: "test", noun: "employees", actorName: "test", actorRoles: [], address: "local" },
    });
    await tx.employeeIdentity.createMany({
      data: Object.values(person).map((employeeId) => ({
        employeeId,
        ...sealedIdNumber(employeeId, idOf(employeeId)),
        ...sealedPhone(employeeId, readPhone(demonstrationPhone(employeeId)).ok!),
      })),
    });
  });
}, 60_000);

const numbers = { rowPer: "recipient", columns: ["name", "idNumber", "phone"] };

it("whole numbers go out to those who may see them, of their people alone, each time counted", async () => {
  const rows = await table(hr, numbers);
  const jia = rows.filter(([name]) => name === "贾建华");
  expect(jia.length).toBeGreaterThan(0);
  for (const row of jia) expect(row).toEqual(["贾建华", idOf(person.jia), demonstrationPhone(person.jia)]);
  const { after } = await lastEvent();
  expect(after).toMatchObject({ columns: ["name", "idNumber", "phone"], numbersOf: expect.any(Number) });
  expect(JSON.stringify(after)).not.toContain(idOf(person.jia));
  // Somebody of the other company in a shared award: named, without the numbers.
  const others = (await table(hr, numbers)).filter(([name]) => name === "张伟");
  for (const row of others) expect(row).toEqual(["张伟", "", ""]);
  expect((await table(admin, numbers)).flat()).toContain(idOf(person.zhang));
});

it("nobody else gets a column of them, and nobody without showing who they are", async () => {
  const before = await exported();
  // A recorder with the right to export keeps people's records too.
  expect((await table(recorderExporter, numbers)).flat()).toContain(idOf(person.jia));
  const checkerExporter = {
    ...recorderExporter,
    grants: recorderExporter.grants.map((one) => ({
      ...one,
      role: one.role === "recorder" ? ("checker" as const) : one.role,
    })),
  };
  expect(await ask(checkerExporter, numbers)).toMatchObject({
    fault: { fields: { columns: ["unknownValue"] } },
  });
  await openSessions(world, new Date(Date.now() - 6 * 60_000));
  expect(await ask(hr, numbers)).toMatchObject({ fault: { code: "unconfirmed" } });
  expect(await exported()).toBe(before + 1);
});

it("they are among no column that is ticked by itself", () => {
  for (const columns of [defaultColumns, usualColumns]) expect(columns).not.toContain("idNumber");
});
