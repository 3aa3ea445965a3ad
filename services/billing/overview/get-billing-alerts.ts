// GetBillingAlerts: what is wrong now with the bills of any account, for operators.
import { listOpenAlerts, type Alert } from "#billing/alerts";
import { timestampOfMs, type cloudV1 } from "#contracts";
import type { Pool } from "#shared/postgres";

export async function getBillingAlerts(billing: Pool): Promise<cloudV1.IGetBillingAlertsResponse> {
  const alerts = await listOpenAlerts(billing);
  return { alerts: alerts.map((alert) => ({ ...alertMessage(alert), accountId: alert.accountId })) };
}

export function alertMessage(alert: Alert): cloudV1.IBillingAlert {
  return {
    kind: alert.kind,
    subject: alert.subject,
    raisedTime: timestampOfMs(alert.raisedAtMs),
    ...(alert.resolvedAtMs === undefined ? {} : { resolvedTime: timestampOfMs(alert.resolvedAtMs) }),
    detailJson: JSON.stringify(alert.detail),
  };
}
