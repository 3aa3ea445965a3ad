// Limits of the installation, or of one account: setting and resetting them.
import { useState, type ReactNode } from "react";
import { api, type Schemas } from "#api/client";
import { messageAbout } from "#api/problem";
import { useSaved } from "#app/use-saved";
import { Badge } from "#components/badge";
import { Button } from "#components/button";
import { Dialog } from "#components/dialog";
import { TextField } from "#components/field";
import { FormLayout } from "#components/form-layout";
import { ProblemNote } from "#components/problem-note";
import { SearchField } from "#components/search-field";
import { Section } from "#components/section";
import { ShowAs } from "#components/show-as";
import { SimpleTable } from "#components/simple-table";
import { count } from "#format/figures";
import { AS_OPERATOR } from "./as-operator.ts";

type Quota = Schemas["cellplane.cloud.v1.Quota"];

export function QuotasPage(): ReactNode {
  const [accountId, setAccountId] = useState("");
  const [text, setText] = useState("");
  const [edited, setEdited] = useState<Quota | undefined>();
  const account = accountId.trim();
  const { data, error } = api.useQuery("get", "/api/v1/quotas", {
    ...AS_OPERATOR,
    params: { query: { accountId: account } },
  });
  const rows = (data?.quotas ?? []).filter(({ name = "", description = "" }) =>
    `${name} ${description}`.toLowerCase().includes(text.trim().toLowerCase()),
  );
  return (
    <Section
      title={account === "" ? "Limits of the installation" : `Limits of ${account}`}
      layout="stacked"
      text="They hold from the next call on."
    >
      <TextField
        label="Account"
        hint="Empty: the whole installation."
        value={accountId}
        onChange={setAccountId}
        isOptional
        isMono
      />
      <SearchField label="Find a limit" value={text} onChange={setText} />
      {error === null ? null : <ProblemNote title="The limits cannot be read" error={error} />}
      <SimpleTable
        label="Limits"
        headers={["Limit", "At most", "Set", "Name", ""]}
        rows={rows.map((quota) => ({
          key: quota.name ?? "",
          cells: [
            quota.description,
            count(quota.max),
            <Badge key="set">{quota.setFor === "" ? "built in" : `for the ${quota.setFor ?? ""}`}</Badge>,
            <code key="name">{quota.name}</code>,
            <Button key="change" kind="quiet" onClick={() => setEdited(quota)}>
              Change
            </Button>,
          ],
        }))}
      />
      {edited === undefined ? null : (
        <QuotaDialog quota={edited} accountId={account} onClose={() => setEdited(undefined)} />
      )}
    </Section>
  );
}

function QuotaDialog(props: { quota: Quota; accountId: string; onClose: () => void }): ReactNode {
  const { quota, accountId, onClose } = props;
  const { name = "", resourceVersion = "", description = "" } = quota;
  const [max, setMax] = useState(String(quota.max ?? ""));
  const saved = useSaved("/api/v1/quotas");
  const update = api.useMutation("post", "/api/v1/quotas/{name}", { onSuccess: saved("Limit set", onClose) });
  const body = { accountId, max: Number(max) || 0, resourceVersion };
  const send = (content: object): void =>
    update.mutate({ ...AS_OPERATOR, params: { path: { name } }, body: content });
  const error = update.error as unknown;
  const aboutMax = messageAbout(error, "max");
  return (
    <Dialog isOpen onClose={onClose} title={description} width="wide">
      <FormLayout
        onSubmit={() => send(body)}
        error={aboutMax === undefined ? error : undefined}
        errorTitle="The limit was not set"
        buttons={
          <>
            <Button kind="primary" type="submit" isBusy={update.isPending}>
              Set limit
            </Button>
            {resourceVersion === "" ? null : (
              <Button onClick={() => send({ accountId, reset: true, resourceVersion })}>Reset</Button>
            )}
          </>
        }
      >
        <TextField
          label="At most"
          value={max}
          onChange={setMax}
          error={aboutMax}
          inputMode="numeric"
          autoFocus
        />
      </FormLayout>
      <ShowAs rest={{ method: "POST", path: `/api/v1/quotas/${name}`, body }} />
    </Dialog>
  );
}
