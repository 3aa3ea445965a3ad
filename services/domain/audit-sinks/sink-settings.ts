// What the operator says about deliveries to sinks: endpoints, the installation's own cloud identities, and which
// origins inside its networks may be called. The same variables for every process that delivers.
import { z } from "zod";

export const sinkSettings = z.object({
  /** Origins such as "https://siem.corp.example:8443", separated by commas, that webhooks may reach although inside. */
  sinkAllowedOrigins: z.string().default(""),
  /** The identity that assumes the role of a Kinesis sink. */
  sinkAwsAccessKeyId: z.string().optional(),
  sinkAwsSecretAccessKey: z.string().optional(),
  /** "{region}" stands for the sink's region. */
  sinkKinesisEndpoint: z.string().default("https://kinesis.{region}.amazonaws.com"),
  sinkStsEndpoint: z.string().default("https://sts.{region}.amazonaws.com"),
  /** JSON of the service account key that impersonates the account of a Pub/Sub sink; usually from a file. */
  sinkGoogleKey: z.string().optional(),
  sinkPubSubEndpoint: z.url().default("https://pubsub.googleapis.com"),
  sinkIamCredentialsEndpoint: z.url().default("https://iamcredentials.googleapis.com"),
});
export type SinkSettings = z.infer<typeof sinkSettings>;
