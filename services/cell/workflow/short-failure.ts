// A state is written often: a failure in it is cut to its message and type when it is large.
import type { temporal } from "#contracts";
import { failureCodec } from "./message-codecs.ts";

type Failure = temporal.api.failure.v1.IFailure;

export function shortenedFailure(failure: Failure, bytesMax: number): Failure {
  if (failureCodec.encode(failure).length <= bytesMax) return failure;
  const cut = (text: string | null | undefined): string => (text ?? "").slice(0, bytesMax / 4);
  const application = failure.applicationFailureInfo;
  return {
    message: "Failure exceeds size limit.",
    serverFailureInfo: { nonRetryable: false },
    cause: {
      message: cut(failure.message),
      source: cut(failure.source),
      stackTrace: cut(failure.stackTrace),
      ...(application == null ? {} : { applicationFailureInfo: { type: cut(application.type) } }),
    },
  };
}
