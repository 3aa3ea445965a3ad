// Puts a batch into a Kinesis stream by PutRecords, signed with Signature Version 4 under the customer's role. All records
// of an account have one partition key, so they are in one shard.
import { AwsV4Signer } from "aws4fetch";
import type { Clock } from "#shared/clock";
import { CloudError } from "#shared/errors";
import { sendOutbound } from "#shared/outbound-http";
import type { Delivery } from "../destination.ts";
import type { SinkSettings } from "../sink-settings.ts";
import { checkTaken, jsonObject, textOf } from "./answers.ts";
import { assumeRole, type AwsCredentials } from "./assume-role.ts";
import { ExpiringValues } from "./expiring-values.ts";

type KinesisDelivery = Delivery & { destination: { kind: "kinesis" } };

const TIMEOUT_MS = 10_000;
const STREAM_ARN = /^arn:(aws[a-z-]*):kinesis:([a-z0-9-]+):(\d{12}):stream\/[a-zA-Z0-9_.-]{1,128}$/;
const ROLE_NAME = /^[\w+=,.@/-]{1,512}$/;
/** Errors of Kinesis that pass by themselves, although their status is that of a wrong request. */
const THROTTLED = /ProvisionedThroughputExceeded|Throttling|LimitExceeded|KMSThrottling|InternalFailure/;

export function kinesisSender(settings: SinkSettings, clock: Clock) {
  const roles = new ExpiringValues<AwsCredentials>(clock);
  return async (delivery: KinesisDelivery): Promise<number> => {
    const stream = readStream(delivery.destination);
    const credentials = await roles.get(`${delivery.accountId} ${stream.roleArn}`, () =>
      assumeRole({
        endpoint: settings.sinkStsEndpoint.replace("{region}", stream.region),
        region: stream.region,
        roleArn: stream.roleArn,
        externalId: delivery.accountId,
        own: ownCredentials(settings),
      }),
    );
    return putRecords(settings.sinkKinesisEndpoint.replace("{region}", stream.region), stream, {
      credentials,
      delivery,
    });
  };
}

interface Stream {
  arn: string;
  region: string;
  roleArn: string;
}

/** Errors: INVALID_ARGUMENT: what is written down may be a placeholder until the stream exists. */
function readStream({ destinationUri, region, roleName }: KinesisDelivery["destination"]): Stream {
  const [arn, partition, arnRegion, account] = STREAM_ARN.exec(destinationUri) ?? [];
  if (arn === undefined || partition === undefined || account === undefined)
    throw owners("destination_uri must be the ARN of a Kinesis stream.");
  if (arnRegion !== region) throw owners("region must be that of the stream's ARN.");
  if (!ROLE_NAME.test(roleName)) throw owners("role_name must be the name of an IAM role.");
  return { arn, region, roleArn: `arn:${partition}:iam::${account}:role/${roleName}` };
}

function ownCredentials(settings: SinkSettings): AwsCredentials {
  const { sinkAwsAccessKeyId: accessKeyId, sinkAwsSecretAccessKey: secretAccessKey } = settings;
  if (accessKeyId !== undefined && secretAccessKey !== undefined) return { accessKeyId, secretAccessKey };
  throw new CloudError(
    "FAILED_PRECONDITION",
    "This installation has no AWS identity: its operator has to configure one.",
  );
}

async function putRecords(
  endpoint: string,
  stream: Stream,
  { credentials, delivery }: { credentials: AwsCredentials; delivery: KinesisDelivery },
): Promise<number> {
  const body = JSON.stringify({
    StreamARN: stream.arn,
    Records: delivery.records.map(({ json }) => ({
      Data: Buffer.from(json).toString("base64"),
      PartitionKey: delivery.accountId,
    })),
  });
  const signed = await new AwsV4Signer({
    ...credentials,
    url: `${endpoint.replace(/\/$/, "")}/`,
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": "Kinesis_20131202.PutRecords",
    },
    body,
    service: "kinesis",
    region: stream.region,
    allHeaders: true,
  }).sign();
  const answer = await sendOutbound(
    { url: signed.url.href, headers: Object.fromEntries(signed.headers), body, timeoutMs: TIMEOUT_MS },
    { allowedOrigins: new Set([signed.url.origin]) },
  );
  const content = jsonObject(answer.body);
  const type = textOf(content["__type"]).split("#").at(-1) ?? "";
  if (answer.status === 400 && THROTTLED.test(type))
    throw new CloudError("UNAVAILABLE", `Kinesis is throttling (${type.slice(0, 100)}).`);
  checkTaken(answer, "Kinesis", type);
  return takenOf(content["Records"], delivery.records.length);
}

/** Up to the first record that was refused: what comes after it is sent again, so that none is left out. */
function takenOf(results: unknown, sent: number): number {
  if (!Array.isArray(results) || results.length !== sent)
    throw new CloudError("UNAVAILABLE", "Kinesis answered for another number of records than were sent.");
  const refused = results.findIndex((result) => textOf((result as { ErrorCode?: unknown }).ErrorCode) !== "");
  return refused === -1 ? sent : refused;
}

function owners(message: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", message);
}
