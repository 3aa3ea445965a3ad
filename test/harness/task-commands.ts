// Commands as workers send them, for tests of the workflow core.
import { temporal } from "#contracts";

type Command = temporal.api.command.v1.ICommand;
type Attributes<Key extends keyof Command> = NonNullable<Command[Key]>;
const { CommandType } = temporal.api.enums.v1;

/** A payload as SDKs encode JSON. */
export function payload(value: unknown): temporal.api.common.v1.IPayload {
  return { metadata: { encoding: Buffer.from("json/plain") }, data: Buffer.from(JSON.stringify(value)) };
}

export function payloads(...values: unknown[]): temporal.api.common.v1.IPayloads {
  return { payloads: values.map(payload) };
}

/** What JSON payloads say. */
export function valuesOf(list: temporal.api.common.v1.IPayloads | null | undefined): unknown[] {
  return (list?.payloads ?? []).map(({ data }) => JSON.parse(Buffer.from(data ?? []).toString()) as unknown);
}

export function duration(ms: number): { seconds: Long; nanos: number } {
  // The codec takes plain numbers for 64-bit fields.
  return { seconds: Math.floor(ms / 1000) as unknown as Long, nanos: (ms % 1000) * 1_000_000 };
}
type Long = NonNullable<
  NonNullable<Attributes<"startTimerCommandAttributes">["startToFireTimeout"]>["seconds"]
>;

export function scheduleActivity(
  activityId: string,
  more: Attributes<"scheduleActivityTaskCommandAttributes"> = {},
): Command {
  return {
    commandType: CommandType.COMMAND_TYPE_SCHEDULE_ACTIVITY_TASK,
    scheduleActivityTaskCommandAttributes: {
      activityId,
      activityType: { name: "charge" },
      taskQueue: { name: "orders" },
      startToCloseTimeout: duration(10_000),
      input: payloads(activityId),
      ...more,
    },
  };
}

export function cancelActivity(scheduledEventId: number): Command {
  return {
    commandType: CommandType.COMMAND_TYPE_REQUEST_CANCEL_ACTIVITY_TASK,
    requestCancelActivityTaskCommandAttributes: { scheduledEventId: scheduledEventId as unknown as Long },
  };
}

export function startTimer(timerId: string, ms: number): Command {
  return {
    commandType: CommandType.COMMAND_TYPE_START_TIMER,
    startTimerCommandAttributes: { timerId, startToFireTimeout: duration(ms) },
  };
}

export function cancelTimer(timerId: string): Command {
  return { commandType: CommandType.COMMAND_TYPE_CANCEL_TIMER, cancelTimerCommandAttributes: { timerId } };
}

export function completeWorkflow(result: unknown = "done"): Command {
  return {
    commandType: CommandType.COMMAND_TYPE_COMPLETE_WORKFLOW_EXECUTION,
    completeWorkflowExecutionCommandAttributes: { result: payloads(result) },
  };
}

export function failWorkflow(message: string, type = "Broken"): Command {
  return {
    commandType: CommandType.COMMAND_TYPE_FAIL_WORKFLOW_EXECUTION,
    failWorkflowExecutionCommandAttributes: { failure: { message, applicationFailureInfo: { type } } },
  };
}

export function cancelWorkflow(): Command {
  return {
    commandType: CommandType.COMMAND_TYPE_CANCEL_WORKFLOW_EXECUTION,
    cancelWorkflowExecutionCommandAttributes: {},
  };
}

export function recordMarker(markerName: string, data = payloads(1)): Command {
  return {
    commandType: CommandType.COMMAND_TYPE_RECORD_MARKER,
    recordMarkerCommandAttributes: { markerName, details: { data } },
  };
}

export function continueAsNew(
  more: Attributes<"continueAsNewWorkflowExecutionCommandAttributes"> = {},
): Command {
  return {
    commandType: CommandType.COMMAND_TYPE_CONTINUE_AS_NEW_WORKFLOW_EXECUTION,
    continueAsNewWorkflowExecutionCommandAttributes: { input: payloads("next"), ...more },
  };
}

export function startChild(
  workflowId: string,
  more: Attributes<"startChildWorkflowExecutionCommandAttributes"> = {},
): Command {
  return {
    commandType: CommandType.COMMAND_TYPE_START_CHILD_WORKFLOW_EXECUTION,
    startChildWorkflowExecutionCommandAttributes: {
      workflowId,
      workflowType: { name: "shipment" },
      input: payloads("child"),
      ...more,
    },
  };
}

export function signalExternal(workflowId: string): Command {
  return {
    commandType: CommandType.COMMAND_TYPE_SIGNAL_EXTERNAL_WORKFLOW_EXECUTION,
    signalExternalWorkflowExecutionCommandAttributes: { execution: { workflowId }, signalName: "news" },
  };
}

export function cancelExternal(workflowId: string): Command {
  return {
    commandType: CommandType.COMMAND_TYPE_REQUEST_CANCEL_EXTERNAL_WORKFLOW_EXECUTION,
    requestCancelExternalWorkflowExecutionCommandAttributes: { workflowId },
  };
}

export function upsertAttribute(name: string, value: unknown): Command {
  return {
    commandType: CommandType.COMMAND_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES,
    upsertWorkflowSearchAttributesCommandAttributes: {
      searchAttributes: { indexedFields: { [name]: payload(value) } },
    },
  };
}

export function modifyMemo(name: string, value: unknown): Command {
  return {
    commandType: CommandType.COMMAND_TYPE_MODIFY_WORKFLOW_PROPERTIES,
    modifyWorkflowPropertiesCommandAttributes: { upsertedMemo: { fields: { [name]: payload(value) } } },
  };
}

export function protocolMessage(messageId: string): Command {
  return {
    commandType: CommandType.COMMAND_TYPE_PROTOCOL_MESSAGE,
    protocolMessageCommandAttributes: { messageId },
  };
}

export function scheduleOperation(
  operation: string,
  more: Attributes<"scheduleNexusOperationCommandAttributes"> = {},
): Command {
  return {
    commandType: CommandType.COMMAND_TYPE_SCHEDULE_NEXUS_OPERATION,
    scheduleNexusOperationCommandAttributes: {
      endpoint: "shipping",
      service: "parcels",
      operation,
      input: payload(operation),
      ...more,
    },
  };
}

export function cancelOperation(scheduledEventId: number): Command {
  return {
    commandType: CommandType.COMMAND_TYPE_REQUEST_CANCEL_NEXUS_OPERATION,
    requestCancelNexusOperationCommandAttributes: { scheduledEventId: scheduledEventId as unknown as Long },
  };
}
