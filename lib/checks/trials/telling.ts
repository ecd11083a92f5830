import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const file = join("test-results", "measured.json");

/** Says what a trial measured, and keeps it beside the tests' reports. */
export function tell(what: string, values: Record<string, number | string>): void {
  process.stdout.write(
    `  ${what}: ${Object.entries(values)
      .map(([name, value]) => `${name} ${round(value)}`)
      .join(", ")}\n`,
  );
  mkdirSync("test-results", { recursive: true });
  const told = read();
  told[what] = values;
  writeFileSync(file, `${JSON.stringify(told, null, 2)}\n`);
}

/** The value below which so many hundredths of the values lie. */
export function percentile(values: readonly number[], hundredths: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * hundredths) / 100))] ?? NaN;
}

function read(): Record<string, Record<string, number | string>> {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Record<string, Record<string, number | string>>;
  } catch {
    return {};
  }
}

function round(value: number | string) {
  return typeof value === "number" ? Math.round(value * 10) / 10 : value;
}
