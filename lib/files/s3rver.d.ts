declare module "s3rver" {
  import type { AddressInfo } from "node:net";

  type Options = { port: number; address: string; silent: boolean; directory: string; configureBuckets: { name: string; configs: string[] }[] };

  /** A small server that speaks S3, for tests; it comes without types of its own. */
  export default class S3rver {
    constructor(options: Options);
    run(): Promise<AddressInfo>;
    close(): Promise<void>;
  }
}
