// The audit trail of the account, and where it is delivered to.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "#app/frame-route";

const auditRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/audit",
  staticData: { crumb: "Audit log" },
  component: lazyRouteComponent(() => import("./audit-layout.tsx"), "AuditLayout"),
});

const trailRoute = createRoute({
  getParentRoute: () => auditRoute,
  path: "/",
  component: lazyRouteComponent(() => import("./trail-page.tsx"), "AuditTrailPage"),
});

const sinksRoute = createRoute({
  getParentRoute: () => auditRoute,
  path: "sinks",
  staticData: { crumb: "Sinks" },
  component: lazyRouteComponent(() => import("./sinks-page.tsx"), "AuditSinksPage"),
});

export const auditRoutes = [auditRoute.addChildren([trailRoute, sinksRoute])] as const;
