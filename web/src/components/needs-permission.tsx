// What stands in place of a page that the person may not see: which role it takes, and who can give it.
import type { ReactNode } from "react";
import { useAccess } from "#api/own-access";
import { EmptyState } from "./empty-state.tsx";
import { Skeleton } from "./skeleton.tsx";

interface Props {
  /** "cloud.billing.get" */
  permission: string;
  /** "Finance Admin or Account Owner" */
  roles: string;
  /** "Billing" */
  what: string;
  children: ReactNode;
}

export function NeedsPermission({ permission, roles, what, children }: Props): ReactNode {
  const { may, isKnown, error } = useAccess();
  // Without an answer the page's own calls say what is wrong.
  if (may(permission) || error !== null) return children;
  if (!isKnown) return <Skeleton lines={6} />;
  return (
    <EmptyState
      title={`${what} is not part of your role`}
      text={`It takes the role ${roles}. An account owner can give it to you.`}
    />
  );
}
