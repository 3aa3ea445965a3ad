// Types of bundle-workflows.mjs for the tests that call it.
export function bundleWorkflows(projectRoot: string, options: { withOrders: boolean }): Promise<void>;
