// The pages of namespaces: the list, the form, and one namespace with its parts.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "#app/frame-route";

export const namespacesRoute = createRoute({
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

/** The namespace's own parts: its title and tabs are around them. */
const partsRoute = createRoute({
  getParentRoute: () => namespaceRoute,
  id: "parts",
  component: lazyRouteComponent(() => import("./namespace-layout.tsx"), "NamespaceLayout"),
});

const overviewRoute = createRoute({
  getParentRoute: () => partsRoute,
  path: "/",
  component: lazyRouteComponent(() => import("./overview-page.tsx"), "NamespaceOverviewPage"),
});

const connectRoute = createRoute({
  getParentRoute: () => partsRoute,
  path: "connect",
  staticData: { crumb: "Connect" },
  component: lazyRouteComponent(() => import("./connect-page.tsx"), "NamespaceConnectPage"),
});

const certificatesRoute = createRoute({
  getParentRoute: () => partsRoute,
  path: "certificates",
  staticData: { crumb: "Certificates" },
  component: lazyRouteComponent(() => import("./certificates-page.tsx"), "NamespaceCertificatesPage"),
});

const apiKeysRoute = createRoute({
  getParentRoute: () => partsRoute,
  path: "api-keys",
  staticData: { crumb: "API keys" },
  component: lazyRouteComponent(() => import("./api-keys-page.tsx"), "NamespaceApiKeysPage"),
});

const searchAttributesRoute = createRoute({
  getParentRoute: () => partsRoute,
  path: "search-attributes",
  staticData: { crumb: "Search attributes" },
  component: lazyRouteComponent(() => import("./search-attributes-page.tsx"), "SearchAttributesPage"),
});

const accessRoute = createRoute({
  getParentRoute: () => partsRoute,
  path: "access",
  staticData: { crumb: "Access" },
  component: lazyRouteComponent(() => import("./access-page.tsx"), "NamespaceAccessPage"),
});

const networkRoute = createRoute({
  getParentRoute: () => partsRoute,
  path: "capacity",
  staticData: { crumb: "Capacity and network" },
  component: lazyRouteComponent(() => import("./capacity-page.tsx"), "NamespaceCapacityPage"),
});

const exportRoute = createRoute({
  getParentRoute: () => partsRoute,
  path: "export",
  staticData: { crumb: "Export" },
  component: lazyRouteComponent(() => import("./export-page.tsx"), "NamespaceExportPage"),
});

const settingsRoute = createRoute({
  getParentRoute: () => partsRoute,
  path: "settings",
  staticData: { crumb: "Settings" },
  component: lazyRouteComponent(() => import("./settings-page.tsx"), "NamespaceSettingsPage"),
});

/** One namespace's own pages. */
export const namespaceParts = partsRoute.addChildren([
  overviewRoute,
  connectRoute,
  certificatesRoute,
  apiKeysRoute,
  searchAttributesRoute,
  accessRoute,
  networkRoute,
  exportRoute,
  settingsRoute,
]);

/** What is not inside of one namespace. */
export const namespaceListRoutes = [listRoute, createNamespaceRoute] as const;
