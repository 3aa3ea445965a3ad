// The operator area: entering it, and what it shows.
import { timestampOfMs, type cloudV1 } from "#contracts";
import { listOpenAlerts } from "#billing/alerts";
import {
  enterOperatorArea,
  getInstallation,
  getOperatorAccess,
  getProvisioning,
  getProvisionings,
  leaveOperatorArea,
} from "#domain/operators";
import { operation, type Operation } from "./operation.ts";

const SERVICE = "cellplane.cloud.v1.OperatorService";

export const operatorOperations: Operation[] = [
  operation<object, cloudV1.IGetOperatorAccessResponse>({
    rpc: `${SERVICE}/GetOperatorAccess`,
    permission: "cloud.session.get",
    run: (context) => getOperatorAccess(context, context.sessionId),
  }),
  operation<cloudV1.IEnterOperatorAreaRequest, cloudV1.IEnterOperatorAreaResponse>({
    rpc: `${SERVICE}/EnterOperatorArea`,
    permission: "cloud.session.update",
    run: (context, { currentPassword, code }) =>
      enterOperatorArea(context, {
        ...{ password: currentPassword ?? "", code: code ?? "" },
        sessionId: context.sessionId,
      }),
  }),
  operation<object, cloudV1.ILeaveOperatorAreaResponse>({
    rpc: `${SERVICE}/LeaveOperatorArea`,
    permission: "cloud.session.update",
    run: async (context) => {
      await leaveOperatorArea(context, context.sessionId);
      return {};
    },
  }),
  operation<object, cloudV1.IGetInstallationResponse>({
    rpc: `${SERVICE}/GetInstallation`,
    permission: "cloud.installation.get",
    run: async (context) => {
      const [facts, billing] = await Promise.all([
        getInstallation(context, context.cells),
        listOpenAlerts(context.billing),
      ]);
      const alerts = billing.map(({ kind, subject, accountId, detail, raisedAtMs }) => ({
        ...{ kind, subject, accountId, text: JSON.stringify(detail) },
        sinceTime: timestampOfMs(raisedAtMs),
      }));
      return { ...facts, alerts: [...(facts.alerts ?? []), ...alerts] };
    },
  }),
  operation<cloudV1.IGetProvisioningsRequest, cloudV1.IGetProvisioningsResponse>({
    rpc: `${SERVICE}/GetProvisionings`,
    permission: "cloud.provisioning.list",
    run: (context, request) => getProvisionings(context, request),
  }),
  operation<cloudV1.IGetProvisioningRequest, cloudV1.IGetProvisioningResponse>({
    rpc: `${SERVICE}/GetProvisioning`,
    permission: "cloud.provisioning.get",
    run: (context, request) =>
      getProvisioning(context, request, (workflowId) => context.readRun(workflowId, context.signal)),
  }),
];
