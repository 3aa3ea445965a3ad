// Stripe's webhook signature: t=TIME,v1=HMAC-SHA256 of "TIME.BODY" with the endpoint's secret.
import { createHmac } from "node:crypto";

export function signatureOf(body: string, secret: string, seconds: number): string {
  const mac = createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex");
  return `t=${seconds},v1=${mac}`;
}
