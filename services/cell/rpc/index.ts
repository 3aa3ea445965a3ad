// The door of rpc: the table of every WorkflowService and OperatorService method. What is not there yet says so.
import { methodsOf } from "#contracts";
import { CloudError } from "#shared/errors";
import type { UnaryHandler, UnaryTable } from "#shared/grpc";
import type { Engine } from "../engine.ts";
import * as batches from "./batch-operations.ts";
import * as activityEnds from "./end-activity-executions.ts";
import * as operationEnds from "./end-nexus-operation-executions.ts";
import * as operationLists from "./list-nexus-operation-executions.ts";
import * as operationWatches from "./watch-nexus-operation-executions.ts";
import { startNexusOperationExecution } from "./start-nexus-operation-execution.ts";
import * as activityChanges from "./change-activity-executions.ts";
import * as activityLists from "./list-activity-executions.ts";
import * as activityWatches from "./watch-activity-executions.ts";
import * as changedActivities from "./change-activities.ts";
import { deleteWorkflowExecution } from "./delete-workflow-execution.ts";
import { disabledVersioning } from "./disabled-versioning.ts";
import { pollWorkflowExecutionTimeSkipping, workflowRules } from "./disabled-features.ts";
import { describeTaskQueue } from "./describe-task-queue.ts";
import { describeWorkflowExecution } from "./describe-workflow-execution.ts";
import { executeMultiOperation } from "./execute-multi-operation.ts";
import { getWorkflowExecutionHistoryReverse } from "./get-workflow-execution-history-reverse.ts";
import { getWorkflowExecutionHistory } from "./get-workflow-execution-history.ts";
import { listTaskQueuePartitions } from "./list-task-queue-partitions.ts";
import { listArchivedWorkflowExecutions } from "./list-archived-workflow-executions.ts";
import { listClusters } from "./list-clusters.ts";
import { listWorkerDeployments } from "./list-worker-deployments.ts";
import * as lists from "./list-executions.ts";
import * as scheduleLists from "./list-schedules.ts";
import * as nexusEndpoints from "./nexus-endpoints.ts";
import * as namespaces from "./namespaces.ts";
import { OPERATOR_SERVICE, WORKFLOW_SERVICE, type RpcOperation } from "./operation.ts";
import * as pauses from "./pause-workflow-execution.ts";
import { pollActivityTaskQueue } from "./poll-activity-task-queue.ts";
import { pollWorkflowTaskQueue } from "./poll-workflow-task-queue.ts";
import { pollNexusTaskQueue } from "./poll-nexus-task-queue.ts";
import { queryWorkflow } from "./query-workflow.ts";
import * as heartbeats from "./record-activity-task-heartbeat.ts";
import { removeRemoteCluster } from "./remove-remote-cluster.ts";
import { requestCancelWorkflowExecution } from "./request-cancel-workflow-execution.ts";
import * as canceled from "./respond-activity-task-canceled.ts";
import * as completed from "./respond-activity-task-completed.ts";
import * as failed from "./respond-activity-task-failed.ts";
import { resetWorkflowExecution } from "./reset-workflow-execution.ts";
import * as nexusAnswers from "./respond-nexus-task.ts";
import { respondQueryTaskCompleted } from "./respond-query-task-completed.ts";
import { respondWorkflowTaskCompleted } from "./respond-workflow-task-completed.ts";
import { respondWorkflowTaskFailed } from "./respond-workflow-task-failed.ts";
import * as schedules from "./schedules.ts";
import * as searchAttributes from "./search-attributes.ts";
import { signalWithStartWorkflowExecution } from "./signal-with-start-workflow-execution.ts";
import { signalWorkflowExecution } from "./signal-workflow-execution.ts";
import { startActivityExecution } from "./start-activity-execution.ts";
import { startWorkflowExecution } from "./start-workflow-execution.ts";
import * as shutdown from "./shutdown-worker.ts";
import { getClusterInfo, getSearchAttributes, getSystemInfo } from "./system-info.ts";
import { terminateWorkflowExecution } from "./terminate-workflow-execution.ts";
import { updateTaskQueueConfig } from "./update-task-queue-config.ts";
import {
  countWorkers,
  describeWorker,
  listWorkers,
  recordWorkerHeartbeat,
  workerCommands,
} from "./workers.ts";
import { updateWorkflowExecutionOptions } from "./update-workflow-execution-options.ts";
import { pollWorkflowExecutionUpdate, updateWorkflowExecution } from "./update-workflow-execution.ts";
import * as deploymentRouting from "./worker-deployment-routing.ts";
import * as deploymentVersions from "./worker-deployment-versions.ts";
import * as deployments from "./worker-deployments.ts";

const OPERATIONS: readonly RpcOperation[] = [
  deleteWorkflowExecution,
  pollWorkflowExecutionTimeSkipping,
  removeRemoteCluster,
  describeTaskQueue,
  describeWorkflowExecution,
  executeMultiOperation,
  getClusterInfo,
  getSearchAttributes,
  getSystemInfo,
  getWorkflowExecutionHistory,
  getWorkflowExecutionHistoryReverse,
  listTaskQueuePartitions,
  listArchivedWorkflowExecutions,
  listClusters,
  listWorkerDeployments,
  pollActivityTaskQueue,
  pollNexusTaskQueue,
  pollWorkflowExecutionUpdate,
  pollWorkflowTaskQueue,
  queryWorkflow,
  requestCancelWorkflowExecution,
  resetWorkflowExecution,
  respondQueryTaskCompleted,
  respondWorkflowTaskCompleted,
  respondWorkflowTaskFailed,
  signalWithStartWorkflowExecution,
  signalWorkflowExecution,
  startActivityExecution,
  startNexusOperationExecution,
  startWorkflowExecution,
  terminateWorkflowExecution,
  updateTaskQueueConfig,
  updateWorkflowExecution,
  updateWorkflowExecutionOptions,
  changedActivities.pauseActivity,
  changedActivities.resetActivity,
  changedActivities.unpauseActivity,
  changedActivities.updateActivityOptions,
  ...Object.values(activityChanges),
  ...Object.values(activityEnds),
  ...Object.values(activityLists),
  ...Object.values(activityWatches),
  ...Object.values(batches),
  ...workflowRules,
  ...Object.values(canceled),
  ...Object.values(completed),
  ...Object.values(deploymentRouting),
  ...Object.values(deploymentVersions),
  ...Object.values(deployments),
  ...disabledVersioning,
  ...Object.values(failed),
  ...Object.values(heartbeats),
  ...Object.values(lists),
  ...Object.values(namespaces),
  ...Object.values(pauses),
  ...Object.values(nexusAnswers),
  ...Object.values(operationEnds),
  ...Object.values(operationLists),
  ...Object.values(operationWatches),
  ...Object.values(nexusEndpoints),
  ...Object.values(scheduleLists),
  ...Object.values(schedules),
  ...Object.values(searchAttributes),
  ...Object.values(shutdown),
  ...workerCommands,
  countWorkers,
  describeWorker,
  listWorkers,
  recordWorkerHeartbeat,
];

export function rpcTable(engine: Engine): UnaryTable {
  const table = new Map<string, UnaryHandler>();
  for (const service of [WORKFLOW_SERVICE, OPERATOR_SERVICE]) {
    for (const { name, path } of methodsOf(service))
      table.set(path, () => Promise.reject(unimplemented(name)));
  }
  for (const { path, handler } of OPERATIONS) table.set(path, handler(engine));
  return table;
}

function unimplemented(name: string): CloudError {
  return new CloudError("UNIMPLEMENTED", `${name} is not supported by this cell.`);
}
