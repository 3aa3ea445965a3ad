// Projects: namespaces and what belongs to them, kept together, with access of their own.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "#app/frame-route";

const projectsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/projects",
  staticData: { crumb: "Projects" },
});

const listRoute = createRoute({
  getParentRoute: () => projectsRoute,
  path: "/",
  component: lazyRouteComponent(() => import("./projects-page.tsx"), "ProjectsPage"),
});

const projectRoute = createRoute({
  getParentRoute: () => projectsRoute,
  path: "$projectId",
  staticData: { crumb: (params) => params["projectId"] ?? "" },
  component: lazyRouteComponent(() => import("./project-page.tsx"), "ProjectPage"),
});

export const projectRoutes = [projectsRoute.addChildren([listRoute, projectRoute])] as const;
