// Changes a schedule. What the form does not show stays; a change that came between makes this one fail.
import { useNavigate } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { newRequestId } from "#api/request-id";
import { useWorkflowServiceMutation, type ResponseOf } from "#api/workflow-service";
import { say } from "#app/toasts";
import { Button } from "#components/button";
import { ButtonLink } from "#components/button-link";
import { FormLayout } from "#components/form-layout";
import { Page } from "#components/page";
import { ProblemNote } from "#components/problem-note";
import { NamespaceShowAs } from "#components/namespace-show-as";
import { Skeleton } from "#components/skeleton";
import { ScheduleFields } from "./form-fields.tsx";
import type { Schedule } from "./schedule-facts.ts";
import { createCommand, formOf, scheduleOf, type ScheduleForm } from "./schedule-form.ts";
import { SpecMistake } from "./spec-mistake.ts";
import { useSchedule } from "./use-schedule.ts";

export function ScheduleEditPage(): ReactNode {
  const { namespace, scheduleId, described, error, refetch } = useSchedule();
  return (
    <Page title={`Edit ${scheduleId}`} width="reading">
      {error === null ? null : (
        <ProblemNote title="The schedule cannot be read" error={error} onRetry={refetch} />
      )}
      {described === undefined ? (
        error === null ? (
          <Skeleton lines={8} />
        ) : null
      ) : (
        // What somebody else changes meanwhile does not overwrite what is typed here: saving is refused then.
        <EditForm namespace={namespace} scheduleId={scheduleId} described={described} />
      )}
    </Page>
  );
}

function EditForm(props: {
  namespace: string;
  scheduleId: string;
  described: ResponseOf<"DescribeSchedule">;
}): ReactNode {
  const { namespace, scheduleId } = props;
  const navigate = useNavigate();
  const [begun] = useState(props.described);
  const [requestId] = useState(newRequestId);
  const before = begun.schedule ?? {};
  const [form, setForm] = useState(() => formOf(scheduleId, before));
  const update = useWorkflowServiceMutation("UpdateSchedule");
  const schedule = readSchedule(form, before);
  const request = {
    ...{ namespace, scheduleId, requestId },
    ...(schedule === undefined ? {} : { schedule }),
    ...(begun.conflictToken === undefined ? {} : { conflictToken: begun.conflictToken }),
  };
  const toSchedule = {
    to: "/namespaces/$namespace/schedules/$scheduleId",
    params: { namespace, scheduleId },
  } as const;
  return (
    <>
      <FormLayout
        onSubmit={() => {
          if (schedule === undefined) return;
          update.mutate(request, {
            onSuccess: () => {
              say("Schedule changed");
              void navigate(toSchedule);
            },
          });
        }}
        error={update.error}
        errorTitle="The schedule was not changed"
        buttons={
          <>
            <Button kind="primary" type="submit" isBusy={update.isPending} disabled={schedule === undefined}>
              Save schedule
            </Button>
            <ButtonLink kind="quiet" {...toSchedule}>
              Cancel
            </ButtonLink>
          </>
        }
      >
        <ScheduleFields form={form} onChange={setForm} before={before.spec ?? {}} />
      </FormLayout>
      <NamespaceShowAs
        namespace={namespace}
        path={["schedules", scheduleId, "update"]}
        body={request}
        cli={(target) => createCommand(form, target).replace("schedule create", "schedule update")}
      />
    </>
  );
}

/** Undefined while the form is no schedule: the preview says why. */
function readSchedule(form: ScheduleForm, before: Schedule): Schedule | undefined {
  try {
    return scheduleOf(form, before);
  } catch (error) {
    if (error instanceof SpecMistake) return undefined;
    throw error;
  }
}
