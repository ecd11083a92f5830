/** Every catalog there is: one file for each namespace and language beside this one. A test holds both languages to the same keys. */
export const namespaces = [
  "common",
  "faults",
  "shell",
  "auth",
  "home",
  "me",
  "organizations",
  "employees",
  "honors",
  "documents",
  "achievements",
  "teams",
  "studios",
  "awards",
  "requests",
  "revocations",
  "certificates",
  "treatments",
  "search",
  "inbox",
  "users",
  "audit",
  "exchange",
  "exports",
  "imports",
  "jobs",
  "organizations-intake",
  "employees-intake",
  "titles-intake",
  "achievements-intake",
  "awards-intake",
  "awards-lists",
  "files",
  "retention",
  "dossiers",
  "wall",
] as const;

export const locales = ["zh-CN", "en"] as const;
export const defaultLocale: Locale = "zh-CN";
export const timeZone = "Asia/Shanghai";

export type Namespace = (typeof namespaces)[number];
export type Locale = (typeof locales)[number];
export type Messages = Record<string, Record<string, unknown>>;

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

const loaded = new Map<Locale, Promise<Messages>>();

/** All catalogs of a language, put together once. */
export function loadMessages(locale: Locale): Promise<Messages> {
  const known = loaded.get(locale) ?? readCatalogs(locale);
  loaded.set(locale, known);
  return known;
}

async function readCatalogs(locale: Locale): Promise<Messages> {
  const catalogs = await Promise.all(
    namespaces.map(async (name) => [name, (await import(`./${locale}/${name}.json`)).default] as const),
  );
  return Object.fromEntries(catalogs);
}
