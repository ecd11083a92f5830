import { join, resolve } from "node:path";
import { z } from "zod";
import { missingDataKey, readDataKeys } from "./data-keys";
import { messengersShape, readMessengers } from "./messengers";
import { readSingleSignOn, singleSignOnShape } from "./single-sign-on";
import { embeddedDataKey, embeddedSecret, weakness } from "./secret";
import { SettingsError } from "./settings-error";

const url = (example: string) =>
  z.url(`must be an address such as ${example}`).regex(/^https?:/, "must begin with https:// or http://");
const postgres = z
  .string()
  .regex(/^postgres(ql)?:\/\/\S+/, "must look like postgresql://user:password@host:5432/database");
const count = (from: number, to: number) => {
  const message = `must be a whole number from ${from} to ${to}`;
  return z.coerce.number(message).int(message).min(from, message).max(to, message);
};

const database = z.object({
  /** The role the app works as. Unset: the embedded server under DATA_DIR. */
  DATABASE_URL: postgres.optional(),
  /** The role that owns the tables and runs migrations. Unset: the same. */
  DATABASE_OWNER_URL: postgres.optional(),
  /** A streaming replica that lists, search, reports and exports are read from, as the app's role. Unset: none. */
  DATABASE_REPLICA_URL: postgres.optional(),
  /** Connections that one process of the app may hold. */
  DATABASE_POOL_SIZE: count(1, 200).default(10),
});

const all = database.extend({
  PORT: count(1, 65_535).default(3000),
  /** The address to listen on. Unset: every address of this machine. */
  HOST: z.string().optional(),
  /** What the app keeps beside the database: embedded server, files, secret. */
  DATA_DIR: z.string().default(".data"),
  /** Attachments. Unset: in DATA_DIR. */
  FILES_DIR: z.string().optional(),
  /** A bucket that holds them instead, of any server that speaks S3. */
  S3_BUCKET: z.string().optional(),
  /** Where the server is. Unset: Amazon's own. */
  S3_ENDPOINT: url("http://minio.example.com:9000").optional(),
  S3_REGION: z.string().default("us-east-1"),
  /** Unset: whatever the machine's own role allows. */
  S3_ACCESS_KEY: z.string().optional(),
  S3_SECRET_KEY: z.string().optional(),
  /** A ClamAV daemon that looks at every upload, as host:port. Unset: none does. */
  CLAMD_ADDRESS: z
    .string()
    .regex(/^[^:\s]+:\d{1,5}$/, "must be host:port, such as 127.0.0.1:3310")
    .optional(),
  /** The Ed25519 key that signs the audit trail's checkpoints (PEM). Unset: one of its own in DATA_DIR. */
  AUDIT_SIGNING_KEY_FILE: z.string().optional(),
  /** Whether the server brings a process for background work along; "off" where others run `npm run worker`. */
  WORKER: z.enum(["on", "off"], 'must be "on" or "off"').default("on"),
  NEXTAUTH_SECRET: z.string().optional(),
  /** Where people reach the app, when a proxy stands before it. */
  APP_URL: url("https://honors.example.com").optional(),
  NEXTAUTH_URL: url("https://honors.example.com").optional(),
  ...singleSignOnShape,
  ...messengersShape,
  /** Who may look at the wall of honors: everybody who reaches the server, who has signed in, or nobody. */
  WALL: z.enum(["public", "signed-in", "off"], 'must be "public", "signed-in" or "off"').default("public"),
  /** Proxies whose X-Forwarded-For is believed: addresses or networks, comma-separated. */
  TRUSTED_PROXIES: z.string().default(""),
  /** The zone in which an instant has its day. */
  TIME_ZONE: z
    .string()
    .refine(isTimeZone, "must be a time zone such as Asia/Shanghai")
    .default("Asia/Shanghai"),
});

/** What lib/db needs; a migration job has no more than this. */
export const databaseSettings = remembered(database, (values) => ({
  databaseUrl: values.DATABASE_URL,
  databaseOwnerUrl: values.DATABASE_OWNER_URL ?? values.DATABASE_URL,
  replicaUrl: values.DATABASE_URL && values.DATABASE_REPLICA_URL,
  poolSize: values.DATABASE_POOL_SIZE,
}));

