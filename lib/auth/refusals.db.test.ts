import { expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { recordRefusal } from "./refusals";
import { limits } from "./rules";
import { actorOf, makeUser } from "./testing";

it("puts down who was refused what, and of strangers no more than a bounded number", async () => {
  const userId = await makeUser("curious");
  const actor = await actorOf("curious");
  await recordRefusal(actor, { code: "forbidden", path: "/settings/users", address: actor.address });
  const [event] = await db.auditEvent.findMany({ where: { event: "auth.refused" } });
  expect(event).toMatchObject({
    nounId: userId,
    actorName: "curious",
    after: { code: "forbidden", path: "/settings/users" },
  });
  const stranger = () => recordRefusal(null, { code: "unauthenticated", path: null, address: "10.3.3.3" });
  await stranger();
  const data = { points: limits.strangers.failures - 1 };
  await db.signInThrottle.updateMany({ where: { key: "stranger:10.3.3.3" }, data });
  for (let turn = 0; turn < 3; turn++) await stranger();
  expect(await db.auditEvent.count({ where: { event: "auth.refused", actorUserId: null } })).toBe(2);
});
