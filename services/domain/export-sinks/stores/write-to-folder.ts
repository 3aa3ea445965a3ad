// Writes a file below a folder of the operator's: whole or not at all.
import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { randomUUID } from "node:crypto";
import type { ExportFile } from "../destination.ts";

/** Bucket and key hold no step up: the rules of buckets and of ids do not let them. */
export async function writeToFolder(folder: string, { destination, key, body }: ExportFile): Promise<void> {
  const bucket =
    destination.kind === "azure_blob"
      ? join(destination.storageAccount, destination.containerName)
      : destination.bucketName;
  const path = join(folder, destination.kind, bucket, key);
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.${randomUUID()}.unfinished`;
  await writeFile(unfinished, body, { flush: true });
  await rename(unfinished, path);
}
