// The door of accounts for the workflows process.
export { accountActivities, type AccountActivities } from "./account.activities.ts";
export { startActivationRetries } from "./start-activation-retries.ts";
