// What an operation may answer besides success: each status with its meaning and an example, in the one error form.
import type { Schema } from "./scalar-schemas.ts";

const ERROR_REF = "#/components/schemas/Error";

export const ERROR_SCHEMA: Schema = {
  type: "object",
  required: ["code", "message", "details"],
  properties: {
    code: { type: "integer", description: "The gRPC status code." },
    message: { type: "string", description: "What is wrong and what to do about it." },
    details: {
      type: "array",
      items: { type: "object", properties: { "@type": { type: "string" } }, additionalProperties: true },
    },
  },
};

interface Failure {
  description: string;
  code: number;
  message: string;
  details?: readonly Schema[];
  headers?: Schema;
}

const RETRY_AFTER = {
  "Retry-After": {
    description: "Seconds to wait.",
    required: false,
    schema: { type: "integer", minimum: 1 },
  },
};

const FAILURES = {
  InvalidArgument: {
    description: "INVALID_ARGUMENT or OUT_OF_RANGE: a field breaks a rule; `details` names it.",
    code: 3,
    message: "retention_days must be between 1 and 90.",
    details: [
      {
        "@type": "type.googleapis.com/google.rpc.BadRequest",
        fieldViolations: [{ field: "spec.retentionDays", description: "must be between 1 and 90." }],
      },
    ],
  },
  Unauthenticated: {
    description: "UNAUTHENTICATED: no credentials, or ones that are not valid any more.",
    code: 16,
    message: "Send an API key as a bearer token, or sign in.",
  },
  PermissionDenied: {
    description: "PERMISSION_DENIED: the caller's roles do not allow this.",
    code: 7,
    message: "Your role, or the state of your account, does not allow cloud.namespace.create.",
  },
  NotFound: {
    description: "NOT_FOUND: there is no such thing in the caller's account.",
    code: 5,
    message: "There is no namespace orders.a1b2c3.",
  },
  Conflict: {
    description: "ALREADY_EXISTS or ABORTED: the name is taken, or another change came first.",
    code: 6,
    message: "A namespace named orders exists already.",
  },
  FailedPrecondition: {
    description: "FAILED_PRECONDITION: the resource has another version, or is in a state that forbids this.",
    code: 9,
    message: "The resource has changed: read it again and send its new resource_version.",
  },
  TooLarge: {
    description: "The body is too large.",
    code: 3,
    message: "The body has more than 4194304 bytes.",
  },
  UnsupportedMediaType: {
    description: "The body is not application/json.",
    code: 3,
    message: "The body must be sent as content-type: application/json, without content-encoding.",
  },
  ResourceExhausted: {
    description: "RESOURCE_EXHAUSTED: a limit is reached; with Retry-After when it frees itself.",
    code: 8,
    message: "The limit of 40 requests per second of a user is reached.",
    headers: RETRY_AFTER,
  },
  Unimplemented: {
    description: "UNIMPLEMENTED: not served by this version.",
    code: 12,
    message: "This method is not implemented by this version of the server.",
  },
  Unavailable: {
    description: "UNAVAILABLE: a part of the cloud is away; try again.",
    code: 14,
    message: "The database cannot be reached. Try again.",
    headers: RETRY_AFTER,
  },
  Error: {
    description: "Any other failure.",
    code: 13,
    message: "An internal error happened. Try again, and report the request id if it persists.",
  },
} satisfies Record<string, Failure>;

type FailureName = keyof typeof FAILURES;

/** The reusable responses of the document. */
export function failureResponses(): Record<string, Schema> {
  return Object.fromEntries(
    Object.entries<Failure>(FAILURES).map(([name, { description, headers, code, message, details = [] }]) => [
      name,
      {
        description,
        ...(headers === undefined ? {} : { headers }),
        content: {
          "application/json": { schema: { $ref: ERROR_REF }, example: { code, message, details } },
        },
      },
    ]),
  );
}

/** The failures of one operation, by status. */
export function errorResponses(operation: {
  isPublic: boolean;
  isImplemented: boolean;
  isChange: boolean;
  hasBody: boolean;
}): Record<string, Schema> {
  const { isPublic, isImplemented, isChange, hasBody } = operation;
  const statuses: [string, FailureName, boolean][] = [
    ["400", "InvalidArgument", true],
    ["401", "Unauthenticated", true],
    ["403", "PermissionDenied", !isPublic || isChange],
    ["404", "NotFound", true],
    ["409", "Conflict", isChange],
    ["412", "FailedPrecondition", true],
    ["413", "TooLarge", hasBody],
    ["415", "UnsupportedMediaType", hasBody],
    ["429", "ResourceExhausted", true],
    ["501", "Unimplemented", !isImplemented],
    ["503", "Unavailable", true],
    ["default", "Error", true],
  ];
  return Object.fromEntries(
    statuses
      .filter(([, , applies]) => applies)
      .map(([status, name]) => [status, { $ref: `#/components/responses/${name}` }]),
  );
}
