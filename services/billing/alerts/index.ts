// The door of billing's alerts.
export {
  listAlerts,
  listOpenAlerts,
  raiseAlert,
  resolveAlert,
  type Alert,
  type AlertKind,
} from "./alerts-store.ts";
