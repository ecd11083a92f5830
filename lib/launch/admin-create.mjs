// `npm run admin:create -- --username … [--name …]`: the first account of an installation, from the terminal.
import { prelude } from "./prelude.mjs";
import { reportFailure, stopSignal } from "./refusal.mjs";

async function run() {
  const stop = stopSignal();
  const root = await prelude({ stop, mode: "production" });
  const { createAdministrator } = await import("./administrator.ts");
  await createAdministrator({ root, args: process.argv.slice(2), stop });
}

run().then(
  () => process.exit(),
  (error) => {
    reportFailure(error);
    process.exit();
  },
);
