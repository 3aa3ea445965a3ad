// `tcld namespace export`: histories to a bucket of S3.
import { tcldV1, type temporal } from "#contracts";
import { CLOUD, operationId, requestStatus, translation, type Translation } from "./translation.ts";

const SERVICE = "api.namespaceservice.v1.NamespaceService";
type Sink = temporal.api.cloud.namespace.v1.IExportSink;
type Operation = temporal.api.cloud.operation.v1.IAsyncOperation;
interface Changed {
  asyncOperation?: Operation | null;
}

const statusOf = ({ asyncOperation }: Changed, id: string): { requestStatus: tcldV1.IRequestStatus } => ({
  requestStatus: requestStatus(asyncOperation, { type: "exportsink", id }),
});

const cloudSpec = ({ name, enabled, s3Sink }: tcldV1.IExportSinkSpec): object => ({
  name: name ?? "",
  enabled: enabled ?? false,
  s3: s3Sink ?? null,
});

/** Those to other stores are shown without their place, which tcld has no words for. */
function tcldSink(sink: Sink): tcldV1.IExportSink {
  const { S3Spec } = tcldV1;
  const s3 = sink.spec?.s3;
  return {
    name: sink.name ?? sink.spec?.name ?? "",
    resourceVersion: sink.resourceVersion ?? "",
    state: tcldV1.ExportSinkState.EXPORT_SINK_STATE_ACTIVE,
    spec: {
      name: sink.spec?.name ?? "",
      enabled: sink.spec?.enabled ?? false,
      destinationType: s3 == null ? 0 : tcldV1.ExportDestinationType.EXPORT_DESTINATION_TYPE_S3,
      s3Sink: s3 == null ? null : S3Spec.decode(S3Spec.encode(s3 as tcldV1.IS3Spec)),
    },
    // The numbers are the same.
    health: (sink.health ?? 0) as number,
    errorMessage: sink.errorMessage ?? "",
    latestDataExportTime: sink.latestDataExportTime ?? null,
    lastHealthCheckTime: sink.lastHealthCheckTime ?? null,
  };
}

export const exportSinkTranslations: Translation[] = [
  translation({
    rpc: `${SERVICE}/CreateExportSink`,
    request: tcldV1.CreateExportSinkRequest,
    response: tcldV1.CreateExportSinkResponse,
    run: async (call, request) => {
      const change = {
        namespace: request.namespace,
        spec: cloudSpec(request.spec ?? {}),
        ...operationId(request),
      };
      return statusOf(
        await call<Changed>(`${CLOUD}/CreateNamespaceExportSink`, change),
        request.spec?.name ?? "",
      );
    },
  }),
  translation({
    rpc: `${SERVICE}/GetExportSink`,
    request: tcldV1.GetExportSinkRequest,
    response: tcldV1.GetExportSinkResponse,
    run: async (call, { namespace, sinkName }) => {
      const { sink } = await call<{ sink?: Sink }>(`${CLOUD}/GetNamespaceExportSink`, {
        namespace,
        name: sinkName,
      });
      return { sink: tcldSink(sink ?? {}) };
    },
  }),
  translation({
    rpc: `${SERVICE}/UpdateExportSink`,
    request: tcldV1.UpdateExportSinkRequest,
    response: tcldV1.UpdateExportSinkResponse,
    run: async (call, request) => {
      const { namespace, resourceVersion } = request;
      const change = {
        namespace,
        spec: cloudSpec(request.spec ?? {}),
        resourceVersion,
        ...operationId(request),
      };
      return statusOf(
        await call<Changed>(`${CLOUD}/UpdateNamespaceExportSink`, change),
        request.spec?.name ?? "",
      );
    },
  }),
  translation({
    rpc: `${SERVICE}/DeleteExportSink`,
    request: tcldV1.DeleteExportSinkRequest,
    response: tcldV1.DeleteExportSinkResponse,
    run: async (call, request) => {
      const { namespace, sinkName: name, resourceVersion } = request;
      const change = { namespace, name, resourceVersion, ...operationId(request) };
      return statusOf(await call<Changed>(`${CLOUD}/DeleteNamespaceExportSink`, change), name ?? "");
    },
  }),
  translation({
    rpc: `${SERVICE}/ListExportSinks`,
    request: tcldV1.ListExportSinksRequest,
    response: tcldV1.ListExportSinksResponse,
    run: async (call, { namespace, pageSize, pageToken }) => {
      const page = await call<{ sinks?: Sink[]; nextPageToken?: string }>(
        `${CLOUD}/GetNamespaceExportSinks`,
        {
          ...{ namespace, pageSize, pageToken },
        },
      );
      return {
        sinkNames: (page.sinks ?? []).map(({ name }) => name ?? ""),
        nextPageToken: page.nextPageToken ?? "",
      };
    },
  }),
];
