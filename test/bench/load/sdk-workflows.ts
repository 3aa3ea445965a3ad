// The workflow of the SDK's load: one activity. Runs in the SDK's sandbox, so it imports nothing but the SDK.
import { proxyActivities } from "@temporalio/workflow";

const { echo } = proxyActivities<{ echo(text: string): Promise<string> }>({
  startToCloseTimeout: "1 minute",
});

export async function oneActivity(text: string): Promise<string> {
  return await echo(text);
}
