import { generateKeyPairSync } from "node:crypto";
import { afterEach, expect, it, vi } from "vitest";
import { recordEvent, systemActor } from "@/lib/audit/record";
import { sealEvents } from "@/lib/audit/seals/seal";
import { transaction } from "@/lib/db/transaction";
import { testDatabase } from "@/lib/db/testing";
import { auditCommand } from "./audit-trail";

afterEach(() => vi.restoreAllMocks());

it("the command at the terminal sees the whole trail, behind no wall", async () => {
  await testDatabase();
  await transaction((tx) =>
    recordEvent(tx, systemActor, { event: "auth.signed_out", noun: "auth", nounId: null }),
  );
  const sealed = await sealEvents(generateKeyPairSync("ed25519").privateKey);
  expect(sealed).toBeGreaterThan(0);

  let said = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    said += String(text);
    return true;
  });
  const holds = await auditCommand({ root: process.cwd(), args: ["verify"] });
  vi.restoreAllMocks();
  expect([holds, said]).toEqual([
    true,
    expect.stringContaining(`${sealed} events in the chain, 1 checkpoints`),
  ]);
  expect(said).toMatch(/; 0 events wait/);
});
