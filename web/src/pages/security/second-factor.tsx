// Whether one has a second factor; turning it on in three steps, and off.
import { useState, type ReactNode } from "react";
import { api } from "#api/client";
import { useSaved } from "#app/use-saved";
import { Button } from "#components/button";
import { Dialog } from "#components/dialog";
import { TextField } from "#components/field";
import { FormLayout } from "#components/form-layout";
import { StatusMark } from "#components/status-mark";
import { SecondFactorSetup } from "./second-factor-setup.tsx";

type Open = "nothing" | "setup" | "removal";

export function SecondFactor(): ReactNode {
  const [open, setOpen] = useState<Open>("nothing");
  const { data } = api.useQuery("get", "/api/v1/second-factor");
  const isActive = data?.active === true;
  const close = (): void => setOpen("nothing");
  return (
    <>
      <div>
        {isActive ? (
          <StatusMark
            status="completed"
            word={`On, ${String(data.recoveryCodesLeft ?? 0)} recovery codes left`}
          />
        ) : (
          <StatusMark status="canceled" word="Off" />
        )}
      </div>
      <div>
        {isActive ? (
          <Button onClick={() => setOpen("removal")}>Turn off</Button>
        ) : (
          <Button kind="primary" onClick={() => setOpen("setup")}>
            Set up second factor
          </Button>
        )}
      </div>
      <Dialog isOpen={open === "setup"} onClose={close} title="Set up second factor" width="wide">
        <SecondFactorSetup onClose={close} />
      </Dialog>
      <Dialog isOpen={open === "removal"} onClose={close} title="Turn off second factor">
        <Removal onDone={close} />
      </Dialog>
    </>
  );
}

function Removal({ onDone }: { onDone: () => void }): ReactNode {
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const saved = useSaved("/api/v1/second-factor", "/api/v1/sessions");
  const remove = api.useMutation("post", "/api/v1/second-factor/remove", {
    onSuccess: saved("Second factor turned off", onDone),
  });
  return (
    <FormLayout
      onSubmit={() => remove.mutate({ body: { currentPassword: password, code } })}
      error={remove.error as unknown}
      errorTitle="It stays on"
      buttons={
        <Button kind="danger" type="submit" isBusy={remove.isPending}>
          Turn off
        </Button>
      }
    >
      <TextField
        label="Password"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        autoFocus
      />
      <TextField
        label="Code"
        hint="From your authenticator app, or a recovery code."
        autoComplete="one-time-code"
        value={code}
        onChange={setCode}
        isMono
      />
    </FormLayout>
  );
}
