// Puts a new API key in the place of one that works; the old one lives on for a while, so that clients can change over.
import { useState, type ReactNode } from "react";
import type { ApiKey } from "#api/api-keys";
import { api } from "#api/client";
import { now } from "#hooks/use-now";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { FormLayout } from "./form-layout.tsx";
import { OnceShown } from "./once-shown.tsx";
import { SelectField } from "./select-field.tsx";
import { ShowAs } from "./show-as.tsx";

const OVERLAPS = [
  { value: "3600s", label: "1 hour" },
  { value: "86400s", label: "1 day" },
  { value: "604800s", label: "7 days" },
  { value: "2592000s", label: "30 days" },
] as const;
const LIFETIME_MS = 90 * 86_400_000;

interface Props {
  apiKey: ApiKey;
  onDone: () => unknown;
  onClose: () => void;
}

export function KeyRotation({ apiKey, onDone, onClose }: Props): ReactNode {
  const { id = "", resourceVersion = "", spec } = apiKey;
  const [overlap, setOverlap] = useState<(typeof OVERLAPS)[number]["value"]>("86400s");
  const [expiryTime] = useState(() => new Date(now() + LIFETIME_MS).toISOString());
  const rotate = api.useMutation("post", "/api/v1/api-keys/{key_id}/rotate", { onSuccess: onDone });
  const name = spec?.displayName ?? "";
  const body = { resourceVersion, overlap, expiryTime };
  const token = rotate.data?.token;
  return (
    <Dialog isOpen onClose={onClose} title={`Rotate ${name}`} width="wide">
      {token === undefined ? (
        <>
          <FormLayout
            onSubmit={() => rotate.mutate({ params: { path: { key_id: id } }, body })}
            error={rotate.error as unknown}
            errorTitle="The key was not rotated"
            buttons={
              <Button kind="primary" type="submit" isBusy={rotate.isPending}>
                Rotate key
              </Button>
            }
          >
            <p>The new key ends in 90 days. The old one goes on working for a while.</p>
            <SelectField label="Old key works for" choices={OVERLAPS} value={overlap} onChange={setOverlap} />
          </FormLayout>
          <ShowAs rest={{ method: "POST", path: `/api/v1/api-keys/${id}/rotate`, body }} />
        </>
      ) : (
        <OnceShown title={name} secret={token} label="Copy the key" />
      )}
    </Dialog>
  );
}
