// The pages of people, groups, service accounts and roles: lists with tabs, and one page for each of them.
import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { frameRoute } from "#app/frame-route";

const peopleRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/people",
  staticData: { crumb: "People and access" },
});

const indexRoute = createRoute({
  getParentRoute: () => peopleRoute,
  path: "/",
  beforeLoad: () => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's own way to redirect
    throw redirect({ to: "/people/users" });
  },
});

const listsRoute = createRoute({
  getParentRoute: () => peopleRoute,
  id: "lists",
  component: lazyRouteComponent(() => import("./people-layout.tsx"), "PeopleLayout"),
});

const usersRoute = createRoute({
  getParentRoute: () => listsRoute,
  path: "users",
  staticData: { crumb: "Users" },
  component: lazyRouteComponent(() => import("./users-page.tsx"), "UsersPage"),
});

const groupsRoute = createRoute({
  getParentRoute: () => listsRoute,
  path: "groups",
  staticData: { crumb: "Groups" },
  component: lazyRouteComponent(() => import("./groups-page.tsx"), "GroupsPage"),
});

const serviceAccountsRoute = createRoute({
  getParentRoute: () => listsRoute,
  path: "service-accounts",
  staticData: { crumb: "Service accounts" },
  component: lazyRouteComponent(() => import("./service-accounts-page.tsx"), "ServiceAccountsPage"),
});

const rolesRoute = createRoute({
  getParentRoute: () => listsRoute,
  path: "roles",
  staticData: { crumb: "Custom roles" },
  component: lazyRouteComponent(() => import("./roles-page.tsx"), "RolesPage"),
});

const previewRoute = createRoute({
  getParentRoute: () => listsRoute,
  path: "preview",
  staticData: { crumb: "Who may do what" },
  component: lazyRouteComponent(() => import("./preview-page.tsx"), "PreviewPage"),
});

const userRoute = createRoute({
  getParentRoute: () => peopleRoute,
  path: "users/$userId",
  staticData: { crumb: (params) => params["userId"] ?? "" },
  component: lazyRouteComponent(() => import("./user-page.tsx"), "UserPage"),
});

const groupRoute = createRoute({
  getParentRoute: () => peopleRoute,
  path: "groups/$groupId",
  staticData: { crumb: (params) => params["groupId"] ?? "" },
  component: lazyRouteComponent(() => import("./group-page.tsx"), "GroupPage"),
});

const serviceAccountRoute = createRoute({
  getParentRoute: () => peopleRoute,
  path: "service-accounts/$serviceAccountId",
  staticData: { crumb: (params) => params["serviceAccountId"] ?? "" },
  component: lazyRouteComponent(() => import("./service-account-page.tsx"), "ServiceAccountPage"),
});

const roleRoute = createRoute({
  getParentRoute: () => peopleRoute,
  path: "roles/$roleId",
  staticData: { crumb: (params) => params["roleId"] ?? "" },
  component: lazyRouteComponent(() => import("./role-page.tsx"), "RolePage"),
});

export const peopleRoutes = [
  peopleRoute.addChildren([
    indexRoute,
    listsRoute.addChildren([usersRoute, groupsRoute, serviceAccountsRoute, rolesRoute, previewRoute]),
    userRoute,
    groupRoute,
    serviceAccountRoute,
    roleRoute,
  ]),
] as const;
