// A change of what runs in a namespace as the REST call and the command that programs make it by, at its own address.
import type { ReactNode } from "react";
import { useNamespaceAddress } from "#api/namespace-address";
import type { CliTarget } from "#format/temporal-cli";
import { ShowAs } from "./show-as.tsx";

interface Props {
  namespace: string;
  /** Below the namespace: ["schedules", "nightly", "patch"]. */
  path: readonly string[];
  body: unknown;
  cli: (target: CliTarget) => string;
}

export function NamespaceShowAs({ namespace, path, body, cli }: Props): ReactNode {
  const address = useNamespaceAddress(namespace);
  const below = path.map(encodeURIComponent).join("/");
  return (
    <ShowAs
      rest={{ method: "POST", path: `/api/v1/namespaces/${namespace}/${below}`, body }}
      origin={`https://${address}`}
      cli={cli({ address, namespace })}
    />
  );
}
