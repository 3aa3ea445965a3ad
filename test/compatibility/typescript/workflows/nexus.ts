// Workflows that call Nexus operations, and one that is such an operation.
import type { NexusOperationCancellationType, StartNexusOperationOptions } from "@temporalio/workflow";
import {
  ApplicationFailure,
  CancellationScope,
  createNexusServiceClient,
  isCancellation,
  condition,
  defineSignal,
  setHandler,
  sleep,
} from "@temporalio/workflow";
import { NexusOperationFailure } from "@temporalio/common";
import { contractService, type Wish } from "../nexus-service.ts";

export const goOn = defineSignal("goOn");

type Options = Partial<StartNexusOperationOptions>;

export interface Told {
  message: string;
  name: string;
  cause?: Told;
  type?: string;
  token?: boolean;
}

/** The chain of failures as a workflow sees it. */
function told(error: unknown): Told {
  if (!(error instanceof Error)) return { name: "no error", message: String(error) };
  return {
    name: error.name,
    message: error.message,
    ...("type" in error && typeof error.type === "string" ? { type: error.type } : {}),
    ...(error.cause === undefined ? {} : { cause: told(error.cause) }),
  };
}

export async function callOperation(
  endpoint: string,
  operation: "echo" | "run",
  wish: Wish,
  options: Options = {},
): Promise<unknown> {
  const client = createNexusServiceClient({ endpoint, service: contractService });
  try {
    const handle = await client.startOperation(operation, wish, options);
    const hasToken = (handle.token ?? "") !== "";
    return { value: await handle.result(), hasToken };
  } catch (error) {
    if (!(error instanceof NexusOperationFailure)) throw error;
    return { failure: told(error), endpoint: error.endpoint, operation: error.operation };
  }
}

export async function cancelOperation(
  endpoint: string,
  wish: Wish,
  cancellationType: NexusOperationCancellationType,
): Promise<string> {
  const client = createNexusServiceClient({ endpoint, service: contractService });
  const scope = new CancellationScope();
  const handle = await scope.run(() => client.startOperation("run", wish, { cancellationType }));
  await sleep(50);
  scope.cancel();
  return handle.result().then(
    (value) => `finished ${value}`,
    (error: unknown) => (isCancellation(error) ? "cancelled" : JSON.stringify(told(error))),
  );
}

/** Several operations at once, one after the other in history. */
export async function fanOut(endpoint: string, count: number): Promise<string[]> {
  const client = createNexusServiceClient({ endpoint, service: contractService });
  const wishes = Array.from({ length: count }, (_none, index) => ({ value: String(index) }));
  return Promise.all(wishes.map((wish) => client.executeOperation("echo", wish)));
}

export async function operationBackedBy({ value, how }: Wish): Promise<string> {
  switch (how) {
    case "fail":
      throw ApplicationFailure.create({ message: "as asked", type: "AsAsked", details: [value] });
    case "wait":
      await sleep("1 hour");
      return value;
    case "until told": {
      let isTold = false;
      setHandler(goOn, () => void (isTold = true));
      await condition(() => isTold);
      return value;
    }
    default:
      return value;
  }
}
