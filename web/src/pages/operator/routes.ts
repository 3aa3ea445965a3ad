// The operator area: the installation's own staff, behind a door of its own.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "#app/frame-route";

const operatorRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/operator",
  staticData: { crumb: "Operator area" },
  component: lazyRouteComponent(() => import("./operator-layout.tsx"), "OperatorLayout"),
});

const overviewRoute = createRoute({
  getParentRoute: () => operatorRoute,
  path: "/",
  component: lazyRouteComponent(() => import("./installation-page.tsx"), "InstallationPage"),
});

const cellsRoute = createRoute({
  getParentRoute: () => operatorRoute,
  path: "cells",
  staticData: { crumb: "Cells" },
  component: lazyRouteComponent(() => import("./cells-page.tsx"), "CellsPage"),
});

const workRoute = createRoute({
  getParentRoute: () => operatorRoute,
  path: "work",
  staticData: { crumb: "Work" },
  component: lazyRouteComponent(() => import("./work-page.tsx"), "WorkPage"),
});

const workStepsRoute = createRoute({
  getParentRoute: () => operatorRoute,
  path: "work/$accountId/$operationId",
  staticData: { crumb: (params) => params["operationId"] ?? "" },
  component: lazyRouteComponent(() => import("./steps-page.tsx"), "StepsPage"),
});

const regionsRoute = createRoute({
  getParentRoute: () => operatorRoute,
  path: "regions",
  staticData: { crumb: "Regions" },
  component: lazyRouteComponent(() => import("./regions-page.tsx"), "RegionsPage"),
});

const quotasRoute = createRoute({
  getParentRoute: () => operatorRoute,
  path: "limits",
  staticData: { crumb: "Limits" },
  component: lazyRouteComponent(() => import("./quotas-page.tsx"), "QuotasPage"),
});

export const operatorRoutes = [
  operatorRoute.addChildren([
    overviewRoute,
    cellsRoute,
    workRoute,
    workStepsRoute,
    regionsRoute,
    quotasRoute,
  ]),
] as const;
