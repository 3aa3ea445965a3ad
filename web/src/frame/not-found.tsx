// An address that names nothing.
import type { ReactNode } from "react";
import { ButtonLink } from "#components/button-link";
import { EmptyState } from "#components/empty-state";
import { Page } from "#components/page";

export function NotFound(): ReactNode {
  return (
    <Page title="Nothing here">
      <EmptyState
        title="This address leads nowhere"
        text="What it named may have been deleted, or the address has a typing error."
        action={<ButtonLink to="/">Go to the start</ButtonLink>}
      />
    </Page>
  );
}
