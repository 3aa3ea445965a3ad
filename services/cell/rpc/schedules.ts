// CreateSchedule, DescribeSchedule, UpdateSchedule, PatchSchedule, DeleteSchedule, ListScheduleMatchingTimes.
import { msOfTimestamp, timestampOfMs, type temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { Engine } from "../engine.ts";
import {
  applyPatch,
  applyUpdate,
  newSchedule,
  scheduleLimits,
  type LiveSchedule,
  type ScheduleState,
} from "../schedules/index.ts";
import { validateSearchAttributes } from "../visibility/index.ts";
import { checkText, invalid } from "./lookup.ts";
import { rpc } from "./operation.ts";
import { conflictTokenOf, describedSchedule } from "./schedule-message.ts";
import { checkedSchedule, checkedScheduleId, checkNotes } from "./schedule-request.ts";

type CreateRequest = temporal.api.workflowservice.v1.ICreateScheduleRequest;
type CreateResponse = temporal.api.workflowservice.v1.ICreateScheduleResponse;
type DescribeRequest = temporal.api.workflowservice.v1.IDescribeScheduleRequest;
type DescribeResponse = temporal.api.workflowservice.v1.IDescribeScheduleResponse;
type UpdateRequest = temporal.api.workflowservice.v1.IUpdateScheduleRequest;
type PatchRequest = temporal.api.workflowservice.v1.IPatchScheduleRequest;
type DeleteRequest = temporal.api.workflowservice.v1.IDeleteScheduleRequest;
type TimesRequest = temporal.api.workflowservice.v1.IListScheduleMatchingTimesRequest;
type TimesResponse = temporal.api.workflowservice.v1.IListScheduleMatchingTimesResponse;

export const createSchedule = rpc<CreateRequest, CreateResponse>(
  "CreateSchedule",
  async (engine, request) => {
    const namespace = engine.namespaces.named(request.namespace);
    const scheduleId = checkedScheduleId(request.scheduleId);
    const requestId = request.requestId ?? "";
    if (requestId === "") throw invalid("RequestId is not set on request.");
    checkText(requestId, "RequestId");
    const schedule = checkedSchedule(engine, namespace, request.schedule);
    checkNotes(request.initialPatch);
    const now = engine.clock.now();
    const fresh = newSchedule(
      {
        ...{ namespaceId: namespace.id, scheduleId, requestId, schedule },
        incarnationId: engine.ids.uuid(),
        memo: request.memo ?? null,
        searchAttributes: validateSearchAttributes(request.searchAttributes, namespace) ?? null,
      },
      now,
    );
    const state = await engine.schedules.create(fresh, {
      apply: (created) => applyPatch(created, request.initialPatch ?? {}, now),
      bill: "create_schedule",
    });
    return { conflictToken: conflictTokenOf(state) };
  },
);

export const describeSchedule = rpc<DescribeRequest, DescribeResponse>(
  "DescribeSchedule",
  (engine, request) => engine.schedules.read(scheduleOf(engine, request), describedSchedule),
);

export const updateSchedule = rpc<UpdateRequest, object>("UpdateSchedule", async (engine, request) => {
  const namespace = engine.namespaces.named(request.namespace);
  const live = scheduleOf(engine, request);
  const schedule = checkedSchedule(engine, namespace, request.schedule);
  const searchAttributes =
    request.searchAttributes == null
      ? undefined
      : (validateSearchAttributes(request.searchAttributes, namespace) ?? {});
  const token = Buffer.from(request.conflictToken ?? []);
  await changeOnce(engine, live, {
    requestId: request.requestId ?? "",
    bill: "update_schedule",
    apply: (state, now) => {
      if (token.length > 0 && !token.equals(conflictTokenOf(state))) {
        throw new CloudError("FAILED_PRECONDITION", "mismatched conflict token");
      }
      applyUpdate(state, { schedule, searchAttributes, memo: request.memo ?? undefined }, now);
    },
  });
  return {};
});

export const patchSchedule = rpc<PatchRequest, object>("PatchSchedule", async (engine, request) => {
  const { patch } = request;
  if (patch == null) throw invalid("Patch is not set on request.");
  checkNotes(patch);
  await changeOnce(engine, scheduleOf(engine, request), {
    requestId: request.requestId ?? "",
    bill: "patch_schedule",
    apply: (state, now) => applyPatch(state, patch, now),
  });
  return {};
});

export const deleteSchedule = rpc<DeleteRequest, object>("DeleteSchedule", async (engine, request) => {
  await engine.schedules.delete(scheduleOf(engine, request), true);
  return {};
});

export const listScheduleMatchingTimes = rpc<TimesRequest, TimesResponse>(
  "ListScheduleMatchingTimes",
  (engine, request) => {
    const from = msOfTimestamp(request.startTime);
    const until = msOfTimestamp(request.endTime);
    if (from === undefined || until === undefined) throw invalid("missing or invalid query");
    return engine.schedules.read(scheduleOf(engine, request), ({ spec }) => ({
      startTime: spec.between(from, until, scheduleLimits.matchingTimesMax).map(timestampOfMs),
    }));
  },
);

function scheduleOf(
  engine: Engine,
  request: { namespace?: string | null; scheduleId?: string | null },
): LiveSchedule {
  const { id } = engine.namespaces.named(request.namespace);
  return engine.schedules.find({ namespaceId: id, scheduleId: checkedScheduleId(request.scheduleId) });
}

interface RequestedChange {
  requestId: string;
  bill: "update_schedule" | "patch_schedule";
  apply: (state: ScheduleState, now: number) => void;
}

/** A request that comes again with its id changes nothing and costs nothing. */
async function changeOnce(engine: Engine, live: LiveSchedule, change: RequestedChange): Promise<void> {
  const { requestId, bill, apply } = change;
  checkText(requestId, "RequestId");
  if (requestId !== "" && (await engine.schedules.read(live, isKnown(requestId)))) return;
  await engine.schedules.change(live, {
    bill,
    apply: (state, now) => {
      apply(state, now);
      if (requestId === "") return;
      state.requestIds = [...state.requestIds, requestId].slice(-scheduleLimits.rememberedRequestsMax);
    },
  });
}

function isKnown(requestId: string): (live: LiveSchedule) => boolean {
  return ({ state }) => state.requestIds.includes(requestId);
}
