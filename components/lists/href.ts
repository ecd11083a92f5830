/** What a page gets as `await searchParams`. */
export type ListParams = Record<string, string | string[] | undefined>;
export type ListChanges = Record<string, string | number | readonly string[] | null | undefined>;

/** Where in a list one is: one of these, or none. */
const places = ["page", "after", "before"];

/** The list's address with some parameters changed; null removes one. Another filter, sort or place leaves the present place. */
export function listHref(path: string, params: ListParams, changes: ListChanges = {}): string {
  const query = new URLSearchParams();
  const stays = Object.keys(changes).length === 0;
  for (const [key, value] of Object.entries(params)) {
    if (key in changes || (places.includes(key) && !stays)) continue;
    append(query, key, value);
  }
  for (const [key, value] of Object.entries(changes)) append(query, key, value);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** First value of a parameter, undefined when it is missing or empty. */
export function one(params: ListParams, key: string): string | undefined {
  const value = params[key];
  return (Array.isArray(value) ? value[0] : value) || undefined;
}

function append(query: URLSearchParams, key: string, value: ListChanges[string] | string[]) {
  for (const item of Array.isArray(value) ? value : [value]) {
    if (item === null || item === undefined || item === "") continue;
    if (key === "page" && String(item) === "1") continue;
    query.append(key, String(item));
  }
}
