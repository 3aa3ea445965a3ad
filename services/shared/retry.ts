// Retries with exponential backoff and full jitter, bounded by attempts and by the caller's signal.
import { delay } from "./clock.ts";

export interface RetryOptions {
  attemptsMax: number;
  firstDelayMs: number;
  delayMaxMs: number;
  signal?: AbortSignal;
  /** Whether the error is worth another attempt; default: always. */
  isRetryable?: (error: unknown) => boolean;
}

export async function retry<Result>(
  work: (attempt: number) => Promise<Result>,
  options: RetryOptions,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work(attempt);
    } catch (error) {
      const retryable = options.isRetryable?.(error) ?? true;
      if (!retryable || attempt >= options.attemptsMax) throw error;
      const ceiling = Math.min(options.delayMaxMs, options.firstDelayMs * 2 ** (attempt - 1));
      await delay(ceiling * (0.5 + Math.random() / 2), options.signal);
    }
  }
}
