import type { Timing } from "./timing";

/** One line of the table: what the product does beside what would do it without the product. */
export type Line = {
  what: string;
  product: Timing;
  limit: { what: string; timing: Timing };
  /** By which of the two numbers the sides are compared, and what was aimed at. */
  by: "median" | "perSecond";
  aim: string;
  memory?: { before: number; peak: number };
};

export function ratioOf({ product, limit, by }: Line): number {
  return by === "median" ? product.median / limit.timing.median : product.perSecond / limit.timing.perSecond;
}

/** For the report, and for CONTRIBUTING.md. */
export function markdown(lines: readonly Line[]): string {
  const number = (value: number) =>
    value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
  const cells = (line: Line) => [
    line.what,
    `${number(line.product.median)} ms`,
    `${number(line.product.p99)} ms`,
    `${number(line.product.perSecond)}/s`,
    line.limit.what,
    `${number(line.limit.timing.median)} ms`,
    `${number(line.limit.timing.p99)} ms`,
    `${number(line.limit.timing.perSecond)}/s`,
    line.by === "median" ? `${ratioOf(line).toFixed(2)} ×` : `${(ratioOf(line) * 100).toFixed(0)} %`,
    line.aim,
    line.memory ? `${line.memory.before.toFixed(0)} → ${line.memory.peak.toFixed(0)} MB` : "",
  ];
  const head = [
    "what",
    "median",
    "p99",
    "rate",
    "limit",
    "its median",
    "its p99",
    "its rate",
    "ratio",
    "aim",
    "memory of the server",
  ];
  return [head, head.map(() => "---"), ...lines.map(cells)].map((row) => `| ${row.join(" | ")} |`).join("\n");
}
