// The pages of usage: what was used, what it costs by any group, and what the namespaces may use.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "#app/frame-route";

/** What the address keeps, so that a view can be sent to somebody. */
export interface UsageSearch {
  /** "last 30d" */
  range?: string | undefined;
  period?: "hour" | "day" | "month" | undefined;
  /** "namespace", "tag:team" */
  group?: string | undefined;
  namespace?: string | undefined;
}

function usageSearch(search: Record<string, unknown>): UsageSearch {
  const text = (name: string) => (typeof search[name] === "string" ? { [name]: search[name] } : {});
  const period = (["hour", "day", "month"] as const).find((each) => each === search["period"]);
  return {
    ...text("range"),
    ...text("group"),
    ...text("namespace"),
    ...(period === undefined ? {} : { period }),
  };
}

const usageRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/usage",
  staticData: { crumb: "Usage" },
  validateSearch: usageSearch,
  component: lazyRouteComponent(() => import("./usage-layout.tsx"), "UsageLayout"),
});

const reportRoute = createRoute({
  getParentRoute: () => usageRoute,
  path: "/",
  component: lazyRouteComponent(() => import("./report-page.tsx"), "UsageReportPage"),
});

const costsRoute = createRoute({
  getParentRoute: () => usageRoute,
  path: "costs",
  staticData: { crumb: "Costs" },
  component: lazyRouteComponent(() => import("./costs-page.tsx"), "UsageCostsPage"),
});

const limitsRoute = createRoute({
  getParentRoute: () => usageRoute,
  path: "limits",
  staticData: { crumb: "Limits" },
  component: lazyRouteComponent(() => import("./limits-page.tsx"), "UsageLimitsPage"),
});

export const usageRoutes = [usageRoute.addChildren([reportRoute, costsRoute, limitsRoute])] as const;