/** Every setting, checked. Nothing is read when the module loads: a build needs no settings. */
export const settings = remembered(all, (values) => {
  // Empty is unset here; next-auth, which looks for itself, takes it for an address that it cannot read.
  if (!process.env.NEXTAUTH_URL?.trim()) delete process.env.NEXTAUTH_URL;
  const dataDir = resolve(values.DATA_DIR);
  const publicUrl = values.APP_URL ?? values.NEXTAUTH_URL;
  const singleSignOn = readSingleSignOn(values, publicUrl);
  const messengers = readMessengers(values, publicUrl);
  // next-auth sends people back to where this says.
  if (singleSignOn ?? messengers.wecom ?? messengers.dingtalk) process.env.NEXTAUTH_URL = publicUrl;
  return {
    ...databaseSettings(),
    port: values.PORT,
    host: values.HOST,
    dataDir,
    filesDir: values.FILES_DIR ? resolve(values.FILES_DIR) : join(dataDir, "files"),
    bucket: values.S3_BUCKET
      ? {
          name: values.S3_BUCKET,
          endpoint: values.S3_ENDPOINT,
          region: values.S3_REGION,
          accessKey: values.S3_ACCESS_KEY,
          secretKey: values.S3_SECRET_KEY,
        }
      : null,
    scanner: values.CLAMD_ADDRESS ? hostAndPort(values.CLAMD_ADDRESS) : null,
    auditKeyFile: values.AUDIT_SIGNING_KEY_FILE
      ? resolve(values.AUDIT_SIGNING_KEY_FILE)
      : join(dataDir, "audit-key.pem"),
    worker: values.WORKER === "on",
    secret: secret(values, dataDir),
    publicUrl,
    singleSignOn,
    messengers,
    wall: values.WALL,
    trustedProxies: values.TRUSTED_PROXIES,
    timeZone: values.TIME_ZONE,
  };
});

export type Settings = ReturnType<typeof settings>;

/** Keys for ID and phone numbers and other secrets in the database; the first one seals, all open. */
export const dataKeys = remembered(
  all.pick({ DATABASE_URL: true, DATA_DIR: true }).extend({ PERSONAL_DATA_KEY: z.string().optional() }),
  ({ PERSONAL_DATA_KEY, DATABASE_URL, DATA_DIR }) => {
    if (PERSONAL_DATA_KEY) return readDataKeys(PERSONAL_DATA_KEY);
    if (DATABASE_URL) return missingDataKey();
    return readDataKeys((process.env.PERSONAL_DATA_KEY = embeddedDataKey(resolve(DATA_DIR))));
  },
);

// Signs sessions' cookies: on a real database it is given, the same for every instance. The
// generated one goes to the environment too, where next-auth and other bundles look.
function secret({ NEXTAUTH_SECRET, DATABASE_URL }: z.infer<typeof all>, dataDir: string) {
  if (!NEXTAUTH_SECRET && !DATABASE_URL) return (process.env.NEXTAUTH_SECRET = embeddedSecret(dataDir));
  const wrong = NEXTAUTH_SECRET ? weakness(NEXTAUTH_SECRET) : "is missing";
  if (wrong)
    throw new SettingsError(`NEXTAUTH_SECRET ${wrong}: set it to the output of "openssl rand -base64 48".`);
  return NEXTAUTH_SECRET as string;
}

// Read again only when a variable of the shape has changed: the launcher sets the embedded
// server's address once it runs, and tests point to databases of their own.
function remembered<Shape extends z.ZodRawShape, Out>(
  shape: z.ZodObject<Shape>,
  map: (values: z.infer<z.ZodObject<Shape>>) => Out,
) {
  const names = Object.keys(shape.shape);
  let last: { key: string; value: Out } | undefined;
  return (): Out => {
    const key = JSON.stringify(names.map((name) => process.env[name]));
    if (last?.key === key) return last.value;
    // An empty variable is an unset one.
    const given = names.flatMap((name) =>
      process.env[name]?.trim() ? [[name, process.env[name]?.trim()]] : [],
    );
    const result = shape.safeParse(Object.fromEntries(given));
    if (!result.success) {
      throw new SettingsError(
        result.error.issues.map(({ path, message }) => `${path.join(".")} ${message}.`).join("\n"),
      );
    }
    const value = map(result.data);
    last = { key, value };
    return value;
  };
}

function hostAndPort(address: string) {
  const [host = "", port = ""] = address.split(":");
  return { host, port: Number(port) };
}

function isTimeZone(name: string) {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}
