// All pages. A noun's pages are in pages/<noun>/routes.ts; here is the one list of them.
import type { QueryClient } from "@tanstack/react-query";
import { createRouter } from "@tanstack/react-router";
import { approvalRoutes } from "../pages/approvals/routes.ts";
import { auditRoutes } from "../pages/audit/routes.ts";
import { batchRoutes } from "../pages/batches/routes.ts";
import { deploymentRoutes } from "../pages/deployments/routes.ts";
import { billingRoutes } from "../pages/billing/routes.ts";
import { entranceRoutes } from "../pages/entrance/routes.ts";
import { guideRoutes } from "../pages/guides/routes.ts";
import { limitRoutes } from "../pages/limits/routes.ts";
import { mailboxRoutes } from "../pages/mailbox/routes.ts";
import {
  namespaceListRoutes,
  namespaceParts,
  namespaceRoute,
  namespacesRoute,
} from "../pages/namespaces/routes.ts";
import { networkRoutes } from "../pages/network/routes.ts";
import { nexusRoutes } from "../pages/nexus/routes.ts";
import { operatorRoutes } from "../pages/operator/routes.ts";
import { peopleRoutes } from "../pages/people/routes.ts";
import { projectRoutes } from "../pages/projects/routes.ts";
import { scheduleRoutes } from "../pages/schedules/routes.ts";
import { securityRoutes } from "../pages/security/routes.ts";
import { usageRoutes } from "../pages/usage/routes.ts";
import { workflowEntryRoutes, workflowRoutes } from "../pages/workflows/routes.ts";
import { taskQueueRoutes } from "../pages/task-queues/routes.ts";
import { frameRoute } from "./frame-route.ts";
import { rootRoute } from "./root-route.ts";

const routeTree = rootRoute.addChildren([
  ...entranceRoutes,
  ...mailboxRoutes,
  frameRoute.addChildren([
    // Other nouns' pages inside of one namespace are children of namespaceRoute, beside its own parts.
    namespacesRoute.addChildren([
      ...namespaceListRoutes,
      namespaceRoute.addChildren([
        namespaceParts,
        ...workflowRoutes,
        ...scheduleRoutes,
        ...taskQueueRoutes,
        ...deploymentRoutes,
        ...batchRoutes,
      ]),
    ]),
    ...nexusRoutes,
    ...peopleRoutes,
    ...securityRoutes,
    ...approvalRoutes,
    ...auditRoutes,
    ...projectRoutes,
    ...networkRoutes,
    ...limitRoutes,
    ...workflowEntryRoutes,
    ...usageRoutes,
    ...billingRoutes,
    ...operatorRoutes,
    ...guideRoutes,
  ]),
]);

const PRELOAD_DELAY_MS = 40;

export function createConsoleRouter(queryClient: QueryClient): ConsoleRouter {
  return makeRouter(queryClient);
}

function makeRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    // Pages are there before the click: their code is fetched when the pointer comes near.
    defaultPreload: "intent",
    defaultPreloadDelay: PRELOAD_DELAY_MS,
    // The data's age is react-query's business.
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
  });
}

export type ConsoleRouter = ReturnType<typeof makeRouter>;

declare module "@tanstack/react-router" {
  interface Register {
    router: ConsoleRouter;
  }
}
