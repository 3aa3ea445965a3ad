// What the account workflow does. Each activity can be repeated: the customer is found again, states change by
// compare-and-set.
import { grantTrial } from "#billing/credits";
import { ensureCustomer, type CustomerPorts } from "#billing/stripe";
import { activateAccount, deactivateAccount, failAccount } from "#domain/accounts";
import type { Database } from "#domain/database";
import { startOperation } from "#domain/operations";
import type { Clock } from "#shared/clock";

export interface AccountInput {
  accountId: string;
  operationId: string;
  userId: string;
  email: string;
  accountName: string;
}

export interface FailedAccountInput extends AccountInput {
  reason: string;
}

export interface AccountActivities {
  openBilling(input: AccountInput): Promise<void>;
  activateAccount(input: AccountInput): Promise<void>;
  deactivateAccount(input: AccountInput): Promise<void>;
  failAccount(input: FailedAccountInput): Promise<void>;
}

export function accountActivities(ports: {
  database: Database;
  clock: Clock;
  customers: CustomerPorts;
}): AccountActivities {
  return {
    // The customer without usage costs nothing and is found again by the account's id: its undo is to leave it.
    async openBilling(input) {
      const { accountId, operationId, email, accountName } = input;
      await startOperation(ports.database.query, { accountId, operationId, now: ports.clock.now() });
      const { billing, pricing } = ports.customers;
      await ensureCustomer(ports.customers, { accountId, email, name: accountName });
      if (pricing !== undefined) await grantTrial(billing, pricing, { accountId, nowMs: ports.clock.now() });
    },
    activateAccount: (input) => activateAccount(ports, input),
    deactivateAccount: (input) => deactivateAccount(ports, input),
    failAccount: (input) => failAccount(ports, input),
  };
}
