// SimulatePrices and EstimateCost: other prices, or other usage, against what the account really used.
import { estimateCost, simulatePrices, SIMULATED_MONTHS_MAX } from "#billing/forecast";
import { timestampOfMs, type cloudV1 } from "#contracts";
import { CloudError } from "#shared/errors";
import { spendPorts, type BillingReader } from "./reader.ts";

const MONTHS_DEFAULT = 3;
const BYTE_MILLISECONDS_PER_GB_HOUR = 3_600_000_000_000_000n;
/** More than anybody uses, and far from what doubles cannot hold. */
const ESTIMATE_MAX = 1e15;

/** Errors: INVALID_ARGUMENT for a number of months that is not from 1 to 12. */
export async function simulate(
  reader: BillingReader,
  request: cloudV1.ISimulatePricesRequest,
): Promise<cloudV1.ISimulatePricesResponse> {
  const asked = request.months ?? 0;
  if (asked < 0 || asked > SIMULATED_MONTHS_MAX) {
    throw refused("months", `must be from 1 to ${SIMULATED_MONTHS_MAX}`);
  }
  const months = await simulatePrices(spendPorts(reader), {
    ...reader,
    months: asked === 0 ? MONTHS_DEFAULT : asked,
  });
  return {
    months: months.map((month) => ({
      monthStart: timestampOfMs(month.startMs),
      currentMicros: String(month.currentMicros),
      ...(month.invoicedCents === undefined ? {} : { invoicedCents: { value: Number(month.invoicedCents) } }),
      prices: month.byBook.map(({ priceBook, currency, micros }) => ({
        priceBook,
        currency,
        micros: String(micros),
      })),
    })),
  };
}

/** Errors: INVALID_ARGUMENT for quantities that are negative or beyond reason. */
export async function estimate(
  reader: BillingReader,
  request: cloudV1.IEstimateCostRequest,
): Promise<cloudV1.IEstimateCostResponse> {
  const { beforeMicros, afterMicros, terms } = await estimateCost(spendPorts(reader), reader, {
    actions: wholeOf(request.actions, "actions", 1n),
    activeByteMilliseconds: wholeOf(request.activeGbHours, "active_gb_hours", BYTE_MILLISECONDS_PER_GB_HOUR),
    retainedByteMilliseconds: wholeOf(
      request.retainedGbHours,
      "retained_gb_hours",
      BYTE_MILLISECONDS_PER_GB_HOUR,
    ),
  });
  return {
    currency: terms.book.currency,
    beforeMicros: String(beforeMicros),
    afterMicros: String(afterMicros),
    differenceMicros: String(afterMicros - beforeMicros),
  };
}

/** Thousandths are kept. */
function wholeOf(value: number | null | undefined, field: string, unit: bigint): bigint {
  const given = value ?? 0;
  if (!(given >= 0 && given <= ESTIMATE_MAX)) throw refused(field, `must be from 0 to ${ESTIMATE_MAX}`);
  return (BigInt(Math.round(given * 1000)) * unit) / 1000n;
}

function refused(field: string, rule: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", `${field} ${rule}.`, { field });
}
