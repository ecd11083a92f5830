/** "/awards/{id}" with what an action gave back. */
export function fillHref(href: string, value: unknown): string {
  const values = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  return href.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(String(values[key] ?? "")));
}
