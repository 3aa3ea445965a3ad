// The ways in, for people without a session: the start, sign up, sign in, and what the links of mails lead to.
import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { sessionQuery } from "#api/session";
import { rootRoute } from "#app/root-route";
import { safePath } from "./safe-path.ts";

export interface TokenSearch {
  token?: string;
}

function tokenOf(search: Record<string, unknown>): TokenSearch {
  return typeof search["token"] === "string" ? { token: search["token"] } : {};
}

const landingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  beforeLoad: async ({ context }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's own way to redirect
    if (session !== null) throw redirect({ to: "/namespaces" });
  },
  component: lazyRouteComponent(() => import("./landing-page.tsx"), "LandingPage"),
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: (search: Record<string, unknown>): { next?: string; email?: string } => ({
    ...(typeof search["next"] === "string" && safePath(search["next"]) ? { next: search["next"] } : {}),
    ...(typeof search["email"] === "string" ? { email: search["email"] } : {}),
  }),
  component: lazyRouteComponent(() => import("./sign-in-page.tsx"), "SignInPage"),
});

const signUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-up",
  component: lazyRouteComponent(() => import("./sign-up-page.tsx"), "SignUpPage"),
});

const verifyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/verify-email",
  validateSearch: tokenOf,
  component: lazyRouteComponent(() => import("./verify-page.tsx"), "VerifyPage"),
});

const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/accept-invitation",
  validateSearch: tokenOf,
  component: lazyRouteComponent(() => import("./invitation-page.tsx"), "InvitationPage"),
});

const forgottenRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/forgotten-password",
  component: lazyRouteComponent(() => import("./forgotten-page.tsx"), "ForgottenPage"),
});

const resetRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/reset-password",
  validateSearch: tokenOf,
  component: lazyRouteComponent(() => import("./reset-page.tsx"), "ResetPage"),
});

export const entranceRoutes = [
  landingRoute,
  signInRoute,
  signUpRoute,
  verifyRoute,
  invitationRoute,
  forgottenRoute,
  resetRoute,
] as const;
