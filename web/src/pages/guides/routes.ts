// The guides: how the product is used, served with it.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "#app/frame-route";

const guidesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/guides",
  staticData: { crumb: "Guides" },
});

const listRoute = createRoute({
  getParentRoute: () => guidesRoute,
  path: "/",
  component: lazyRouteComponent(() => import("./guides-page.tsx"), "GuidesPage"),
});

const guideRoute = createRoute({
  getParentRoute: () => guidesRoute,
  path: "$slug",
  staticData: { crumb: (params) => params["slug"] ?? "" },
  component: lazyRouteComponent(() => import("./guide-page.tsx"), "GuidePage"),
});

export const guideRoutes = [guidesRoute.addChildren([listRoute, guideRoute])] as const;
