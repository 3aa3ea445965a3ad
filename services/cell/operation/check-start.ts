// What a standalone Nexus operation may be started with, in Temporal's order and words, and the form that is kept of it.
import { durationOfMs, type temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import { checkLength, disallowedNexusHeader, msOf, payloadCodec, type Limits } from "../workflow/index.ts";
import type { StartRequest } from "./state.ts";

const SUMMARY_BYTES_MAX = 400;
const DETAILS_BYTES_MAX = 20_000;

/** Errors: INVALID_ARGUMENT. The request id is set. */
export function checkOperationStart(request: StartRequest, limits: Limits): StartRequest {
  checkLength("request_id", request.requestId, limits);
  checkOperationId(request.operationId, limits);
  checkLength("identity", request.identity, limits);
  checkTarget(request, limits);
  const times = cappedTimes(request);
  const input = request.input == null ? 0 : payloadCodec.encode(request.input).length;
  if (input > limits.blobBytesMax)
    throw invalid(`input exceeds size limit. Length=${input} Limit=${limits.blobBytesMax}`);
  checkMetadata(request.userMetadata);
  return { ...request, ...times, nexusHeader: checkedHeader(request.nexusHeader, limits) };
}

export function checkOperationId(id: string | null | undefined, limits: Limits): string {
  if (!id) throw invalid("operation_id is required");
  checkLength("operation_id", id, limits);
  return id;
}

function checkTarget({ endpoint, service, operation }: StartRequest, limits: Limits): void {
  for (const [field, value] of Object.entries({ endpoint, service, operation })) {
    if (!value) throw invalid(`${field} is required`);
    if (field !== "endpoint") checkLength(field, value, limits);
  }
}

/** No other timeout is longer than the whole operation's. */
function cappedTimes(request: StartRequest): Partial<StartRequest> {
  const { scheduleToCloseTimeout, scheduleToStartTimeout, startToCloseTimeout } = request;
  const named = {
    schedule_to_close_timeout: scheduleToCloseTimeout,
    schedule_to_start_timeout: scheduleToStartTimeout,
    start_to_close_timeout: startToCloseTimeout,
  };
  for (const [field, value] of Object.entries(named)) {
    if (msOf(value) < 0) throw invalid(`${field} is invalid: negative duration`);
  }
  const wholeMs = msOf(scheduleToCloseTimeout);
  const capped = (value: typeof scheduleToStartTimeout) =>
    value != null && wholeMs > 0 && msOf(value) > wholeMs ? durationOfMs(wholeMs) : (value ?? null);
  return {
    scheduleToStartTimeout: capped(scheduleToStartTimeout),
    startToCloseTimeout: capped(startToCloseTimeout),
  };
}

function checkMetadata(metadata: temporal.api.sdk.v1.IUserMetadata | null | undefined): void {
  for (const [field, payload, limit] of [
    ["summary", metadata?.summary, SUMMARY_BYTES_MAX],
    ["details", metadata?.details, DETAILS_BYTES_MAX],
  ] as const) {
    const length = payload == null ? 0 : payloadCodec.encode(payload).length;
    if (length > limit)
      throw invalid(`user_metadata.${field} exceeds size limit. Length=${length} Limit=${limit}`);
  }
}

function checkedHeader(
  header: Record<string, string> | null | undefined,
  { nexusHeaderBytesMax }: Limits,
): Record<string, string> {
  const entries = Object.entries(header ?? {});
  let bytes = 0;
  for (const [name, value] of entries) {
    bytes += Buffer.byteLength(name) + Buffer.byteLength(value);
    if (disallowedNexusHeader(name)) throw invalid(`nexus_header contains a disallowed key: "${name}"`);
  }
  if (bytes > nexusHeaderBytesMax) throw invalid("nexus_header exceeds size limit");
  return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), value]));
}

function invalid(message: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", message);
}
