// The versions of a deployment, newest first, each with what may be done with it.
import { Ellipsis } from "lucide-react";
import { useState, type ReactNode } from "react";
import { Button } from "#components/button";
import { IconButton } from "#components/icon-button";
import { Menu } from "#components/menu";
import { SimpleTable } from "#components/simple-table";
import { Timestamp } from "#components/timestamp";
import { DeleteVersion } from "./delete-version.tsx";
import {
  buildIdOf,
  currentOf,
  rampingOf,
  type DeploymentRef,
  type Described,
  type Version,
} from "./deployment-facts.ts";
import { RampDialog } from "./ramp-dialog.tsx";
import { SetCurrentDialog } from "./set-current-dialog.tsx";
import { VersionStatus } from "./version-status.tsx";

interface Props {
  of: DeploymentRef;
  described: Described;
  mayWrite: boolean;
}

/** An empty build id is "unversioned". */
type Open = { act: "current" | "ramp" | "delete"; buildId: string } | undefined;

export function VersionTable({ of, described, mayWrite }: Props): ReactNode {
  const [open, setOpen] = useState<Open>();
  const info = described.workerDeploymentInfo;
  const versions = info?.versionSummaries ?? [];
  const ramping = rampingOf(info?.routingConfig);
  const token = described.conflictToken ?? "";
  const close = (): void => setOpen(undefined);
  return (
    <>
      <SimpleTable
        label="Versions"
        headers={["Build id", "State", "Since", "Drainage", "Created", ...(mayWrite ? [""] : [])]}
        rows={versions.map((version) => ({
          key: buildIdOf(version),
          cells: [
            <code key="build">{buildIdOf(version)}</code>,
            <VersionStatus key="state" version={version} />,
            <Timestamp key="since" at={version.currentSinceTime ?? version.rampingSinceTime} />,
            <Drainage key="drainage" version={version} />,
            <Timestamp key="created" at={version.createTime} />,
            ...(mayWrite
              ? [
                  <Actions
                    key="actions"
                    version={version}
                    currentBuildId={currentOf(info?.routingConfig)}
                    onOpen={setOpen}
                  />,
                ]
              : []),
          ],
        }))}
      />
      {mayWrite && ramping !== undefined ? (
        <div>
          <Button onClick={() => setOpen({ act: "ramp", buildId: ramping.buildId })}>Change the ramp</Button>
        </div>
      ) : null}
      {open?.act === "current" ? (
        <SetCurrentDialog {...of} buildId={open.buildId} conflictToken={token} onClose={close} />
      ) : null}
      {open?.act === "ramp" ? (
        <RampDialog
          {...of}
          buildId={open.buildId}
          percentage={ramping?.buildId === open.buildId ? ramping.percentage : 10}
          isRamping={ramping !== undefined}
          conflictToken={token}
          onClose={close}
        />
      ) : null}
      {open?.act === "delete" ? <DeleteVersion {...of} buildId={open.buildId} onClose={close} /> : null}
    </>
  );
}

function Drainage({ version }: { version: Version }): ReactNode {
  const { status, lastChangedTime } = version.drainageInfo ?? {};
  if (status === "VERSION_DRAINAGE_STATUS_DRAINED") {
    return (
      <>
        Drained <Timestamp at={lastChangedTime} fallback="" />
      </>
    );
  }
  return status === "VERSION_DRAINAGE_STATUS_DRAINING" ? "Open workflows are pinned to it" : "—";
}

function Actions(props: {
  version: Version;
  currentBuildId: string;
  onOpen: (open: Open) => void;
}): ReactNode {
  const { version, currentBuildId, onOpen } = props;
  const buildId = buildIdOf(version);
  const isCurrent = buildId === currentBuildId;
  return (
    <Menu
      align="end"
      trigger={<IconButton label={`Actions of ${buildId}`} icon={<Ellipsis />} />}
      groups={[
        {
          items: [
            {
              label: "Make current",
              isDisabled: isCurrent,
              onSelect: () => onOpen({ act: "current", buildId }),
            },
            { label: "Ramp up", isDisabled: isCurrent, onSelect: () => onOpen({ act: "ramp", buildId }) },
            {
              label: "Delete",
              isDanger: true,
              isDisabled: isCurrent,
              onSelect: () => onOpen({ act: "delete", buildId }),
            },
          ],
        },
      ]}
    />
  );
}
