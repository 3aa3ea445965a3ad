// Asks for a billing report. A job makes it; the operation ends with it.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { mutate, type OperationRow } from "#domain/operations";
import { readReportSpec } from "./read-report-spec.ts";

type Request = temporal.api.cloud.cloudservice.v1.ICreateBillingReportRequest;

export async function createBillingReport(
  context: DomainContext,
  request: Request,
): Promise<{ reportId: string; operation: OperationRow }> {
  const { operation } = await mutate(
    context,
    {
      action: "cloud.billingreport.create",
      operationType: "CreateBillingReport",
      operationId: request.asyncOperationId,
      request: {
        typeName: "temporal.api.cloud.cloudservice.v1.CreateBillingReportRequest",
        message: request,
      },
      resourceType: "billingreport",
    },
    async (tx, asyncOperationId) => {
      const input = readReportSpec(request.spec, context.clock.now());
      const id = context.ids.uuid();
      const [startAt, endAt] = [new Date(input.startMs), new Date(input.endMs)];
      const { granularity, description, linkSeconds } = input;
      const now = new Date(context.clock.now());
      await tx.billingReport.create({
        data: {
          ...{ id, accountId: context.actor.accountId, state: "IN_PROGRESS", startAt, endAt },
          ...{ granularity, description, linkSeconds, asyncOperationId },
          leasedUntil: now,
          requestedAt: now,
        },
      });
      return {
        resourceId: id,
        after: { start: startAt.toISOString(), end: endAt.toISOString(), granularity, description },
        isDoneByJob: true,
      };
    },
  );
  await context.jobs.wake("reports");
  return { reportId: operation.resourceId, operation };
}
