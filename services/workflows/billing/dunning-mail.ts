// The mails of an unpaid invoice: what is so, what comes next and when, and what to do. Pure.
import { nextStepAtMs, type DunningStep } from "#billing/dunning";

export function dunningMail(
  step: DunningStep | undefined,
  facts: { unpaidSinceMs: number; heldUntilMs: number; publicUrl: string },
): { subject: string; text: string } {
  const billing = `${facts.publicUrl}/billing`;
  if (step === undefined) {
    return {
      subject: "Your invoice is paid",
      text: "Thank you: everything is paid, and nothing of your account is restricted any more.\n",
    };
  }
  const nextMs = nextStepAtMs(step, facts.unpaidSinceMs, facts.heldUntilMs);
  const next = nextMs === undefined ? "" : new Date(nextMs).toISOString().slice(0, 10);
  const texts: Record<DunningStep, { subject: string; text: string[] }> = {
    GRACE: {
      subject: "Your invoice could not be paid",
      text: [
        "The payment of your invoice was declined. Everything goes on as before for now.",
        `Without a payment, no new work is accepted from ${next} on.`,
      ],
    },
    RESTRICTED: {
      subject: "No new work is accepted: your invoice is overdue",
      text: [
        "Your invoice is still unpaid. New workflows are refused; what runs goes on.",
        `Without a payment, the account is suspended on ${next}.`,
      ],
    },
    SUSPENDED: {
      subject: "Your account is suspended: your invoice is overdue",
      text: ["Your invoice is still unpaid. Nothing of your account is served; nothing of it is deleted."],
    },
  };
  const { subject, text } = texts[step];
  return { subject, text: [...text, `Update the payment method or pay here: ${billing}`, ""].join("\n\n") };
}
