// The door of the account activities for the worker.
export { accountActivities, type AccountActivities } from "./account.activities.ts";
