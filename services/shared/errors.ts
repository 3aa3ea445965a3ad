// The one error type of the project and its single mapping to HTTP and gRPC status.
// Expected failures throw CloudError; bugs throw `assert`. `internalDetail` and `cause` never leave the process.

/** HTTP status and gRPC status code of each expected failure; the only place where they are written. */
const STATUS = {
  INVALID_ARGUMENT: { http: 400, grpc: 3 },
  DEADLINE_EXCEEDED: { http: 504, grpc: 4 },
  NOT_FOUND: { http: 404, grpc: 5 },
  ALREADY_EXISTS: { http: 409, grpc: 6 },
  PERMISSION_DENIED: { http: 403, grpc: 7 },
  RESOURCE_EXHAUSTED: { http: 429, grpc: 8 },
  FAILED_PRECONDITION: { http: 412, grpc: 9 },
  ABORTED: { http: 409, grpc: 10 },
  OUT_OF_RANGE: { http: 400, grpc: 11 },
  UNIMPLEMENTED: { http: 501, grpc: 12 },
  INTERNAL: { http: 500, grpc: 13 },
  UNAVAILABLE: { http: 503, grpc: 14 },
  DATA_LOSS: { http: 500, grpc: 15 },
  UNAUTHENTICATED: { http: 401, grpc: 16 },
  CANCELLED: { http: 499, grpc: 1 },
} as const satisfies Record<string, { http: number; grpc: number }>;

export type ErrorCode = keyof typeof STATUS;

export interface CloudErrorOptions {
  /** For logs only: never sent to a caller. */
  internalDetail?: string;
  cause?: unknown;
  /** When the caller may try again, in milliseconds: becomes Retry-After and google.rpc.RetryInfo. */
  retryAfterMs?: number;
  /** The request field that is wrong, in proto JSON spelling, for INVALID_ARGUMENT. */
  field?: string;
  /** Encoded google.rpc.Status details (type name and bytes), e.g. Temporal's error details. */
  details?: readonly { typeName: string; value: Uint8Array }[];
}

/** An expected failure. `publicMessage` says what is wrong and what the caller can do next. */
export class CloudError extends Error {
  readonly code: ErrorCode;
  readonly publicMessage: string;
  readonly internalDetail: string | undefined;
  readonly retryAfterMs: number | undefined;
  readonly field: string | undefined;
  readonly details: readonly { typeName: string; value: Uint8Array }[];

  constructor(code: ErrorCode, publicMessage: string, options: CloudErrorOptions = {}) {
    super(publicMessage, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "CloudError";
    this.code = code;
    this.publicMessage = publicMessage;
    this.internalDetail = options.internalDetail;
    this.retryAfterMs = options.retryAfterMs;
    this.field = options.field;
    this.details = options.details ?? [];
  }

  get httpStatus(): number {
    return STATUS[this.code].http;
  }

  get grpcStatus(): number {
    return STATUS[this.code].grpc;
  }
}

/** Any thrown value as a CloudError: what is not expected becomes INTERNAL with a message that tells nothing. */
export function toCloudError(thrown: unknown): CloudError {
  if (thrown instanceof CloudError) return thrown;
  return new CloudError(
    "INTERNAL",
    "An internal error happened. Try again, and report the request id if it persists.",
    {
      internalDetail: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown),
      cause: thrown,
    },
  );
}

/** The name of a gRPC status code number; UNKNOWN codes read as INTERNAL. */
export function errorCodeOfGrpcStatus(status: number): ErrorCode {
  for (const code of Object.keys(STATUS) as ErrorCode[]) if (STATUS[code].grpc === status) return code;
  return "INTERNAL";
}
