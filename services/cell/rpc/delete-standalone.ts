// Deletes a standalone execution of any kind: an open one is terminated first; then everything stored of the run goes.
import type { Engine } from "../engine.ts";
import type { LiveStandalone, StandaloneExecutions, StandaloneState } from "../standalone/index.ts";

interface Runtime<State extends StandaloneState> {
  executions: Pick<StandaloneExecutions<State>, "delete">;
  commit(
    execution: LiveStandalone<State>,
    command: { kind: "terminate"; requestId: string; identity: string; reason: string },
  ): Promise<unknown>;
}

export async function deleteStandalone<State extends StandaloneState>(
  { ids }: Engine,
  runtime: Runtime<State>,
  { execution, reason }: { execution: LiveStandalone<State>; reason: string },
): Promise<void> {
  if (!execution.isClosed) {
    await runtime.commit(execution, { kind: "terminate", reason, identity: "", requestId: ids.uuid() });
  }
  await execution.settled();
  const { namespaceId, id, runId } = execution.state;
  await runtime.executions.delete([{ namespaceId, id, runId }]);
}
