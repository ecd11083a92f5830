export type FormInput = { [key: string]: FormInput | FormInput[] | string | string[] };

/**
 * A form's fields as one plain object: "recipients.0.name" nests, "documents[]" is always a list, every leaf is a string.
 * Rows are put in the order of their numbers and close up where some are missing.
 */
export function readForm(data: FormData): FormInput {
  const root: Branch = new Map();
  for (const [name, value] of data) {
    if (typeof value !== "string" || name === "") continue;
    const many = name.endsWith("[]");
    const steps = (many ? name.slice(0, -2) : name).split(".");
    const leaf = steps.pop()!;
    let branch = root;
    for (const step of steps) {
      const next = branch.get(step);
      const child: Branch = next instanceof Map ? next : new Map();
      branch.set(step, child);
      branch = child;
    }
    const before = branch.get(leaf);
    if (many) branch.set(leaf, Array.isArray(before) ? [...before, value] : [value]);
    else branch.set(leaf, value);
  }
  return plain(root) as FormInput;
}

type Branch = Map<string, Branch | string | string[]>;

function plain(node: Branch | string | string[]): unknown {
  if (!(node instanceof Map)) return node;
  const entries = [...node].map(([key, value]) => [key, plain(value)] as const);
  if (entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key))) {
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, value]) => value);
  }
  return Object.fromEntries(entries);
}
