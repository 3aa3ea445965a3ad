// A page that could not be shown: what went wrong, and another try.
import { useRouter, type ErrorComponentProps } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Page } from "#components/page";
import { ProblemNote } from "#components/problem-note";

export function PageFailed({ error, reset }: ErrorComponentProps): ReactNode {
  const router = useRouter();
  return (
    <Page title="This page could not be shown" width="reading">
      <ProblemNote
        title="Something went wrong"
        error={error}
        onRetry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </Page>
  );
}
