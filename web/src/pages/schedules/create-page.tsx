// Creates a schedule.
import { useNavigate } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { newRequestId } from "#api/request-id";
import { useWorkflowServiceMutation, type RequestOf } from "#api/workflow-service";
import { Button } from "#components/button";
import { ButtonLink } from "#components/button-link";
import { FormLayout } from "#components/form-layout";
import { Page } from "#components/page";
import { NamespaceShowAs } from "#components/namespace-show-as";
import { useNamespaceId } from "#hooks/use-namespace-id";
import { ScheduleFields } from "./form-fields.tsx";
import { createCommand, createRequest, EMPTY_FORM, type ScheduleForm } from "./schedule-form.ts";
import { SpecMistake } from "./spec-mistake.ts";
import { emptyRow } from "./times-row.ts";

export function ScheduleCreatePage(): ReactNode {
  const namespace = useNamespaceId();
  const navigate = useNavigate();
  const [form, setForm] = useState<ScheduleForm>({ ...EMPTY_FORM, rows: [emptyRow("calendar")] });
  const [requestId] = useState(newRequestId);
  const create = useWorkflowServiceMutation("CreateSchedule");
  const request = readRequest(form, { namespace, requestId });
  const scheduleId = form.scheduleId.trim();
  return (
    <Page title="Create schedule" width="reading">
      <FormLayout
        onSubmit={() => {
          if (typeof request === "string") return;
          create.mutate(request, {
            onSuccess: () =>
              void navigate({
                to: "/namespaces/$namespace/schedules/$scheduleId",
                params: { namespace, scheduleId },
              }),
          });
        }}
        error={create.error}
        errorTitle="The schedule was not created"
        buttons={
          <>
            <Button
              kind="primary"
              type="submit"
              isBusy={create.isPending}
              disabled={typeof request === "string" || scheduleId === ""}
            >
              Create schedule
            </Button>
            <ButtonLink kind="quiet" to="/namespaces/$namespace/schedules" params={{ namespace }}>
              Cancel
            </ButtonLink>
          </>
        }
      >
        <ScheduleFields form={form} onChange={setForm} />
      </FormLayout>
      <NamespaceShowAs
        namespace={namespace}
        path={["schedules", scheduleId]}
        body={typeof request === "string" ? {} : request}
        cli={(target) => createCommand(form, target)}
      />
    </Page>
  );
}

/** The request, or what is still wrong. */
function readRequest(
  form: ScheduleForm,
  of: { namespace: string; requestId: string },
): RequestOf<"CreateSchedule"> | string {
  try {
    return createRequest(form, of);
  } catch (error) {
    if (error instanceof SpecMistake) return error.message;
    throw error;
  }
}
