// The door of billing's alerts.
export { listAlerts, raiseAlert, resolveAlert, type Alert, type AlertKind } from "./alerts-store.ts";
