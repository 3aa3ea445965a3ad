// The same change as a REST call, on the command line and in Terraform; follows the form while it is filled in.
import type { ReactNode } from "react";
import { curlOf, type RestCall } from "#format/show-as";
import { CodeBlock } from "./code-block.tsx";
import styles from "./show-as.module.css";
import { Tabs } from "./tabs.tsx";

interface Props {
  rest: RestCall;
  /** Where the call goes, when it is not this API: "https://" and a namespace's own address. */
  origin?: string;
  /** For the temporal CLI; left out where it cannot do this. */
  cli?: string;
  /** The name of another command-line program than temporal. */
  cliTitle?: string;
  /** For the temporalio/temporalcloud provider; left out where it cannot do this. */
  terraform?: string;
}

export function ShowAs({
  rest,
  origin = window.location.origin,
  cli,
  cliTitle = "temporal",
  terraform,
}: Props): ReactNode {
  const tabs = [
    { id: "rest", label: "REST", title: "curl", text: curlOf(rest, origin) },
    ...(cli === undefined ? [] : [{ id: "cli", label: "CLI", title: cliTitle, text: cli }]),
    ...(terraform === undefined
      ? []
      : [{ id: "terraform", label: "Terraform", title: "temporalio/temporalcloud", text: terraform }]),
  ];
  return (
    <details className={styles["details"]}>
      <summary className={styles["summary"]}>Show as {tabs.map(({ label }) => label).join(", ")}</summary>
      <Tabs
        label="Show as"
        tabs={tabs.map(({ id, label, title, text }) => ({
          id,
          label,
          content: <CodeBlock title={title} text={text} maxLines={18} />,
        }))}
      />
    </details>
  );
}
