// The LDAP gate: namespaces are made only by members of groups of a directory.
import { useState, type ReactNode } from "react";
import { api, type Schemas } from "#api/client";
import { useMay } from "#api/own-access";
import { useSaved } from "#app/use-saved";
import { Button } from "#components/button";
import { ConfirmByName } from "#components/confirm-by-name";
import { TextField } from "#components/field";
import { FormLayout } from "#components/form-layout";
import { ProblemNote } from "#components/problem-note";
import { Section } from "#components/section";
import { StatusMark } from "#components/status-mark";
import { GateForm } from "./gate-form.tsx";

type Gate = Schemas["cellplane.cloud.v1.ProvisioningGate"];

export function GatePage(): ReactNode {
  const may = useMay();
  const { data, error, isPending } = api.useQuery("get", "/api/v1/provisioning-gate");
  const gate = data?.gate;
  const isSet = (gate?.spec?.url ?? "") !== "";
  return (
    <>
      {error === null ? null : <ProblemNote title="The gate cannot be read" error={error} />}
      <Section title="Gate" text="Who may have namespaces made, beyond roles.">
        <div>
          {isSet ? (
            <StatusMark status="completed" word="Only members of a group come through" />
          ) : (
            <StatusMark status="canceled" word="Open: roles decide alone" />
          )}
        </div>
        {isSet ? <GateCheck /> : null}
      </Section>
      {may("cloud.provisioninggate.update") && !isPending ? (
        <Section title="Directory" text="Asked over LDAPS, or LDAP with StartTLS.">
          <GateForm key={gate?.resourceVersion} gate={gate} />
          {isSet ? <GatePassword hasPassword={gate?.hasBindPassword === true} /> : null}
          {isSet && gate !== undefined ? <GateDeletion gate={gate} /> : null}
        </Section>
      ) : null}
    </>
  );
}

function GateCheck(): ReactNode {
  const [email, setEmail] = useState("");
  const check = api.useMutation("post", "/api/v1/provisioning-gate/check");
  const answer = check.data;
  return (
    <FormLayout
      onSubmit={() => check.mutate({ body: { email: email.trim() } })}
      error={check.error as unknown}
      errorTitle="The directory could not be asked"
      buttons={
        <Button type="submit" isBusy={check.isPending}>
          Ask the directory
        </Button>
      }
    >
      <TextField label="Would this person come through" type="email" value={email} onChange={setEmail} />
      {answer === undefined ? null : answer.allowed === true ? (
        <StatusMark status="completed" word={`Yes, by ${answer.groupDn ?? ""}`} />
      ) : (
        <StatusMark
          status="failed"
          word={
            answer.userDn === "" ? "No: nobody there has this address" : "No: a member of none of the groups"
          }
        />
      )}
    </FormLayout>
  );
}

function GatePassword({ hasPassword }: { hasPassword: boolean }): ReactNode {
  const [bindPassword, setBindPassword] = useState("");
  const saved = useSaved("/api/v1/provisioning-gate");
  const set = api.useMutation("post", "/api/v1/provisioning-gate/password", {
    onSuccess: saved("Password kept", () => setBindPassword("")),
  });
  return (
    <FormLayout
      onSubmit={() => set.mutate({ body: { bindPassword } })}
      error={set.error as unknown}
      errorTitle="The password was not kept"
      buttons={
        <Button type="submit" isBusy={set.isPending}>
          Save password
        </Button>
      }
    >
      <TextField
        label="Password of the bind DN"
        type="password"
        autoComplete="off"
        hint={hasPassword ? "There is one. It is never shown." : "None yet."}
        value={bindPassword}
        onChange={setBindPassword}
      />
    </FormLayout>
  );
}

function GateDeletion({ gate }: { gate: Gate }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const saved = useSaved("/api/v1/provisioning-gate");
  const remove = api.useMutation("delete", "/api/v1/provisioning-gate", {
    onSuccess: saved("Gate deleted", () => setOpen(false)),
  });
  return (
    <>
      <div>
        <Button kind="danger" onClick={() => setOpen(true)}>
          Delete gate
        </Button>
      </div>
      <ConfirmByName
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title="Delete the gate"
        name={gate.spec?.url ?? ""}
        losses={["Everybody with the role for it can have namespaces made"]}
        verb="Delete gate"
        isBusy={remove.isPending}
        error={remove.error as unknown}
        onConfirm={() =>
          remove.mutate({ params: { query: { resourceVersion: gate.resourceVersion ?? "" } } })
        }
      />
    </>
  );
}
