import { createReadStream, createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { settings } from "@/lib/env";
import type { FileStore } from "./file-store";
import { discard, temporaryPath } from "./temporary";

/** Files under their SHA-256 in a bucket of any server that speaks S3 (MinIO, Ceph, a cloud's). */
export const bucket: FileStore = {
  async keep(temporary, sha256) {
    const { size } = await stat(temporary);
    // Equal bytes have equal names: what is there already is whole, since the server shows an object only when it is.
    if ((await sizeOf(sha256)) !== size)
      await client().send(
        new PutObjectCommand({ ...place(sha256), Body: createReadStream(temporary), ContentLength: size }),
      );
    await discard(temporary);
  },

  async read(sha256) {
    const found = await client()
      .send(new GetObjectCommand(place(sha256)))
      .catch(absent);
    return found?.Body ? { stream: found.Body as Readable, size: found.ContentLength ?? 0 } : null;
  },

  async remove(sha256, before) {
    const found = await client()
      .send(new HeadObjectCommand(place(sha256)))
      .catch(absent);
    if (!found || (found.LastModified && found.LastModified > before)) return false;
    await client().send(new DeleteObjectCommand(place(sha256)));
    return true;
  },

  async withFile(sha256, work) {
    const found = await bucket.read(sha256);
    if (!found) return null;
    const path = await temporaryPath();
    try {
      await pipeline(found.stream, createWriteStream(path, { flags: "wx", mode: 0o600 }));
      return await work(path);
    } finally {
      await discard(path);
    }
  },
};

const held = globalThis as { registryBucket?: { key: string; client: S3Client } };

function client(): S3Client {
  const { endpoint, region, accessKey, secretKey } = bucketSettings();
  const key = JSON.stringify([endpoint, region, accessKey, secretKey]);
  if (held.registryBucket?.key !== key) {
    held.registryBucket?.client.destroy();
    const credentials =
      accessKey && secretKey ? { accessKeyId: accessKey, secretAccessKey: secretKey } : undefined;
    held.registryBucket = {
      key,
      client: new S3Client({
        region,
        ...(endpoint && { endpoint, forcePathStyle: true }),
        ...(credentials && { credentials }),
        // Newer checksums arrive in a trailer that many servers take for part of the file.
        requestChecksumCalculation: "WHEN_REQUIRED",
        responseChecksumValidation: "WHEN_REQUIRED",
      }),
    };
  }
  return held.registryBucket.client;
}

function place(sha256: string): { Bucket: string; Key: string } {
  return { Bucket: bucketSettings().name, Key: `${sha256.slice(0, 2)}/${sha256}` };
}

async function sizeOf(sha256: string): Promise<number | null> {
  const found = await client()
    .send(new HeadObjectCommand(place(sha256)))
    .catch(absent);
  return found?.ContentLength ?? null;
}

function absent(error: unknown): null {
  if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return null;
  throw error;
}

function bucketSettings() {
  const { bucket: found } = settings();
  if (!found) throw new TypeError("No bucket is set up");
  return found;
}
