// `npm run keys:rotate`: seals personal data and second factors with the newest key of PERSONAL_DATA_KEY.
import { prelude } from "./prelude.mjs";
import { reportFailure, stopSignal } from "./refusal.mjs";

async function run() {
  const stop = stopSignal();
  const root = await prelude({ stop, mode: "production" });
  const { rotateKeys } = await import("./key-rotation.ts");
  await rotateKeys({ root, args: process.argv.slice(2), stop });
}

run().then(
  () => process.exit(),
  (error) => {
    reportFailure(error);
    process.exit();
  },
);
