// Types of bundle-workflows.mjs for the tests that call it.
export function bundleWorkflows(projectRoot: string): Promise<void>;
