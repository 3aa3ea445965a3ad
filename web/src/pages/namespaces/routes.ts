// The pages of namespaces: the list, the form, and one namespace with its parts.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "#app/frame-route";

const namespacesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/namespaces",
  staticData: { crumb: "Namespaces" },
});

const listRoute = createRoute({
  getParentRoute: () => namespacesRoute,
  path: "/",
  component: lazyRouteComponent(() => import("./list-page.tsx"), "NamespaceListPage"),
});

const createNamespaceRoute = createRoute({
  getParentRoute: () => namespacesRoute,
  path: "create",
  staticData: { crumb: "Create" },
  component: lazyRouteComponent(() => import("./create-page.tsx"), "NamespaceCreatePage"),
});

/** The parent of everything inside of one namespace; other nouns' pages hang here too. */
export const namespaceRoute = createRoute({
  getParentRoute: () => namespacesRoute,
  path: "$namespace",
  staticData: { crumb: (params) => params["namespace"] ?? "" },
});

const overviewRoute = createRoute({
  getParentRoute: () => namespaceRoute,
  path: "/",
  component: lazyRouteComponent(() => import("./overview-page.tsx"), "NamespaceOverviewPage"),
});

export const namespaceRoutes = [
  namespacesRoute.addChildren([listRoute, createNamespaceRoute, namespaceRoute.addChildren([overviewRoute])]),
] as const;
