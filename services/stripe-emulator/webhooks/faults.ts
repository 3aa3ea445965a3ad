// How deliveries go wrong, drawn from a seed: twice, late, and so in another order than the events happened.

export interface WebhookFault {
  copies: number;
  delayMs: number;
}

export const NO_FAULT: WebhookFault = { copies: 1, delayMs: 0 };
const DELAY_MS_MAX = 400;

/** The same seed draws the same faults. */
export function webhookFaults(seed: number): () => WebhookFault {
  let state = seed >>> 0;
  // Marsaglia's xorshift; zero would stay zero.
  const draw = (below: number): number => {
    state ||= 1;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % below;
  };
  return () => ({
    copies: draw(3) === 0 ? 2 : 1,
    delayMs: draw(2) === 0 ? draw(DELAY_MS_MAX) : 0,
  });
}
