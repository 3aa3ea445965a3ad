// The way to the payment provider's own pages of the account.
import { ExternalLink } from "lucide-react";
import type { ReactNode } from "react";
import { api } from "#api/client";
import { Button } from "#components/button";
import { ProblemNote } from "#components/problem-note";

export function Portal(): ReactNode {
  const open = api.useMutation("post", "/api/v1/billing/portal", {
    onSuccess: ({ url = "" }) => window.location.assign(url),
  });
  return (
    <>
      <div>
        <Button
          icon={<ExternalLink />}
          isBusy={open.isPending || open.isSuccess}
          onClick={() => open.mutate({ body: {} })}
        >
          Open the payment provider's portal
        </Button>
      </div>
      {open.error === null ? null : <ProblemNote title="The portal did not open" error={open.error} />}
    </>
  );
}
