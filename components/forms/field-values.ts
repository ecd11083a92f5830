import type { Registered } from "./form-context";

/** One comparable text for what a form sends and what a server gives back: ids of picked items, lists joined. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(textOf).join(",");
  if (typeof value === "object" && "id" in value) return String(value.id);
  // A row: its fields in their order.
  if (typeof value === "object") return Object.values(value).map(textOf).join("\t");
  return String(value).replace(/\r\n?/g, "\n").trim();
}

/** What a field held when the page was loaded; undefined where the form cannot know. */
export function readInitial(form: HTMLFormElement, name: string): string | undefined {
  const found = form.elements.namedItem(name) ?? form.elements.namedItem(`${name}[]`);
  if (found instanceof RadioNodeList) return initialOfMany([...found]);
  const element = found;
  if (element instanceof HTMLElement && element.dataset.initial !== undefined) return element.dataset.initial;
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)
    return textOf(element.defaultValue);
  if (element instanceof HTMLSelectElement)
    return [...element.options].find((option) => option.defaultSelected)?.value ?? element.options[0]?.value;
  return undefined;
}

function initialOfMany(nodes: Node[]): string {
  const inputs = nodes.filter((node) => node instanceof HTMLInputElement);
  const said = inputs.find((input) => input.dataset.initial !== undefined)?.dataset.initial;
  return (
    said ??
    inputs
      .filter((input) => input.defaultChecked)
      .map((input) => input.value)
      .join(",")
  );
}

/** Puts a value into a field: through its registered setter, or into the plain control of that name. */
export function writeField(
  form: HTMLFormElement,
  fields: ReadonlyMap<string, Registered>,
  name: string,
  value: unknown,
) {
  const set = fields.get(name)?.set;
  if (set) return set(value);
  const element = form.elements.namedItem(name);
  if (element instanceof RadioNodeList) element.value = textOf(value);
  else if (
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement
  ) {
    element.value = textOf(value);
    element.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
