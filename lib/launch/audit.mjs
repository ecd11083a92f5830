// `npm run audit:verify` and `npm run audit:export`: the audit trail's proof, from the terminal.
import { prelude } from "./prelude.mjs";
import { reportFailure, stopSignal } from "./refusal.mjs";

async function run() {
  const stop = stopSignal();
  const root = await prelude({ stop, mode: "production" });
  const { auditCommand } = await import("./audit-trail.ts");
  const holds = await auditCommand({ root, args: process.argv.slice(2) });
  if (!holds) process.exitCode = 1;
}

run().then(
  () => process.exit(),
  (error) => {
    reportFailure(error);
    process.exit();
  },
);
