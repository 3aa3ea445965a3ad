// POST /webhooks/stripe: hands the body, byte for byte, to billing, which checks the signature. Nothing is believed here.
import { receiveWebhook, WEBHOOK_BODY_BYTES_MAX, type WebhookPorts } from "#billing/stripe";
import type { HttpApp } from "../rest/http-app.ts";
import type { RecordRefusal } from "./refused-webhooks.ts";

export const STRIPE_WEBHOOK_PATH = "/webhooks/stripe";

export function mountStripeWebhook(app: HttpApp, ports: WebhookPorts, recordRefusal: RecordRefusal): void {
  app.allow(/^\/webhooks\/stripe$/, "POST");
  app.fastify.post(STRIPE_WEBHOOK_PATH, { bodyLimit: WEBHOOK_BODY_BYTES_MAX }, async (request, reply) => {
    const signature = request.headers["stripe-signature"];
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const { outcome } = await receiveWebhook(ports, {
      body,
      signature: typeof signature === "string" ? signature : undefined,
    }).catch(async (error: unknown) => {
      await recordRefusal(error, request.ip);
      throw error;
    });
    return reply.header("content-type", "application/json").send(JSON.stringify({ outcome }));
  });
}
