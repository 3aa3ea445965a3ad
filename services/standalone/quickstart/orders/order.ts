// What an order is: shared by the workflows, the activities and the customer who places orders.

export interface Order {
  orderId: string;
  amountCents: number;
  /** The customer will cancel it while it waits. */
  isAbandoned: boolean;
  /** Set by continue-as-new: the second run only writes the receipt. */
  settled?: Settlement;
}

export interface Settlement {
  paymentId: string;
  approvedBy: string;
  notes: string[];
  trackingId: string;
}

export interface Receipt extends Settlement {
  orderId: string;
  amountCents: number;
}

/** Attempts that the card terminal needs: two fail, the third goes through. */
export const CHARGE_ATTEMPTS = 3;
