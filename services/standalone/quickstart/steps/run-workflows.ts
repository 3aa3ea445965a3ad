// Step 4: the official TypeScript SDK through the gateway, once with the certificate and once with the API key.
import { Client, Connection } from "@temporalio/client";
import { NativeConnection } from "@temporalio/worker";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { placeOrders } from "../orders/place-orders.ts";
import type { CallLog } from "../recount.ts";
import { untilAccepted, type ClientCertificate } from "./credentials.ts";

/** The workflow code as `npm run build` bundled it. */
const BUNDLE_PATH = fileURLToPath(new URL("../../../../order-workflows.js", import.meta.url));

export interface Door {
  address: string;
  namespace: string;
  caFile: string;
}

export type Credential = { certificate: ClientCertificate } | { apiKey: string };

export interface OpenDoor {
  client: Client;
  connection: NativeConnection;
  close(): Promise<void>;
}

export async function openDoor(door: Door, credential: Credential): Promise<OpenDoor> {
  const options = connectionOptions(door, credential);
  const connection = await untilAccepted(async () => {
    const opened = await Connection.connect({
      ...options,
      metadata: { "temporal-namespace": door.namespace },
    });
    await opened.workflowService
      .describeNamespace({ namespace: door.namespace })
      .catch(async (error: unknown) => {
        await opened.close();
        throw error;
      });
    return opened;
  });
  const native = await NativeConnection.connect({
    ...options,
    metadata: { "temporal-namespace": door.namespace },
  });
  return {
    client: new Client({ connection, namespace: door.namespace }),
    connection: native,
    close: async () => {
      await connection.close();
      await native.close();
    },
  };
}

function connectionOptions(door: Door, credential: Credential) {
  const serverRootCACertificate = readFileSync(door.caFile);
  if ("apiKey" in credential) {
    return { address: door.address, tls: { serverRootCACertificate }, apiKey: credential.apiKey };
  }
  const { chainPem, keyPem } = credential.certificate;
  const clientCertPair = { crt: Buffer.from(chainPem), key: Buffer.from(keyPem) };
  return { address: door.address, tls: { serverRootCACertificate, clientCertPair } };
}

export async function runOrders(
  door: OpenDoor,
  options: { namespace: string; taskQueue: string; orders: number; log: CallLog },
): Promise<{ completed: number; cancelled: number }> {
  return placeOrders({
    client: door.client,
    connection: door.connection,
    bundlePath: BUNDLE_PATH,
    ...options,
  });
}
