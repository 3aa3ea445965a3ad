// The history as a file that the SDKs replay: what `temporal workflow show --output json` writes.
import { downloadText } from "#format/download";
import { useHistory, useRun } from "./use-run.tsx";

export function useDownload(): { isReady: boolean; start: () => void } {
  const { run } = useRun();
  const { events, isComplete, isCaughtUp } = useHistory();
  const start = (): void => {
    const name = `${run.workflowId.replace(/[^\w.-]/g, "_")}-${run.runId}.json`;
    downloadText(name, JSON.stringify({ events }, null, 2), "application/json");
  };
  return { isReady: events.length > 0 && (isComplete || isCaughtUp), start };
}
