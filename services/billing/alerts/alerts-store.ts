// Alerts of billing: what is wrong until it is right again. At most one is open for each thing, so that a job that finds
// the same every day does not cry every day.
import type { Queryable } from "#shared/postgres";

export type AlertKind =
  | "invoice-difference"
  | "invoice-missing"
  | "meter-difference"
  | "credit-note-difference"
  /** A period that is not billed because the totals differed; its subject is the period. */
  | "closing-difference";

export interface Alert {
  alertId: string;
  accountId: string;
  kind: AlertKind;
  subject: string;
  detail: Record<string, unknown>;
  raisedAtMs: number;
  resolvedAtMs: number | undefined;
}

const ALERTS_MAX = 200;
const OPEN_ALERTS_MAX = 1_000;

/** Answers whether it was new: an alert that is open keeps its time and takes the newest detail. */
export async function raiseAlert(
  client: Queryable,
  alert: { accountId: string; kind: AlertKind; subject: string; detail: Record<string, unknown> },
): Promise<boolean> {
  const { rows } = await client.query<{ is_new: boolean }>(
    `insert into alerts (account_id, kind, subject, detail) values ($1, $2, $3, $4)
     on conflict (account_id, kind, subject) where resolved_at is null do update set detail = excluded.detail
     returning xmax = 0 as is_new`,
    [alert.accountId, alert.kind, alert.subject, JSON.stringify(alert.detail)],
  );
  return rows[0]?.is_new === true;
}

export async function resolveAlert(
  client: Queryable,
  alert: { accountId: string; kind: AlertKind; subject: string },
): Promise<void> {
  await client.query(
    `update alerts set resolved_at = now()
     where account_id = $1 and kind = $2 and subject = $3 and resolved_at is null`,
    [alert.accountId, alert.kind, alert.subject],
  );
}

interface AlertRow {
  alert_id: string;
  account_id: string;
  kind: AlertKind;
  subject: string;
  detail: Record<string, unknown>;
  raised_at: Date;
  resolved_at: Date | null;
}

/** Newest first. */
export async function listAlerts(client: Queryable, accountId: string): Promise<Alert[]> {
  const { rows } = await client.query<AlertRow>(
    `select * from alerts where account_id = $1 order by alert_id desc limit ${ALERTS_MAX}`,
    [accountId],
  );
  return rows.map(toAlert);
}

/** Of all accounts, what is wrong now; oldest first. */
export async function listOpenAlerts(client: Queryable): Promise<Alert[]> {
  const { rows } = await client.query<AlertRow>(
    `select * from alerts where resolved_at is null order by alert_id limit ${OPEN_ALERTS_MAX}`,
  );
  return rows.map(toAlert);
}

function toAlert(row: AlertRow): Alert {
  return {
    accountId: row.account_id,
    alertId: row.alert_id,
    kind: row.kind,
    subject: row.subject,
    detail: row.detail,
    raisedAtMs: row.raised_at.getTime(),
    resolvedAtMs: row.resolved_at?.getTime(),
  };
}
