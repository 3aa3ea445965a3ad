// The mailbox of a standalone cloud. Programs that ask for it get a plain page.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "#app/root-route";

const mailboxRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/mailbox",
  component: lazyRouteComponent(() => import("./mailbox-page.tsx"), "MailboxPage"),
});

export const mailboxRoutes = [mailboxRoute] as const;
