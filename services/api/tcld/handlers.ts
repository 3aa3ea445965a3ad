// tcld's rpcs as gRPC handlers. Every call inside runs as an operation of the table with the caller's own credentials.
import type { UnaryHandler } from "#shared/grpc";
import { CloudError } from "#shared/errors";
import type { MountedOperation } from "../calls/operation-table.ts";
import type { RunOperation } from "../calls/run-operation.ts";
import { decodeRequest, inboundCallOf } from "../grpc/operation-handlers.ts";
import { accountTranslations } from "./account.ts";
import { apiKeyTranslations } from "./api-keys.ts";
import { exportSinkTranslations } from "./export-sinks.ts";
import { namespaceTranslations } from "./namespaces.ts";
import type { CallOperation } from "./translation.ts";
import { userTranslations } from "./users.ts";

export const TRANSLATIONS = [
  ...accountTranslations,
  ...apiKeyTranslations,
  ...exportSinkTranslations,
  ...namespaceTranslations,
  ...userTranslations,
];

export function tcldHandlers(
  table: readonly MountedOperation[],
  run: RunOperation,
): [string, UnaryHandler][] {
  const byRpc = new Map(table.map((mounted) => [mounted.method.path.slice(1), mounted]));
  return TRANSLATIONS.map((row) => [
    `/${row.rpc}`,
    async (unary, bytes) => {
      const inbound = inboundCallOf(unary);
      const call: CallOperation = async <Response>(rpc: string, request: object): Promise<Response> => {
        const mounted = byRpc.get(rpc);
        if (mounted === undefined) throw new CloudError("INTERNAL", `no operation ${rpc}`);
        const { request: codec } = mounted.method;
        // Through the bytes, so that an operation sees what a client of its own would have sent.
        return (await run(
          mounted,
          inbound,
          codec.decode(codec.encode(codec.type.create(request))),
        )) as Response;
      };
      return row.response.encode(await row.run(call, decodeRequest(row.request, bytes)));
    },
  ]);
}
