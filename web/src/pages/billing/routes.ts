// The pages of billing: what the account owes, pays by, and how that is proven.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "#app/frame-route";

const billingRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/billing",
  staticData: { crumb: "Billing" },
});

/** Title and tabs are around these; an invoice has a title of its own. */
const partsRoute = createRoute({
  getParentRoute: () => billingRoute,
  id: "parts",
  component: lazyRouteComponent(() => import("./billing-layout.tsx"), "BillingLayout"),
});

const overviewRoute = createRoute({
  getParentRoute: () => partsRoute,
  path: "/",
  component: lazyRouteComponent(() => import("./overview-page.tsx"), "BillingOverviewPage"),
});

const invoicesRoute = createRoute({
  getParentRoute: () => partsRoute,
  path: "invoices",
  staticData: { crumb: "Invoices" },
  component: lazyRouteComponent(() => import("./invoice-list-page.tsx"), "InvoiceListPage"),
});

const budgetRoute = createRoute({
  getParentRoute: () => partsRoute,
  path: "budget",
  staticData: { crumb: "Budget and alerts" },
  component: lazyRouteComponent(() => import("./budget-page.tsx"), "BudgetPage"),
});

const paymentRoute = createRoute({
  getParentRoute: () => partsRoute,
  path: "payment",
  staticData: { crumb: "Payment" },
  component: lazyRouteComponent(() => import("./payment-page.tsx"), "PaymentPage"),
});

const planRoute = createRoute({
  getParentRoute: () => partsRoute,
  path: "plan",
  staticData: { crumb: "Plan and prices" },
  component: lazyRouteComponent(() => import("./plan-page.tsx"), "PlanPage"),
});

const creditsRoute = createRoute({
  getParentRoute: () => partsRoute,
  path: "credits",
  staticData: { crumb: "Credits" },
  component: lazyRouteComponent(() => import("./credits-page.tsx"), "CreditsPage"),
});

const proofRoute = createRoute({
  getParentRoute: () => partsRoute,
  path: "proof",
  staticData: { crumb: "Proof" },
  component: lazyRouteComponent(() => import("./proof-page.tsx"), "ProofPage"),
});

const invoiceRoute = createRoute({
  getParentRoute: () => billingRoute,
  path: "invoices/$invoiceId",
  staticData: { crumb: (params) => params["invoiceId"] ?? "" },
  component: lazyRouteComponent(() => import("./invoice-page.tsx"), "InvoicePage"),
});

const parts = partsRoute.addChildren([
  overviewRoute,
  invoicesRoute,
  budgetRoute,
  paymentRoute,
  planRoute,
  creditsRoute,
  proofRoute,
]);

export const billingRoutes = [billingRoute.addChildren([parts, invoiceRoute])] as const;
