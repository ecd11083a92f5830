import type { AchievementInput } from "./schema";

type Translate = (key: string, values?: Record<string, string | number>) => string;

/** What is wrong between rows: a contributor or a property twice (the later row names the earlier), shares past the whole. */
export function rowFaults({
  contributors,
  properties,
}: Pick<AchievementInput, "contributors" | "properties">): Record<string, string[]> {
  const faults: Record<string, string[]> = {};
  const people = contributors.map(({ employeeId }) => String(employeeId));
  const numbers = properties.map(({ type, number }) => `${type}\t${number.toUpperCase()}`);
  for (const [index, earlier] of repeated(people))
    faults[`contributors.${index}.employeeId`] = [`contributorTwice:${earlier + 1}`];
  for (const [index, earlier] of repeated(numbers))
    faults[`properties.${index}.number`] = [`rowTwice:${earlier + 1}`];
  // Hundredths are whole numbers: 33.33 + 33.33 + 33.34 is 100.
  const whole = contributors.reduce((sum, { share }) => sum + Math.round(Number(share ?? 0) * 100), 0);
  if (whole > 100_00) faults.contributors = ["shareTotal"];
  return faults;
}

/** 第一完成人, 第2完成人 … by the place in the order. */
export function roleAt(position: number, t: Translate): string {
  return position === 1 ? t("role.first") : t("role.other", { position });
}

function repeated(keys: readonly string[]): [index: number, earlier: number][] {
  return keys.flatMap((key, index): [number, number][] => {
    const earlier = keys.indexOf(key);
    return earlier < index ? [[index, earlier]] : [];
  });
}
