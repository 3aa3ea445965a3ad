// What can be done with one run. What changes something is there only for people who may; the history's download is for all.
import { useNavigate } from "@tanstack/react-router";
import { ChevronDown, Copy, Download, Pause, Play, RotateCcw, Square, Zap } from "lucide-react";
import { useState, type ReactNode } from "react";
import { Button } from "#components/button";
import { Menu, type MenuItem } from "#components/menu";
import { useShortcut } from "#hooks/shortcuts";
import { useDownload } from "../detail/use-download.ts";
import { isOpen, isPaused, type RunName, type WorkflowInfo } from "../workflow-facts.ts";
import { ReasonedDialog, type ReasonedKind } from "./reasoned-dialog.tsx";
import { ResetDialog } from "./reset-dialog.tsx";
import { SignalDialog } from "./signal-dialog.tsx";
import { UpdateDialog } from "./update-dialog.tsx";

type Shown = ReasonedKind | "signal" | "update" | "reset";

interface Props {
  run: RunName;
  info: WorkflowInfo;
  mayWrite: boolean;
}

export function WorkflowActions({ run, info, mayWrite }: Props): ReactNode {
  const [shown, setShown] = useState<Shown | undefined>();
  const download = useDownload();
  const close = (): void => setShown(undefined);
  const isLive = isOpen(info) && mayWrite;
  const more = useMoreItems({ run, info, onShow: setShown });
  useShortcut({ keys: "s", label: "Send a signal", group: "Workflow" }, () => setShown("signal"), isLive);
  const files: MenuItem = {
    label: "Download the history",
    icon: <Download />,
    hint: "JSON, for replay",
    isDisabled: !download.isReady,
    onSelect: download.start,
  };
  return (
    <>
      {isLive ? (
        <>
          <Button icon={<Zap />} onClick={() => setShown("signal")}>
            Signal
          </Button>
          <Button onClick={() => setShown("update")}>Update</Button>
          <Button onClick={() => setShown("cancel")}>Cancel</Button>
        </>
      ) : null}
      <Menu
        align="end"
        trigger={<Button icon={<ChevronDown />}>More</Button>}
        groups={[
          { items: [...(mayWrite ? more : []), files] },
          ...(isLive
            ? [
                {
                  items: [
                    {
                      label: "Terminate…",
                      icon: <Square />,
                      isDanger: true,
                      onSelect: () => setShown("terminate"),
                    },
                  ],
                },
              ]
            : []),
        ]}
      />
      <Shown shown={shown} run={run} onClose={close} />
    </>
  );
}

function Shown(props: { shown: Shown | undefined; run: RunName; onClose: () => void }): ReactNode {
  const { shown, run, onClose } = props;
  switch (shown) {
    case undefined:
      return null;
    case "signal":
      return <SignalDialog run={run} onClose={onClose} />;
    case "update":
      return <UpdateDialog run={run} onClose={onClose} />;
    case "reset":
      return <ResetDialog run={run} onClose={onClose} />;
    default:
      return <ReasonedDialog kind={shown} run={run} onClose={onClose} />;
  }
}

function useMoreItems(props: {
  run: RunName;
  info: WorkflowInfo;
  onShow: (shown: Shown) => void;
}): MenuItem[] {
  const { run, info, onShow } = props;
  const navigate = useNavigate();
  const { namespace, workflowId, runId } = run;
  const pause: MenuItem = isPaused(info)
    ? { label: "Unpause…", icon: <Play />, onSelect: () => onShow("unpause") }
    : { label: "Pause…", icon: <Pause />, onSelect: () => onShow("pause") };
  return [
    ...(isOpen(info) ? [pause] : []),
    { label: "Reset…", icon: <RotateCcw />, onSelect: () => onShow("reset") },
    {
      label: "Start one like this",
      icon: <Copy />,
      onSelect: () =>
        void navigate({
          to: "/namespaces/$namespace/start-workflow",
          params: { namespace },
          search: { likeWorkflow: workflowId, likeRun: runId },
        }),
    },
  ];
}
