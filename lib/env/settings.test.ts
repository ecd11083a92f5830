import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { databaseSettings, dataKeys, settings } from "./index";

const STRONG = "kZ3vX9qLr7Tn2WbYc8HsD4fJg6MpQeUa1oViRx5B";
const DATABASE = "postgresql://app:x@db.internal:5432/registry";
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "settings-"));
  const names = [
    "DATABASE_URL",
    "DATABASE_OWNER_URL",
    "DATABASE_POOL_SIZE",
    "PORT",
    "HOST",
    "FILES_DIR",
    "NEXTAUTH_SECRET",
  ];
  for (const name of [
    ...names,
    "OIDC_ISSUER",
    "WECOM_CORP_ID",
    "WECOM_AGENT_ID",
    "WECOM_SECRET",
    "DINGTALK_CLIENT_ID",
    "DINGTALK_CLIENT_SECRET",
    "PERSONAL_DATA_KEY",
    "APP_URL",
    "NEXTAUTH_URL",
    "TRUSTED_PROXIES",
    "TIME_ZONE",
    "WALL",
  ])
    vi.stubEnv(name, "");
  vi.stubEnv("DATA_DIR", folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe("without any setting", () => {
  test("defaults hold and the database is the embedded one", () => {
    expect(settings()).toMatchObject({
      port: 3000,
      host: undefined,
      databaseUrl: undefined,
      timeZone: "Asia/Shanghai",
    });
    expect(settings().filesDir).toBe(join(folder, "files"));
  });

  test("a secret is made once, for its owner's eyes alone", () => {
    const { secret } = settings();
    expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(readFileSync(join(folder, "secret"), "utf8")).toBe(secret);
    expect(statSync(join(folder, "secret")).mode & 0o777).toBe(0o600);
    vi.stubEnv("NEXTAUTH_SECRET", "");
    expect(settings().secret).toBe(secret);
  });

  test("a folder that can't be written is said in a sentence", () => {
    writeFileSync(join(folder, "file"), "");
    vi.stubEnv("DATA_DIR", join(folder, "file"));
    expect(() => settings()).toThrow(/DATA_DIR .* can't be written/);
  });
});

describe("with a database of one's own", () => {
  beforeEach(() => vi.stubEnv("DATABASE_URL", DATABASE));

  test.each([
    ["", /is missing/],
    ["x7Kq", /shorter than 32 bytes/],
    ["change-me-change-me-change-me-change-me", /guessed/],
    ["a".repeat(64), /guessed/],
    ["9fK2vQ7xLm4Z9fK2vQ7xLm4Z9fK2vQ7xLm4Z", /guessed/],
    ["qingdao-honors-2026-kX9vLr7Tn2WbYc8H", /guessed/],
  ])("the secret %j is refused", (secret, words) => {
    vi.stubEnv("NEXTAUTH_SECRET", secret);
    expect(() => settings()).toThrow(/^NEXTAUTH_SECRET .*openssl/);
    expect(() => settings()).toThrow(words);
  });

  test("a strong secret is taken, and the owner defaults to the same role", () => {
    vi.stubEnv("NEXTAUTH_SECRET", STRONG);
    expect(settings()).toMatchObject({ secret: STRONG, databaseUrl: DATABASE, databaseOwnerUrl: DATABASE });
  });

  test("a migration job needs no secret", () => {
    expect(databaseSettings()).toMatchObject({ databaseUrl: DATABASE, poolSize: 10 });
  });
});

test.each([
  ["PORT", "70000"],
  ["PORT", "http"],
  ["DATABASE_URL", "mysql://x"],
  ["DATABASE_POOL_SIZE", "0"],
  ["APP_URL", "honors"],
  ["APP_URL", "ftp://honors.example.com"],
  ["TIME_ZONE", "Mars/Olympus"],
])("%s=%s is refused by name", (name, value) => {
  vi.stubEnv("NEXTAUTH_SECRET", STRONG);
  vi.stubEnv(name, value);
  expect(() => settings()).toThrow(new RegExp(`^${name} must`));
});

test("the wall of honors is open to everybody until the operator says otherwise", () => {
  expect(settings().wall).toBe("public");
  vi.stubEnv("WALL", "signed-in");
  expect(settings().wall).toBe("signed-in");
  vi.stubEnv("WALL", "open");
  expect(() => settings()).toThrow('WALL must be "public", "signed-in" or "off"');
});

test("a change of the environment is seen", () => {
  vi.stubEnv("PORT", "4000");
  expect(settings().port).toBe(4000);
  vi.stubEnv("PORT", "4001");
  expect(settings().port).toBe(4001);
});

describe("single sign-on", () => {
  const issuer = { OIDC_ISSUER: "https://login.example.com", OIDC_CLIENT_ID: "x", OIDC_CLIENT_SECRET: "y" };
  const set = (values: Record<string, string>) => {
    for (const [name, value] of Object.entries(values)) vi.stubEnv(name, value);
  };

  test("is off until an issuer is named, and then wants all that it needs", () => {
    expect(settings().singleSignOn).toBeNull();
    set({ ...issuer, OIDC_CLIENT_SECRET: "" });
    expect(() => settings()).toThrow(/^OIDC_CLIENT_ID and OIDC_CLIENT_SECRET/);
    set(issuer);
    expect(() => settings()).toThrow(/^APP_URL must be set/);
    set({ APP_URL: "https://honors.example.com" });
    expect(settings().singleSignOn).toMatchObject({
      issuer: issuer.OIDC_ISSUER,
      workNumberClaim: "employee_number",
    });
    set({ OIDC_ISSUER: "http://login.example.com" });
    expect(() => settings()).toThrow(/^OIDC_ISSUER must begin with https/);
  });
});

describe("messengers", () => {
  const set = (values: Record<string, string>) => {
    for (const [name, value] of Object.entries(values)) vi.stubEnv(name, value);
  };

  test("are off until they are named, and then want all that they need", () => {
    expect(settings().messengers).toEqual({ wecom: null, dingtalk: null });
    set({ WECOM_CORP_ID: "ww1", WECOM_AGENT_ID: "1" });
    expect(() => settings()).toThrow(/^WECOM_AGENT_ID and WECOM_SECRET must be set/);
    set({ WECOM_SECRET: "x" });
    expect(() => settings()).toThrow(/^APP_URL must be set beside WECOM_CORP_ID/);
    set({ APP_URL: "https://honors.example.com" });
    expect(settings().messengers.wecom).toMatchObject({
      workNumber: "userid",
      apiUrl: "https://qyapi.weixin.qq.com",
    });
    expect(process.env.NEXTAUTH_URL).toBe("https://honors.example.com");
    set({ DINGTALK_CLIENT_ID: "ding1" });
    expect(() => settings()).toThrow(/^DINGTALK_CLIENT_SECRET must be set/);
    set({ DINGTALK_CLIENT_SECRET: "x" });
    expect(settings().messengers.dingtalk).toMatchObject({
      apiUrl: "https://api.dingtalk.com",
      oldApiUrl: "https://oapi.dingtalk.com",
    });
  });

  test("of an installation of one's own are reached over https", () => {
    vi.stubEnv("WECOM_API_URL", "http://wecom.internal");
    expect(() => settings()).toThrow(/^WECOM_API_URL must begin with https/);
  });
});

describe("the key for personal data", () => {
  test("is made once by the embedded set-up, and asked for beside a database of one's own", () => {
    const [first] = dataKeys();
    expect(first).toMatchObject({ id: "k1", key: expect.any(Buffer) });
    expect(statSync(join(folder, "personal-data-key")).mode & 0o777).toBe(0o600);
    vi.stubEnv("PERSONAL_DATA_KEY", "");
    expect(dataKeys()[0]!.key.equals(first!.key)).toBe(true);
    vi.stubEnv("PERSONAL_DATA_KEY", "");
    vi.stubEnv("DATABASE_URL", DATABASE);
    expect(() => dataKeys()).toThrow(/^PERSONAL_DATA_KEY is missing.*openssl/);
  });
});
