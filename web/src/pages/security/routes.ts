// How people come in: one's own password, second factor, sessions and keys; and for the account its identity provider,
// directory, gate and policy.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "#app/frame-route";

const securityRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/security",
  staticData: { crumb: "Security" },
  component: lazyRouteComponent(() => import("./security-layout.tsx"), "SecurityLayout"),
});

const ownRoute = createRoute({
  getParentRoute: () => securityRoute,
  path: "/",
  component: lazyRouteComponent(() => import("./own-page.tsx"), "OwnSecurityPage"),
});

const keysRoute = createRoute({
  getParentRoute: () => securityRoute,
  path: "api-keys",
  staticData: { crumb: "API keys" },
  component: lazyRouteComponent(() => import("./keys-page.tsx"), "KeysPage"),
});

const singleSignOnRoute = createRoute({
  getParentRoute: () => securityRoute,
  path: "single-sign-on",
  staticData: { crumb: "Single sign-on" },
  component: lazyRouteComponent(() => import("./single-sign-on-page.tsx"), "SingleSignOnPage"),
});

const directoryRoute = createRoute({
  getParentRoute: () => securityRoute,
  path: "directory",
  staticData: { crumb: "Directory" },
  component: lazyRouteComponent(() => import("./directory-page.tsx"), "DirectoryPage"),
});

const gateRoute = createRoute({
  getParentRoute: () => securityRoute,
  path: "gate",
  staticData: { crumb: "LDAP gate" },
  component: lazyRouteComponent(() => import("./gate-page.tsx"), "GatePage"),
});

export const securityRoutes = [
  securityRoute.addChildren([ownRoute, keysRoute, singleSignOnRoute, directoryRoute, gateRoute]),
] as const;
