import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it, vi } from "vitest";
import { Stopped } from "./refusal.mjs";
import { runStep } from "./step.mjs";

const shell = (script: string, more: object = {}) => ({
  title: "A step",
  program: "sh",
  args: ["-c", script],
  cwd: tmpdir(),
  ...more,
});

function listen() {
  const out = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const err = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  return { said: (spy = out) => spy.mock.calls.map(([text]) => text).join(""), err };
}

it("says how long it took", async () => {
  const { said } = listen();
  await runStep(shell("echo hello"));
  expect(said()).toMatch(/A step …\n[^]*A step: done after \d+\.\d s\n/);
});

it("shows the last words of a step that failed", async () => {
  const { said, err } = listen();
  await expect(runStep(shell("echo why >&2; exit 3", { remedy: "Do this." }))).rejects.toThrow(
    "A step failed (exit code 3); its last lines stand above. Do this.",
  );
  expect(said(err)).toBe("why\n");
  await expect(runStep({ ...shell(""), program: "no-such-program" })).rejects.toThrow("exit code ENOENT");
});

it("is stopped with all that it started", async () => {
  listen();
  const folder = mkdtempSync(join(tmpdir(), "step-"));
  const controller = new AbortController();
  const step = runStep(shell(`sh -c 'sleep 1; touch ${folder}/late'; sleep 60`, { stop: controller.signal }));
  setTimeout(() => controller.abort(new Stopped("SIGINT")), 200);
  await expect(step).rejects.toMatchObject({ exitCode: 130 });
  await sleep(1200);
  expect(existsSync(join(folder, "late"))).toBe(false);
  rmSync(folder, { recursive: true });
});
