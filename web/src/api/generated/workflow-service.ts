// Generated from Temporal's descriptors by `npm run generate`. Do not edit.

/** What the console may call, by the method's name. */
export interface Methods {
  RegisterNamespace: { request: Messages["temporal.api.workflowservice.v1.RegisterNamespaceRequest"]; response: Messages["temporal.api.workflowservice.v1.RegisterNamespaceResponse"] };
  DescribeNamespace: { request: Messages["temporal.api.workflowservice.v1.DescribeNamespaceRequest"]; response: Messages["temporal.api.workflowservice.v1.DescribeNamespaceResponse"] };
  ListNamespaces: { request: Messages["temporal.api.workflowservice.v1.ListNamespacesRequest"]; response: Messages["temporal.api.workflowservice.v1.ListNamespacesResponse"] };
  UpdateNamespace: { request: Messages["temporal.api.workflowservice.v1.UpdateNamespaceRequest"]; response: Messages["temporal.api.workflowservice.v1.UpdateNamespaceResponse"] };
  DeprecateNamespace: { request: Messages["temporal.api.workflowservice.v1.DeprecateNamespaceRequest"]; response: Messages["temporal.api.workflowservice.v1.DeprecateNamespaceResponse"] };
  StartWorkflowExecution: { request: Messages["temporal.api.workflowservice.v1.StartWorkflowExecutionRequest"]; response: Messages["temporal.api.workflowservice.v1.StartWorkflowExecutionResponse"] };
  ExecuteMultiOperation: { request: Messages["temporal.api.workflowservice.v1.ExecuteMultiOperationRequest"]; response: Messages["temporal.api.workflowservice.v1.ExecuteMultiOperationResponse"] };
  GetWorkflowExecutionHistory: { request: Messages["temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest"]; response: Messages["temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryResponse"] };
  GetWorkflowExecutionHistoryReverse: { request: Messages["temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryReverseRequest"]; response: Messages["temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryReverseResponse"] };
  RespondWorkflowTaskCompleted: { request: Messages["temporal.api.workflowservice.v1.RespondWorkflowTaskCompletedRequest"]; response: Messages["temporal.api.workflowservice.v1.RespondWorkflowTaskCompletedResponse"] };
  RespondWorkflowTaskFailed: { request: Messages["temporal.api.workflowservice.v1.RespondWorkflowTaskFailedRequest"]; response: Messages["temporal.api.workflowservice.v1.RespondWorkflowTaskFailedResponse"] };
  RecordActivityTaskHeartbeat: { request: Messages["temporal.api.workflowservice.v1.RecordActivityTaskHeartbeatRequest"]; response: Messages["temporal.api.workflowservice.v1.RecordActivityTaskHeartbeatResponse"] };
  RecordActivityTaskHeartbeatById: { request: Messages["temporal.api.workflowservice.v1.RecordActivityTaskHeartbeatByIdRequest"]; response: Messages["temporal.api.workflowservice.v1.RecordActivityTaskHeartbeatByIdResponse"] };
  RespondActivityTaskCompleted: { request: Messages["temporal.api.workflowservice.v1.RespondActivityTaskCompletedRequest"]; response: Messages["temporal.api.workflowservice.v1.RespondActivityTaskCompletedResponse"] };
  RespondActivityTaskCompletedById: { request: Messages["temporal.api.workflowservice.v1.RespondActivityTaskCompletedByIdRequest"]; response: Messages["temporal.api.workflowservice.v1.RespondActivityTaskCompletedByIdResponse"] };
  RespondActivityTaskFailed: { request: Messages["temporal.api.workflowservice.v1.RespondActivityTaskFailedRequest"]; response: Messages["temporal.api.workflowservice.v1.RespondActivityTaskFailedResponse"] };
  RespondActivityTaskFailedById: { request: Messages["temporal.api.workflowservice.v1.RespondActivityTaskFailedByIdRequest"]; response: Messages["temporal.api.workflowservice.v1.RespondActivityTaskFailedByIdResponse"] };
  RespondActivityTaskCanceled: { request: Messages["temporal.api.workflowservice.v1.RespondActivityTaskCanceledRequest"]; response: Messages["temporal.api.workflowservice.v1.RespondActivityTaskCanceledResponse"] };
  RespondActivityTaskCanceledById: { request: Messages["temporal.api.workflowservice.v1.RespondActivityTaskCanceledByIdRequest"]; response: Messages["temporal.api.workflowservice.v1.RespondActivityTaskCanceledByIdResponse"] };
  RequestCancelWorkflowExecution: { request: Messages["temporal.api.workflowservice.v1.RequestCancelWorkflowExecutionRequest"]; response: Messages["temporal.api.workflowservice.v1.RequestCancelWorkflowExecutionResponse"] };
  SignalWorkflowExecution: { request: Messages["temporal.api.workflowservice.v1.SignalWorkflowExecutionRequest"]; response: Messages["temporal.api.workflowservice.v1.SignalWorkflowExecutionResponse"] };
  SignalWithStartWorkflowExecution: { request: Messages["temporal.api.workflowservice.v1.SignalWithStartWorkflowExecutionRequest"]; response: Messages["temporal.api.workflowservice.v1.SignalWithStartWorkflowExecutionResponse"] };
  ResetWorkflowExecution: { request: Messages["temporal.api.workflowservice.v1.ResetWorkflowExecutionRequest"]; response: Messages["temporal.api.workflowservice.v1.ResetWorkflowExecutionResponse"] };
  TerminateWorkflowExecution: { request: Messages["temporal.api.workflowservice.v1.TerminateWorkflowExecutionRequest"]; response: Messages["temporal.api.workflowservice.v1.TerminateWorkflowExecutionResponse"] };
  DeleteWorkflowExecution: { request: Messages["temporal.api.workflowservice.v1.DeleteWorkflowExecutionRequest"]; response: Messages["temporal.api.workflowservice.v1.DeleteWorkflowExecutionResponse"] };
  ListOpenWorkflowExecutions: { request: Messages["temporal.api.workflowservice.v1.ListOpenWorkflowExecutionsRequest"]; response: Messages["temporal.api.workflowservice.v1.ListOpenWorkflowExecutionsResponse"] };
  ListClosedWorkflowExecutions: { request: Messages["temporal.api.workflowservice.v1.ListClosedWorkflowExecutionsRequest"]; response: Messages["temporal.api.workflowservice.v1.ListClosedWorkflowExecutionsResponse"] };
  ListWorkflowExecutions: { request: Messages["temporal.api.workflowservice.v1.ListWorkflowExecutionsRequest"]; response: Messages["temporal.api.workflowservice.v1.ListWorkflowExecutionsResponse"] };
  ListArchivedWorkflowExecutions: { request: Messages["temporal.api.workflowservice.v1.ListArchivedWorkflowExecutionsRequest"]; response: Messages["temporal.api.workflowservice.v1.ListArchivedWorkflowExecutionsResponse"] };
  ScanWorkflowExecutions: { request: Messages["temporal.api.workflowservice.v1.ScanWorkflowExecutionsRequest"]; response: Messages["temporal.api.workflowservice.v1.ScanWorkflowExecutionsResponse"] };
  CountWorkflowExecutions: { request: Messages["temporal.api.workflowservice.v1.CountWorkflowExecutionsRequest"]; response: Messages["temporal.api.workflowservice.v1.CountWorkflowExecutionsResponse"] };
  GetSearchAttributes: { request: Messages["temporal.api.workflowservice.v1.GetSearchAttributesRequest"]; response: Messages["temporal.api.workflowservice.v1.GetSearchAttributesResponse"] };
  RespondQueryTaskCompleted: { request: Messages["temporal.api.workflowservice.v1.RespondQueryTaskCompletedRequest"]; response: Messages["temporal.api.workflowservice.v1.RespondQueryTaskCompletedResponse"] };
  ResetStickyTaskQueue: { request: Messages["temporal.api.workflowservice.v1.ResetStickyTaskQueueRequest"]; response: Messages["temporal.api.workflowservice.v1.ResetStickyTaskQueueResponse"] };
  ShutdownWorker: { request: Messages["temporal.api.workflowservice.v1.ShutdownWorkerRequest"]; response: Messages["temporal.api.workflowservice.v1.ShutdownWorkerResponse"] };
  QueryWorkflow: { request: Messages["temporal.api.workflowservice.v1.QueryWorkflowRequest"]; response: Messages["temporal.api.workflowservice.v1.QueryWorkflowResponse"] };
  DescribeWorkflowExecution: { request: Messages["temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest"]; response: Messages["temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse"] };
  DescribeTaskQueue: { request: Messages["temporal.api.workflowservice.v1.DescribeTaskQueueRequest"]; response: Messages["temporal.api.workflowservice.v1.DescribeTaskQueueResponse"] };
  GetClusterInfo: { request: Messages["temporal.api.workflowservice.v1.GetClusterInfoRequest"]; response: Messages["temporal.api.workflowservice.v1.GetClusterInfoResponse"] };
  GetSystemInfo: { request: Messages["temporal.api.workflowservice.v1.GetSystemInfoRequest"]; response: Messages["temporal.api.workflowservice.v1.GetSystemInfoResponse"] };
  ListTaskQueuePartitions: { request: Messages["temporal.api.workflowservice.v1.ListTaskQueuePartitionsRequest"]; response: Messages["temporal.api.workflowservice.v1.ListTaskQueuePartitionsResponse"] };
  CreateSchedule: { request: Messages["temporal.api.workflowservice.v1.CreateScheduleRequest"]; response: Messages["temporal.api.workflowservice.v1.CreateScheduleResponse"] };
  DescribeSchedule: { request: Messages["temporal.api.workflowservice.v1.DescribeScheduleRequest"]; response: Messages["temporal.api.workflowservice.v1.DescribeScheduleResponse"] };
  UpdateSchedule: { request: Messages["temporal.api.workflowservice.v1.UpdateScheduleRequest"]; response: Messages["temporal.api.workflowservice.v1.UpdateScheduleResponse"] };
  PatchSchedule: { request: Messages["temporal.api.workflowservice.v1.PatchScheduleRequest"]; response: Messages["temporal.api.workflowservice.v1.PatchScheduleResponse"] };
  ListScheduleMatchingTimes: { request: Messages["temporal.api.workflowservice.v1.ListScheduleMatchingTimesRequest"]; response: Messages["temporal.api.workflowservice.v1.ListScheduleMatchingTimesResponse"] };
  DeleteSchedule: { request: Messages["temporal.api.workflowservice.v1.DeleteScheduleRequest"]; response: Messages["temporal.api.workflowservice.v1.DeleteScheduleResponse"] };
  ListSchedules: { request: Messages["temporal.api.workflowservice.v1.ListSchedulesRequest"]; response: Messages["temporal.api.workflowservice.v1.ListSchedulesResponse"] };
  CountSchedules: { request: Messages["temporal.api.workflowservice.v1.CountSchedulesRequest"]; response: Messages["temporal.api.workflowservice.v1.CountSchedulesResponse"] };
  UpdateWorkerBuildIdCompatibility: { request: Messages["temporal.api.workflowservice.v1.UpdateWorkerBuildIdCompatibilityRequest"]; response: Messages["temporal.api.workflowservice.v1.UpdateWorkerBuildIdCompatibilityResponse"] };
  GetWorkerBuildIdCompatibility: { request: Messages["temporal.api.workflowservice.v1.GetWorkerBuildIdCompatibilityRequest"]; response: Messages["temporal.api.workflowservice.v1.GetWorkerBuildIdCompatibilityResponse"] };
  UpdateWorkerVersioningRules: { request: Messages["temporal.api.workflowservice.v1.UpdateWorkerVersioningRulesRequest"]; response: Messages["temporal.api.workflowservice.v1.UpdateWorkerVersioningRulesResponse"] };
  GetWorkerVersioningRules: { request: Messages["temporal.api.workflowservice.v1.GetWorkerVersioningRulesRequest"]; response: Messages["temporal.api.workflowservice.v1.GetWorkerVersioningRulesResponse"] };
  GetWorkerTaskReachability: { request: Messages["temporal.api.workflowservice.v1.GetWorkerTaskReachabilityRequest"]; response: Messages["temporal.api.workflowservice.v1.GetWorkerTaskReachabilityResponse"] };
  DescribeDeployment: { request: Messages["temporal.api.workflowservice.v1.DescribeDeploymentRequest"]; response: Messages["temporal.api.workflowservice.v1.DescribeDeploymentResponse"] };
  DescribeWorkerDeploymentVersion: { request: Messages["temporal.api.workflowservice.v1.DescribeWorkerDeploymentVersionRequest"]; response: Messages["temporal.api.workflowservice.v1.DescribeWorkerDeploymentVersionResponse"] };
  ListDeployments: { request: Messages["temporal.api.workflowservice.v1.ListDeploymentsRequest"]; response: Messages["temporal.api.workflowservice.v1.ListDeploymentsResponse"] };
  GetDeploymentReachability: { request: Messages["temporal.api.workflowservice.v1.GetDeploymentReachabilityRequest"]; response: Messages["temporal.api.workflowservice.v1.GetDeploymentReachabilityResponse"] };
  GetCurrentDeployment: { request: Messages["temporal.api.workflowservice.v1.GetCurrentDeploymentRequest"]; response: Messages["temporal.api.workflowservice.v1.GetCurrentDeploymentResponse"] };
  SetCurrentDeployment: { request: Messages["temporal.api.workflowservice.v1.SetCurrentDeploymentRequest"]; response: Messages["temporal.api.workflowservice.v1.SetCurrentDeploymentResponse"] };
  SetWorkerDeploymentCurrentVersion: { request: Messages["temporal.api.workflowservice.v1.SetWorkerDeploymentCurrentVersionRequest"]; response: Messages["temporal.api.workflowservice.v1.SetWorkerDeploymentCurrentVersionResponse"] };
  DescribeWorkerDeployment: { request: Messages["temporal.api.workflowservice.v1.DescribeWorkerDeploymentRequest"]; response: Messages["temporal.api.workflowservice.v1.DescribeWorkerDeploymentResponse"] };
  DeleteWorkerDeployment: { request: Messages["temporal.api.workflowservice.v1.DeleteWorkerDeploymentRequest"]; response: Messages["temporal.api.workflowservice.v1.DeleteWorkerDeploymentResponse"] };
  DeleteWorkerDeploymentVersion: { request: Messages["temporal.api.workflowservice.v1.DeleteWorkerDeploymentVersionRequest"]; response: Messages["temporal.api.workflowservice.v1.DeleteWorkerDeploymentVersionResponse"] };
  SetWorkerDeploymentRampingVersion: { request: Messages["temporal.api.workflowservice.v1.SetWorkerDeploymentRampingVersionRequest"]; response: Messages["temporal.api.workflowservice.v1.SetWorkerDeploymentRampingVersionResponse"] };
  ListWorkerDeployments: { request: Messages["temporal.api.workflowservice.v1.ListWorkerDeploymentsRequest"]; response: Messages["temporal.api.workflowservice.v1.ListWorkerDeploymentsResponse"] };
  CreateWorkerDeployment: { request: Messages["temporal.api.workflowservice.v1.CreateWorkerDeploymentRequest"]; response: Messages["temporal.api.workflowservice.v1.CreateWorkerDeploymentResponse"] };
  CreateWorkerDeploymentVersion: { request: Messages["temporal.api.workflowservice.v1.CreateWorkerDeploymentVersionRequest"]; response: Messages["temporal.api.workflowservice.v1.CreateWorkerDeploymentVersionResponse"] };
  UpdateWorkerDeploymentVersionComputeConfig: { request: Messages["temporal.api.workflowservice.v1.UpdateWorkerDeploymentVersionComputeConfigRequest"]; response: Messages["temporal.api.workflowservice.v1.UpdateWorkerDeploymentVersionComputeConfigResponse"] };
  ValidateWorkerDeploymentVersionComputeConfig: { request: Messages["temporal.api.workflowservice.v1.ValidateWorkerDeploymentVersionComputeConfigRequest"]; response: Messages["temporal.api.workflowservice.v1.ValidateWorkerDeploymentVersionComputeConfigResponse"] };
  UpdateWorkerDeploymentVersionMetadata: { request: Messages["temporal.api.workflowservice.v1.UpdateWorkerDeploymentVersionMetadataRequest"]; response: Messages["temporal.api.workflowservice.v1.UpdateWorkerDeploymentVersionMetadataResponse"] };
  SetWorkerDeploymentManager: { request: Messages["temporal.api.workflowservice.v1.SetWorkerDeploymentManagerRequest"]; response: Messages["temporal.api.workflowservice.v1.SetWorkerDeploymentManagerResponse"] };
  UpdateWorkflowExecution: { request: Messages["temporal.api.workflowservice.v1.UpdateWorkflowExecutionRequest"]; response: Messages["temporal.api.workflowservice.v1.UpdateWorkflowExecutionResponse"] };
  PollWorkflowExecutionUpdate: { request: Messages["temporal.api.workflowservice.v1.PollWorkflowExecutionUpdateRequest"]; response: Messages["temporal.api.workflowservice.v1.PollWorkflowExecutionUpdateResponse"] };
  StartBatchOperation: { request: Messages["temporal.api.workflowservice.v1.StartBatchOperationRequest"]; response: Messages["temporal.api.workflowservice.v1.StartBatchOperationResponse"] };
  StopBatchOperation: { request: Messages["temporal.api.workflowservice.v1.StopBatchOperationRequest"]; response: Messages["temporal.api.workflowservice.v1.StopBatchOperationResponse"] };
  DescribeBatchOperation: { request: Messages["temporal.api.workflowservice.v1.DescribeBatchOperationRequest"]; response: Messages["temporal.api.workflowservice.v1.DescribeBatchOperationResponse"] };
  ListBatchOperations: { request: Messages["temporal.api.workflowservice.v1.ListBatchOperationsRequest"]; response: Messages["temporal.api.workflowservice.v1.ListBatchOperationsResponse"] };
  RespondNexusTaskCompleted: { request: Messages["temporal.api.workflowservice.v1.RespondNexusTaskCompletedRequest"]; response: Messages["temporal.api.workflowservice.v1.RespondNexusTaskCompletedResponse"] };
  RespondNexusTaskFailed: { request: Messages["temporal.api.workflowservice.v1.RespondNexusTaskFailedRequest"]; response: Messages["temporal.api.workflowservice.v1.RespondNexusTaskFailedResponse"] };
  UpdateActivityOptions: { request: Messages["temporal.api.workflowservice.v1.UpdateActivityOptionsRequest"]; response: Messages["temporal.api.workflowservice.v1.UpdateActivityOptionsResponse"] };
  UpdateWorkflowExecutionOptions: { request: Messages["temporal.api.workflowservice.v1.UpdateWorkflowExecutionOptionsRequest"]; response: Messages["temporal.api.workflowservice.v1.UpdateWorkflowExecutionOptionsResponse"] };
  PauseActivity: { request: Messages["temporal.api.workflowservice.v1.PauseActivityRequest"]; response: Messages["temporal.api.workflowservice.v1.PauseActivityResponse"] };
  UnpauseActivity: { request: Messages["temporal.api.workflowservice.v1.UnpauseActivityRequest"]; response: Messages["temporal.api.workflowservice.v1.UnpauseActivityResponse"] };
  ResetActivity: { request: Messages["temporal.api.workflowservice.v1.ResetActivityRequest"]; response: Messages["temporal.api.workflowservice.v1.ResetActivityResponse"] };
  CreateWorkflowRule: { request: Messages["temporal.api.workflowservice.v1.CreateWorkflowRuleRequest"]; response: Messages["temporal.api.workflowservice.v1.CreateWorkflowRuleResponse"] };
  DescribeWorkflowRule: { request: Messages["temporal.api.workflowservice.v1.DescribeWorkflowRuleRequest"]; response: Messages["temporal.api.workflowservice.v1.DescribeWorkflowRuleResponse"] };
  DeleteWorkflowRule: { request: Messages["temporal.api.workflowservice.v1.DeleteWorkflowRuleRequest"]; response: Messages["temporal.api.workflowservice.v1.DeleteWorkflowRuleResponse"] };
  ListWorkflowRules: { request: Messages["temporal.api.workflowservice.v1.ListWorkflowRulesRequest"]; response: Messages["temporal.api.workflowservice.v1.ListWorkflowRulesResponse"] };
  TriggerWorkflowRule: { request: Messages["temporal.api.workflowservice.v1.TriggerWorkflowRuleRequest"]; response: Messages["temporal.api.workflowservice.v1.TriggerWorkflowRuleResponse"] };
  RecordWorkerHeartbeat: { request: Messages["temporal.api.workflowservice.v1.RecordWorkerHeartbeatRequest"]; response: Messages["temporal.api.workflowservice.v1.RecordWorkerHeartbeatResponse"] };
  ListWorkers: { request: Messages["temporal.api.workflowservice.v1.ListWorkersRequest"]; response: Messages["temporal.api.workflowservice.v1.ListWorkersResponse"] };
  CountWorkers: { request: Messages["temporal.api.workflowservice.v1.CountWorkersRequest"]; response: Messages["temporal.api.workflowservice.v1.CountWorkersResponse"] };
  UpdateTaskQueueConfig: { request: Messages["temporal.api.workflowservice.v1.UpdateTaskQueueConfigRequest"]; response: Messages["temporal.api.workflowservice.v1.UpdateTaskQueueConfigResponse"] };
  FetchWorkerConfig: { request: Messages["temporal.api.workflowservice.v1.FetchWorkerConfigRequest"]; response: Messages["temporal.api.workflowservice.v1.FetchWorkerConfigResponse"] };
  UpdateWorkerConfig: { request: Messages["temporal.api.workflowservice.v1.UpdateWorkerConfigRequest"]; response: Messages["temporal.api.workflowservice.v1.UpdateWorkerConfigResponse"] };
  DescribeWorker: { request: Messages["temporal.api.workflowservice.v1.DescribeWorkerRequest"]; response: Messages["temporal.api.workflowservice.v1.DescribeWorkerResponse"] };
  PauseWorkflowExecution: { request: Messages["temporal.api.workflowservice.v1.PauseWorkflowExecutionRequest"]; response: Messages["temporal.api.workflowservice.v1.PauseWorkflowExecutionResponse"] };
  UnpauseWorkflowExecution: { request: Messages["temporal.api.workflowservice.v1.UnpauseWorkflowExecutionRequest"]; response: Messages["temporal.api.workflowservice.v1.UnpauseWorkflowExecutionResponse"] };
  StartActivityExecution: { request: Messages["temporal.api.workflowservice.v1.StartActivityExecutionRequest"]; response: Messages["temporal.api.workflowservice.v1.StartActivityExecutionResponse"] };
  StartNexusOperationExecution: { request: Messages["temporal.api.workflowservice.v1.StartNexusOperationExecutionRequest"]; response: Messages["temporal.api.workflowservice.v1.StartNexusOperationExecutionResponse"] };
  DescribeActivityExecution: { request: Messages["temporal.api.workflowservice.v1.DescribeActivityExecutionRequest"]; response: Messages["temporal.api.workflowservice.v1.DescribeActivityExecutionResponse"] };
  DescribeNexusOperationExecution: { request: Messages["temporal.api.workflowservice.v1.DescribeNexusOperationExecutionRequest"]; response: Messages["temporal.api.workflowservice.v1.DescribeNexusOperationExecutionResponse"] };
  PollActivityExecution: { request: Messages["temporal.api.workflowservice.v1.PollActivityExecutionRequest"]; response: Messages["temporal.api.workflowservice.v1.PollActivityExecutionResponse"] };
  PollNexusOperationExecution: { request: Messages["temporal.api.workflowservice.v1.PollNexusOperationExecutionRequest"]; response: Messages["temporal.api.workflowservice.v1.PollNexusOperationExecutionResponse"] };
  ListActivityExecutions: { request: Messages["temporal.api.workflowservice.v1.ListActivityExecutionsRequest"]; response: Messages["temporal.api.workflowservice.v1.ListActivityExecutionsResponse"] };
  ListNexusOperationExecutions: { request: Messages["temporal.api.workflowservice.v1.ListNexusOperationExecutionsRequest"]; response: Messages["temporal.api.workflowservice.v1.ListNexusOperationExecutionsResponse"] };
  CountActivityExecutions: { request: Messages["temporal.api.workflowservice.v1.CountActivityExecutionsRequest"]; response: Messages["temporal.api.workflowservice.v1.CountActivityExecutionsResponse"] };
  CountNexusOperationExecutions: { request: Messages["temporal.api.workflowservice.v1.CountNexusOperationExecutionsRequest"]; response: Messages["temporal.api.workflowservice.v1.CountNexusOperationExecutionsResponse"] };
  RequestCancelActivityExecution: { request: Messages["temporal.api.workflowservice.v1.RequestCancelActivityExecutionRequest"]; response: Messages["temporal.api.workflowservice.v1.RequestCancelActivityExecutionResponse"] };
  RequestCancelNexusOperationExecution: { request: Messages["temporal.api.workflowservice.v1.RequestCancelNexusOperationExecutionRequest"]; response: Messages["temporal.api.workflowservice.v1.RequestCancelNexusOperationExecutionResponse"] };
  TerminateActivityExecution: { request: Messages["temporal.api.workflowservice.v1.TerminateActivityExecutionRequest"]; response: Messages["temporal.api.workflowservice.v1.TerminateActivityExecutionResponse"] };
  DeleteActivityExecution: { request: Messages["temporal.api.workflowservice.v1.DeleteActivityExecutionRequest"]; response: Messages["temporal.api.workflowservice.v1.DeleteActivityExecutionResponse"] };
  PauseActivityExecution: { request: Messages["temporal.api.workflowservice.v1.PauseActivityExecutionRequest"]; response: Messages["temporal.api.workflowservice.v1.PauseActivityExecutionResponse"] };
  ResetActivityExecution: { request: Messages["temporal.api.workflowservice.v1.ResetActivityExecutionRequest"]; response: Messages["temporal.api.workflowservice.v1.ResetActivityExecutionResponse"] };
  UnpauseActivityExecution: { request: Messages["temporal.api.workflowservice.v1.UnpauseActivityExecutionRequest"]; response: Messages["temporal.api.workflowservice.v1.UnpauseActivityExecutionResponse"] };
  UpdateActivityExecutionOptions: { request: Messages["temporal.api.workflowservice.v1.UpdateActivityExecutionOptionsRequest"]; response: Messages["temporal.api.workflowservice.v1.UpdateActivityExecutionOptionsResponse"] };
  TerminateNexusOperationExecution: { request: Messages["temporal.api.workflowservice.v1.TerminateNexusOperationExecutionRequest"]; response: Messages["temporal.api.workflowservice.v1.TerminateNexusOperationExecutionResponse"] };
  DeleteNexusOperationExecution: { request: Messages["temporal.api.workflowservice.v1.DeleteNexusOperationExecutionRequest"]; response: Messages["temporal.api.workflowservice.v1.DeleteNexusOperationExecutionResponse"] };
  PollWorkflowExecutionTimeSkipping: { request: Messages["temporal.api.workflowservice.v1.PollWorkflowExecutionTimeSkippingRequest"]; response: Messages["temporal.api.workflowservice.v1.PollWorkflowExecutionTimeSkippingResponse"] };
}

/** Canonical proto3 JSON: a field that holds its default is left out; 64-bit integers, bytes (base64), times and durations are text. */
export interface Messages {
  "temporal.api.activity.v1.ActivityExecutionInfo": {
    activityId?: string;
    runId?: string;
    activityType?: Messages["temporal.api.common.v1.ActivityType"];
    status?: Enums["temporal.api.enums.v1.ActivityExecutionStatus"];
    runState?: Enums["temporal.api.enums.v1.PendingActivityState"];
    taskQueue?: string;
    scheduleToCloseTimeout?: string;
    scheduleToStartTimeout?: string;
    startToCloseTimeout?: string;
    heartbeatTimeout?: string;
    retryPolicy?: Messages["temporal.api.common.v1.RetryPolicy"];
    heartbeatDetails?: Messages["temporal.api.common.v1.Payloads"];
    lastHeartbeatTime?: string;
    lastStartedTime?: string;
    attempt?: number;
    executionDuration?: string;
    scheduleTime?: string;
    expirationTime?: string;
    closeTime?: string;
    lastFailure?: Messages["temporal.api.failure.v1.Failure"];
    lastWorkerIdentity?: string;
    currentRetryInterval?: string;
    lastAttemptCompleteTime?: string;
    nextAttemptScheduleTime?: string;
    lastDeploymentVersion?: Messages["temporal.api.deployment.v1.WorkerDeploymentVersion"];
    priority?: Messages["temporal.api.common.v1.Priority"];
    stateTransitionCount?: string;
    stateSizeBytes?: string;
    searchAttributes?: Messages["temporal.api.common.v1.SearchAttributes"];
    header?: Messages["temporal.api.common.v1.Header"];
    userMetadata?: Messages["temporal.api.sdk.v1.UserMetadata"];
    canceledReason?: string;
    links?: (Messages["temporal.api.common.v1.Link"])[];
    totalHeartbeatCount?: string;
    sdkName?: string;
    sdkVersion?: string;
    startDelay?: string;
    executionTime?: string;
  };
  "temporal.api.activity.v1.ActivityExecutionListInfo": {
    activityId?: string;
    runId?: string;
    activityType?: Messages["temporal.api.common.v1.ActivityType"];
    scheduleTime?: string;
    closeTime?: string;
    status?: Enums["temporal.api.enums.v1.ActivityExecutionStatus"];
    searchAttributes?: Messages["temporal.api.common.v1.SearchAttributes"];
    taskQueue?: string;
    stateTransitionCount?: string;
    stateSizeBytes?: string;
    executionDuration?: string;
    executionTime?: string;
  };
  "temporal.api.activity.v1.ActivityExecutionOutcome": {
    result?: Messages["temporal.api.common.v1.Payloads"];
    failure?: Messages["temporal.api.failure.v1.Failure"];
    retryState?: Enums["temporal.api.enums.v1.RetryState"];
  };
  "temporal.api.activity.v1.ActivityOptions": {
    taskQueue?: Messages["temporal.api.taskqueue.v1.TaskQueue"];
    scheduleToCloseTimeout?: string;
    scheduleToStartTimeout?: string;
    startToCloseTimeout?: string;
    heartbeatTimeout?: string;
    retryPolicy?: Messages["temporal.api.common.v1.RetryPolicy"];
    priority?: Messages["temporal.api.common.v1.Priority"];
    startDelay?: string;
  };
  "temporal.api.activity.v1.CallbackInfo": {
    trigger?: Messages["temporal.api.activity.v1.CallbackInfo.Trigger"];
    info?: Messages["temporal.api.callback.v1.CallbackInfo"];
  };
  "temporal.api.activity.v1.CallbackInfo.ActivityClosed": {
  };
  "temporal.api.activity.v1.CallbackInfo.Trigger": {
    activityClosed?: Messages["temporal.api.activity.v1.CallbackInfo.ActivityClosed"];
  };
  "temporal.api.batch.v1.BatchOperationCancelActivities": {
    identity?: string;
    reason?: string;
  };
  "temporal.api.batch.v1.BatchOperationCancellation": {
    identity?: string;
  };
  "temporal.api.batch.v1.BatchOperationDeleteActivities": {
  };
  "temporal.api.batch.v1.BatchOperationDeletion": {
    identity?: string;
  };
  "temporal.api.batch.v1.BatchOperationInfo": {
    jobId?: string;
    state?: Enums["temporal.api.enums.v1.BatchOperationState"];
    startTime?: string;
    closeTime?: string;
    operationType?: Enums["temporal.api.enums.v1.BatchOperationType"];
  };
  "temporal.api.batch.v1.BatchOperationReset": {
    resetType?: Enums["temporal.api.enums.v1.ResetType"];
    resetReapplyType?: Enums["temporal.api.enums.v1.ResetReapplyType"];
    identity?: string;
    options?: Messages["temporal.api.common.v1.ResetOptions"];
    postResetOperations?: (Messages["temporal.api.workflow.v1.PostResetOperation"])[];
  };
  "temporal.api.batch.v1.BatchOperationResetActivities": {
    identity?: string;
    type?: string;
    matchAll?: boolean;
    resetAttempts?: boolean;
    resetHeartbeat?: boolean;
    keepPaused?: boolean;
    jitter?: string;
    restoreOriginalOptions?: boolean;
  };
  "temporal.api.batch.v1.BatchOperationSignal": {
    signal?: string;
    input?: Messages["temporal.api.common.v1.Payloads"];
    header?: Messages["temporal.api.common.v1.Header"];
    identity?: string;
  };
  "temporal.api.batch.v1.BatchOperationTerminateActivities": {
    identity?: string;
    reason?: string;
  };
  "temporal.api.batch.v1.BatchOperationTermination": {
    details?: Messages["temporal.api.common.v1.Payloads"];
    identity?: string;
  };
  "temporal.api.batch.v1.BatchOperationUnpauseActivities": {
    identity?: string;
    type?: string;
    matchAll?: boolean;
    resetAttempts?: boolean;
    resetHeartbeat?: boolean;
    jitter?: string;
  };
  "temporal.api.batch.v1.BatchOperationUpdateActivityOptions": {
    identity?: string;
    type?: string;
    matchAll?: boolean;
    activityOptions?: Messages["temporal.api.activity.v1.ActivityOptions"];
    updateMask?: string;
    restoreOriginal?: boolean;
  };
  "temporal.api.batch.v1.BatchOperationUpdateWorkflowExecutionOptions": {
    identity?: string;
    workflowExecutionOptions?: Messages["temporal.api.workflow.v1.WorkflowExecutionOptions"];
    updateMask?: string;
  };
  "temporal.api.callback.v1.CallbackInfo": {
    callback?: Messages["temporal.api.common.v1.Callback"];
    registrationTime?: string;
    state?: Enums["temporal.api.enums.v1.CallbackState"];
    attempt?: number;
    lastAttemptCompleteTime?: string;
    lastAttemptFailure?: Messages["temporal.api.failure.v1.Failure"];
    nextAttemptScheduleTime?: string;
    blockedReason?: string;
  };
  "temporal.api.command.v1.CancelTimerCommandAttributes": {
    timerId?: string;
  };
  "temporal.api.command.v1.CancelWorkflowExecutionCommandAttributes": {
    details?: Messages["temporal.api.common.v1.Payloads"];
  };
  "temporal.api.command.v1.Command": {
    commandType?: Enums["temporal.api.enums.v1.CommandType"];
    scheduleActivityTaskCommandAttributes?: Messages["temporal.api.command.v1.ScheduleActivityTaskCommandAttributes"];
    startTimerCommandAttributes?: Messages["temporal.api.command.v1.StartTimerCommandAttributes"];
    completeWorkflowExecutionCommandAttributes?: Messages["temporal.api.command.v1.CompleteWorkflowExecutionCommandAttributes"];
    failWorkflowExecutionCommandAttributes?: Messages["temporal.api.command.v1.FailWorkflowExecutionCommandAttributes"];
    requestCancelActivityTaskCommandAttributes?: Messages["temporal.api.command.v1.RequestCancelActivityTaskCommandAttributes"];
    cancelTimerCommandAttributes?: Messages["temporal.api.command.v1.CancelTimerCommandAttributes"];
    cancelWorkflowExecutionCommandAttributes?: Messages["temporal.api.command.v1.CancelWorkflowExecutionCommandAttributes"];
    requestCancelExternalWorkflowExecutionCommandAttributes?: Messages["temporal.api.command.v1.RequestCancelExternalWorkflowExecutionCommandAttributes"];
    recordMarkerCommandAttributes?: Messages["temporal.api.command.v1.RecordMarkerCommandAttributes"];
    continueAsNewWorkflowExecutionCommandAttributes?: Messages["temporal.api.command.v1.ContinueAsNewWorkflowExecutionCommandAttributes"];
    startChildWorkflowExecutionCommandAttributes?: Messages["temporal.api.command.v1.StartChildWorkflowExecutionCommandAttributes"];
    signalExternalWorkflowExecutionCommandAttributes?: Messages["temporal.api.command.v1.SignalExternalWorkflowExecutionCommandAttributes"];
    upsertWorkflowSearchAttributesCommandAttributes?: Messages["temporal.api.command.v1.UpsertWorkflowSearchAttributesCommandAttributes"];
    protocolMessageCommandAttributes?: Messages["temporal.api.command.v1.ProtocolMessageCommandAttributes"];
    modifyWorkflowPropertiesCommandAttributes?: Messages["temporal.api.command.v1.ModifyWorkflowPropertiesCommandAttributes"];
    scheduleNexusOperationCommandAttributes?: Messages["temporal.api.command.v1.ScheduleNexusOperationCommandAttributes"];
    requestCancelNexusOperationCommandAttributes?: Messages["temporal.api.command.v1.RequestCancelNexusOperationCommandAttributes"];
    userMetadata?: Messages["temporal.api.sdk.v1.UserMetadata"];
    eventGroupMarkers?: (Messages["temporal.api.sdk.v1.EventGroupMarker"])[];
  };
  "temporal.api.command.v1.CompleteWorkflowExecutionCommandAttributes": {
    result?: Messages["temporal.api.common.v1.Payloads"];
  };
  "temporal.api.command.v1.ContinueAsNewWorkflowExecutionCommandAttributes": {
    workflowType?: Messages["temporal.api.common.v1.WorkflowType"];
    taskQueue?: Messages["temporal.api.taskqueue.v1.TaskQueue"];
    input?: Messages["temporal.api.common.v1.Payloads"];
    workflowRunTimeout?: string;
    workflowTaskTimeout?: string;
    backoffStartInterval?: string;
    retryPolicy?: Messages["temporal.api.common.v1.RetryPolicy"];
    initiator?: Enums["temporal.api.enums.v1.ContinueAsNewInitiator"];
    failure?: Messages["temporal.api.failure.v1.Failure"];
    lastCompletionResult?: Messages["temporal.api.common.v1.Payloads"];
    cronSchedule?: string;
    header?: Messages["temporal.api.common.v1.Header"];
    memo?: Messages["temporal.api.common.v1.Memo"];
    searchAttributes?: Messages["temporal.api.common.v1.SearchAttributes"];
    inheritBuildId?: boolean;
    initialVersioningBehavior?: Enums["temporal.api.enums.v1.ContinueAsNewVersioningBehavior"];
  };
  "temporal.api.command.v1.FailWorkflowExecutionCommandAttributes": {
    failure?: Messages["temporal.api.failure.v1.Failure"];
  };
  "temporal.api.command.v1.ModifyWorkflowPropertiesCommandAttributes": {
    upsertedMemo?: Messages["temporal.api.common.v1.Memo"];
  };
  "temporal.api.command.v1.ProtocolMessageCommandAttributes": {
    messageId?: string;
  };
  "temporal.api.command.v1.RecordMarkerCommandAttributes": {
    markerName?: string;
    details?: Record<string, Messages["temporal.api.common.v1.Payloads"]>;
    header?: Messages["temporal.api.common.v1.Header"];
    failure?: Messages["temporal.api.failure.v1.Failure"];
  };
  "temporal.api.command.v1.RequestCancelActivityTaskCommandAttributes": {
    scheduledEventId?: string;
  };
  "temporal.api.command.v1.RequestCancelExternalWorkflowExecutionCommandAttributes": {
    namespace?: string;
    workflowId?: string;
    runId?: string;
    control?: string;
    childWorkflowOnly?: boolean;
    reason?: string;
  };
  "temporal.api.command.v1.RequestCancelNexusOperationCommandAttributes": {
    scheduledEventId?: string;
  };
  "temporal.api.command.v1.ScheduleActivityTaskCommandAttributes": {
    activityId?: string;
    activityType?: Messages["temporal.api.common.v1.ActivityType"];
    taskQueue?: Messages["temporal.api.taskqueue.v1.TaskQueue"];
    header?: Messages["temporal.api.common.v1.Header"];
    input?: Messages["temporal.api.common.v1.Payloads"];
    scheduleToCloseTimeout?: string;
    scheduleToStartTimeout?: string;
    startToCloseTimeout?: string;
    heartbeatTimeout?: string;
    retryPolicy?: Messages["temporal.api.common.v1.RetryPolicy"];
    requestEagerExecution?: boolean;
    useWorkflowBuildId?: boolean;
    priority?: Messages["temporal.api.common.v1.Priority"];
  };
  "temporal.api.command.v1.ScheduleNexusOperationCommandAttributes": {
    endpoint?: string;
    service?: string;
    operation?: string;
    input?: Messages["temporal.api.common.v1.Payload"];
    scheduleToCloseTimeout?: string;
    nexusHeader?: Record<string, string>;
    scheduleToStartTimeout?: string;
    startToCloseTimeout?: string;
  };
  "temporal.api.command.v1.SignalExternalWorkflowExecutionCommandAttributes": {
    namespace?: string;
    execution?: Messages["temporal.api.common.v1.WorkflowExecution"];
    signalName?: string;
    input?: Messages["temporal.api.common.v1.Payloads"];
    control?: string;
    childWorkflowOnly?: boolean;
    header?: Messages["temporal.api.common.v1.Header"];
  };
  "temporal.api.command.v1.StartChildWorkflowExecutionCommandAttributes": {
    namespace?: string;
    workflowId?: string;
    workflowType?: Messages["temporal.api.common.v1.WorkflowType"];
    taskQueue?: Messages["temporal.api.taskqueue.v1.TaskQueue"];
    input?: Messages["temporal.api.common.v1.Payloads"];
    workflowExecutionTimeout?: string;
    workflowRunTimeout?: string;
    workflowTaskTimeout?: string;
    parentClosePolicy?: Enums["temporal.api.enums.v1.ParentClosePolicy"];
    control?: string;
    workflowIdReusePolicy?: Enums["temporal.api.enums.v1.WorkflowIdReusePolicy"];
    retryPolicy?: Messages["temporal.api.common.v1.RetryPolicy"];
    cronSchedule?: string;
    header?: Messages["temporal.api.common.v1.Header"];
    memo?: Messages["temporal.api.common.v1.Memo"];
    searchAttributes?: Messages["temporal.api.common.v1.SearchAttributes"];
    inheritBuildId?: boolean;
    priority?: Messages["temporal.api.common.v1.Priority"];
    versioningOverride?: Messages["temporal.api.workflow.v1.VersioningOverride"];
  };
  "temporal.api.command.v1.StartTimerCommandAttributes": {
    timerId?: string;
    startToFireTimeout?: string;
  };
  "temporal.api.command.v1.UpsertWorkflowSearchAttributesCommandAttributes": {
    searchAttributes?: Messages["temporal.api.common.v1.SearchAttributes"];
  };
  "temporal.api.common.v1.ActivityType": {
    name?: string;
  };
  "temporal.api.common.v1.Callback": {
    nexus?: Messages["temporal.api.common.v1.Callback.Nexus"];
    internal?: Messages["temporal.api.common.v1.Callback.Internal"];
    links?: (Messages["temporal.api.common.v1.Link"])[];
  };
  "temporal.api.common.v1.Callback.Internal": {
    data?: string;
  };
  "temporal.api.common.v1.Callback.Nexus": {
    url?: string;
    header?: Record<string, string>;
  };
  "temporal.api.common.v1.DataBlob": {
    encodingType?: Enums["temporal.api.enums.v1.EncodingType"];
    data?: string;
  };
  "temporal.api.common.v1.Execution": {
    type?: Enums["temporal.api.enums.v1.ExecutionType"];
    businessId?: string;
    runId?: string;
  };
  "temporal.api.common.v1.FastForwardConfig": {
    id?: string;
    duration?: string;
  };
  "temporal.api.common.v1.Header": {
    fields?: Record<string, Messages["temporal.api.common.v1.Payload"]>;
  };
  "temporal.api.common.v1.Link": {
    workflowEvent?: Messages["temporal.api.common.v1.Link.WorkflowEvent"];
    batchJob?: Messages["temporal.api.common.v1.Link.BatchJob"];
    activity?: Messages["temporal.api.common.v1.Link.Activity"];
    nexusOperation?: Messages["temporal.api.common.v1.Link.NexusOperation"];
    workflow?: Messages["temporal.api.common.v1.Link.Workflow"];
  };
  "temporal.api.common.v1.Link.Activity": {
    namespace?: string;
    activityId?: string;
    runId?: string;
  };
  "temporal.api.common.v1.Link.BatchJob": {
    jobId?: string;
  };
  "temporal.api.common.v1.Link.NexusOperation": {
    namespace?: string;
    operationId?: string;
    runId?: string;
  };
  "temporal.api.common.v1.Link.Workflow": {
    namespace?: string;
    workflowId?: string;
    runId?: string;
    reason?: string;
  };
  "temporal.api.common.v1.Link.WorkflowEvent": {
    namespace?: string;
    workflowId?: string;
    runId?: string;
    eventRef?: Messages["temporal.api.common.v1.Link.WorkflowEvent.EventReference"];
    requestIdRef?: Messages["temporal.api.common.v1.Link.WorkflowEvent.RequestIdReference"];
  };
  "temporal.api.common.v1.Link.WorkflowEvent.EventReference": {
    eventId?: string;
    eventType?: Enums["temporal.api.enums.v1.EventType"];
  };
  "temporal.api.common.v1.Link.WorkflowEvent.RequestIdReference": {
    requestId?: string;
    eventType?: Enums["temporal.api.enums.v1.EventType"];
  };
  "temporal.api.common.v1.Memo": {
    fields?: Record<string, Messages["temporal.api.common.v1.Payload"]>;
  };
  "temporal.api.common.v1.MeteringMetadata": {
    nonfirstLocalActivityExecutionAttempts?: number;
  };
  "temporal.api.common.v1.OnConflictOptions": {
    attachRequestId?: boolean;
    attachCompletionCallbacks?: boolean;
    attachLinks?: boolean;
  };
  "temporal.api.common.v1.Payload": {
    metadata?: Record<string, string>;
    data?: string;
    externalPayloads?: (Messages["temporal.api.common.v1.Payload.ExternalPayloadDetails"])[];
  };
  "temporal.api.common.v1.Payload.ExternalPayloadDetails": {
    sizeBytes?: string;
  };
  "temporal.api.common.v1.Payloads": {
    payloads?: (Messages["temporal.api.common.v1.Payload"])[];
  };
  "temporal.api.common.v1.Principal": {
    type?: string;
    name?: string;
  };
  "temporal.api.common.v1.Priority": {
    priorityKey?: number;
    fairnessKey?: string;
    fairnessWeight?: number;
  };
  "temporal.api.common.v1.ResetOptions": {
    firstWorkflowTask?: Record<string, never>;
    lastWorkflowTask?: Record<string, never>;
    workflowTaskId?: string;
    buildId?: string;
    resetReapplyType?: Enums["temporal.api.enums.v1.ResetReapplyType"];
    currentRunOnly?: boolean;
    resetReapplyExcludeTypes?: (Enums["temporal.api.enums.v1.ResetReapplyExcludeType"])[];
  };
  "temporal.api.common.v1.RetryPolicy": {
    initialInterval?: string;
    backoffCoefficient?: number;
    maximumInterval?: string;
    maximumAttempts?: number;
    nonRetryableErrorTypes?: (string)[];
  };
  "temporal.api.common.v1.SearchAttributes": {
    indexedFields?: Record<string, Messages["temporal.api.common.v1.Payload"]>;
  };
  "temporal.api.common.v1.TimeSkippingConfig": {
    enabled?: boolean;
    fastForwardConfig?: Messages["temporal.api.common.v1.FastForwardConfig"];
    disablePropagation?: boolean;
    maxSessionSkipCount?: number;
  };
  "temporal.api.common.v1.TimeSkippingFastForwardInfo": {
    fastForwardDuration?: string;
    fastForwardId?: string;
    targetTime?: string;
    hasCompleted?: boolean;
  };
  "temporal.api.common.v1.TimeSkippingInfo": {
    currentTime?: string;
    effectiveConfig?: Messages["temporal.api.common.v1.TimeSkippingConfig"];
    fastForwardInfo?: Messages["temporal.api.common.v1.TimeSkippingFastForwardInfo"];
    currentSessionSkipCount?: number;
  };
  "temporal.api.common.v1.TimeSkippingStatePropagation": {
    initialSkippedDuration?: string;
    fastForwardTargetTime?: string;
    initialSkipCount?: number;
  };
  "temporal.api.common.v1.WorkerSelector": {
    workerInstanceKey?: string;
  };
  "temporal.api.common.v1.WorkerVersionCapabilities": {
    buildId?: string;
    useVersioning?: boolean;
    deploymentSeriesName?: string;
  };
  "temporal.api.common.v1.WorkerVersionStamp": {
    buildId?: string;
    useVersioning?: boolean;
  };
  "temporal.api.common.v1.WorkflowExecution": {
    workflowId?: string;
    runId?: string;
  };
  "temporal.api.common.v1.WorkflowType": {
    name?: string;
  };
  "temporal.api.compute.v1.ComputeConfig": {
    scalingGroups?: Record<string, Messages["temporal.api.compute.v1.ComputeConfigScalingGroup"]>;
  };
  "temporal.api.compute.v1.ComputeConfigScalingGroup": {
    taskQueueTypes?: (Enums["temporal.api.enums.v1.TaskQueueType"])[];
    provider?: Messages["temporal.api.compute.v1.ComputeProvider"];
    scaler?: Messages["temporal.api.compute.v1.ComputeScaler"];
  };
  "temporal.api.compute.v1.ComputeConfigScalingGroupSummary": {
    taskQueueTypes?: (Enums["temporal.api.enums.v1.TaskQueueType"])[];
    providerType?: string;
  };
  "temporal.api.compute.v1.ComputeConfigScalingGroupUpdate": {
    scalingGroup?: Messages["temporal.api.compute.v1.ComputeConfigScalingGroup"];
    updateMask?: string;
  };
  "temporal.api.compute.v1.ComputeConfigSummary": {
    scalingGroups?: Record<string, Messages["temporal.api.compute.v1.ComputeConfigScalingGroupSummary"]>;
  };
  "temporal.api.compute.v1.ComputeProvider": {
    type?: string;
    details?: Messages["temporal.api.common.v1.Payload"];
    nexusEndpoint?: string;
  };
  "temporal.api.compute.v1.ComputeScaler": {
    type?: string;
    details?: Messages["temporal.api.common.v1.Payload"];
  };
  "temporal.api.deployment.v1.ComputeStatus": {
    providerValidation?: Messages["temporal.api.deployment.v1.ComputeStatus.ProviderValidationStatus"];
  };
  "temporal.api.deployment.v1.ComputeStatus.ProviderValidationStatus": {
    errorMessage?: string;
    lastCheckTime?: string;
  };
  "temporal.api.deployment.v1.Deployment": {
    seriesName?: string;
    buildId?: string;
  };
  "temporal.api.deployment.v1.DeploymentInfo": {
    deployment?: Messages["temporal.api.deployment.v1.Deployment"];
    createTime?: string;
    taskQueueInfos?: (Messages["temporal.api.deployment.v1.DeploymentInfo.TaskQueueInfo"])[];
    metadata?: Record<string, Messages["temporal.api.common.v1.Payload"]>;
    isCurrent?: boolean;
  };
  "temporal.api.deployment.v1.DeploymentInfo.TaskQueueInfo": {
    name?: string;
    type?: Enums["temporal.api.enums.v1.TaskQueueType"];
    firstPollerTime?: string;
  };
  "temporal.api.deployment.v1.DeploymentListInfo": {
    deployment?: Messages["temporal.api.deployment.v1.Deployment"];
    createTime?: string;
    isCurrent?: boolean;
  };
  "temporal.api.deployment.v1.InheritedAutoUpgradeInfo": {
    sourceDeploymentVersion?: Messages["temporal.api.deployment.v1.WorkerDeploymentVersion"];
    sourceDeploymentRevisionNumber?: string;
    continueAsNewInitialVersioningBehavior?: Enums["temporal.api.enums.v1.ContinueAsNewVersioningBehavior"];
  };
  "temporal.api.deployment.v1.RoutingConfig": {
    currentVersion?: string;
    rampingVersion?: string;
    rampingVersionPercentage?: number;
    currentVersionChangedTime?: string;
    rampingVersionChangedTime?: string;
    rampingVersionPercentageChangedTime?: string;
    currentDeploymentVersion?: Messages["temporal.api.deployment.v1.WorkerDeploymentVersion"];
    rampingDeploymentVersion?: Messages["temporal.api.deployment.v1.WorkerDeploymentVersion"];
    revisionNumber?: string;
  };
  "temporal.api.deployment.v1.UpdateDeploymentMetadata": {
    upsertEntries?: Record<string, Messages["temporal.api.common.v1.Payload"]>;
    removeEntries?: (string)[];
  };
  "temporal.api.deployment.v1.VersionDrainageInfo": {
    status?: Enums["temporal.api.enums.v1.VersionDrainageStatus"];
    lastChangedTime?: string;
    lastCheckedTime?: string;
  };
  "temporal.api.deployment.v1.VersionMetadata": {
    entries?: Record<string, Messages["temporal.api.common.v1.Payload"]>;
  };
  "temporal.api.deployment.v1.WorkerDeploymentInfo": {
    name?: string;
    versionSummaries?: (Messages["temporal.api.deployment.v1.WorkerDeploymentInfo.WorkerDeploymentVersionSummary"])[];
    createTime?: string;
    routingConfig?: Messages["temporal.api.deployment.v1.RoutingConfig"];
    lastModifierIdentity?: string;
    managerIdentity?: string;
    routingConfigUpdateState?: Enums["temporal.api.enums.v1.RoutingConfigUpdateState"];
  };
  "temporal.api.deployment.v1.WorkerDeploymentInfo.WorkerDeploymentVersionSummary": {
    version?: string;
    createTime?: string;
    drainageStatus?: Enums["temporal.api.enums.v1.VersionDrainageStatus"];
    deploymentVersion?: Messages["temporal.api.deployment.v1.WorkerDeploymentVersion"];
    drainageInfo?: Messages["temporal.api.deployment.v1.VersionDrainageInfo"];
    currentSinceTime?: string;
    rampingSinceTime?: string;
    routingUpdateTime?: string;
    firstActivationTime?: string;
    lastDeactivationTime?: string;
    status?: Enums["temporal.api.enums.v1.WorkerDeploymentVersionStatus"];
    lastCurrentTime?: string;
    computeConfig?: Messages["temporal.api.compute.v1.ComputeConfigSummary"];
    computeStatus?: Messages["temporal.api.deployment.v1.ComputeStatus"];
  };
  "temporal.api.deployment.v1.WorkerDeploymentOptions": {
    deploymentName?: string;
    buildId?: string;
    workerVersioningMode?: Enums["temporal.api.enums.v1.WorkerVersioningMode"];
  };
  "temporal.api.deployment.v1.WorkerDeploymentVersion": {
    buildId?: string;
    deploymentName?: string;
  };
  "temporal.api.deployment.v1.WorkerDeploymentVersionInfo": {
    version?: string;
    deploymentName?: string;
    createTime?: string;
    routingChangedTime?: string;
    currentSinceTime?: string;
    rampingSinceTime?: string;
    rampPercentage?: number;
    taskQueueInfos?: (Messages["temporal.api.deployment.v1.WorkerDeploymentVersionInfo.VersionTaskQueueInfo"])[];
    drainageInfo?: Messages["temporal.api.deployment.v1.VersionDrainageInfo"];
    metadata?: Messages["temporal.api.deployment.v1.VersionMetadata"];
    deploymentVersion?: Messages["temporal.api.deployment.v1.WorkerDeploymentVersion"];
    firstActivationTime?: string;
    lastDeactivationTime?: string;
    status?: Enums["temporal.api.enums.v1.WorkerDeploymentVersionStatus"];
    lastCurrentTime?: string;
    computeConfig?: Messages["temporal.api.compute.v1.ComputeConfig"];
    lastModifierIdentity?: string;
  };
  "temporal.api.deployment.v1.WorkerDeploymentVersionInfo.VersionTaskQueueInfo": {
    name?: string;
    type?: Enums["temporal.api.enums.v1.TaskQueueType"];
  };
  "temporal.api.failure.v1.ActivityFailureInfo": {
    scheduledEventId?: string;
    startedEventId?: string;
    identity?: string;
    activityType?: Messages["temporal.api.common.v1.ActivityType"];
    activityId?: string;
    retryState?: Enums["temporal.api.enums.v1.RetryState"];
  };
  "temporal.api.failure.v1.ApplicationFailureInfo": {
    type?: string;
    nonRetryable?: boolean;
    details?: Messages["temporal.api.common.v1.Payloads"];
    nextRetryDelay?: string;
    category?: Enums["temporal.api.enums.v1.ApplicationErrorCategory"];
  };
  "temporal.api.failure.v1.CanceledFailureInfo": {
    details?: Messages["temporal.api.common.v1.Payloads"];
    identity?: string;
  };
  "temporal.api.failure.v1.ChildWorkflowExecutionFailureInfo": {
    namespace?: string;
    workflowExecution?: Messages["temporal.api.common.v1.WorkflowExecution"];
    workflowType?: Messages["temporal.api.common.v1.WorkflowType"];
    initiatedEventId?: string;
    startedEventId?: string;
    retryState?: Enums["temporal.api.enums.v1.RetryState"];
  };
  "temporal.api.failure.v1.Failure": {
    message?: string;
    source?: string;
    stackTrace?: string;
    cause?: Messages["temporal.api.failure.v1.Failure"];
    applicationFailureInfo?: Messages["temporal.api.failure.v1.ApplicationFailureInfo"];
    timeoutFailureInfo?: Messages["temporal.api.failure.v1.TimeoutFailureInfo"];
    canceledFailureInfo?: Messages["temporal.api.failure.v1.CanceledFailureInfo"];
    terminatedFailureInfo?: Messages["temporal.api.failure.v1.TerminatedFailureInfo"];
    serverFailureInfo?: Messages["temporal.api.failure.v1.ServerFailureInfo"];
    resetWorkflowFailureInfo?: Messages["temporal.api.failure.v1.ResetWorkflowFailureInfo"];
    activityFailureInfo?: Messages["temporal.api.failure.v1.ActivityFailureInfo"];
    childWorkflowExecutionFailureInfo?: Messages["temporal.api.failure.v1.ChildWorkflowExecutionFailureInfo"];
    nexusOperationExecutionFailureInfo?: Messages["temporal.api.failure.v1.NexusOperationFailureInfo"];
    nexusHandlerFailureInfo?: Messages["temporal.api.failure.v1.NexusHandlerFailureInfo"];
    encodedAttributes?: Messages["temporal.api.common.v1.Payload"];
  };
  "temporal.api.failure.v1.NexusHandlerFailureInfo": {
    type?: string;
    retryBehavior?: Enums["temporal.api.enums.v1.NexusHandlerErrorRetryBehavior"];
  };
  "temporal.api.failure.v1.NexusOperationFailureInfo": {
    scheduledEventId?: string;
    endpoint?: string;
    service?: string;
    operation?: string;
    operationId?: string;
    operationToken?: string;
  };
  "temporal.api.failure.v1.ResetWorkflowFailureInfo": {
    lastHeartbeatDetails?: Messages["temporal.api.common.v1.Payloads"];
  };
  "temporal.api.failure.v1.ServerFailureInfo": {
    nonRetryable?: boolean;
  };
  "temporal.api.failure.v1.TerminatedFailureInfo": {
    identity?: string;
  };
  "temporal.api.failure.v1.TimeoutFailureInfo": {
    timeoutType?: Enums["temporal.api.enums.v1.TimeoutType"];
    lastHeartbeatDetails?: Messages["temporal.api.common.v1.Payloads"];
  };
  "temporal.api.filter.v1.StartTimeFilter": {
    earliestTime?: string;
    latestTime?: string;
  };
  "temporal.api.filter.v1.StatusFilter": {
    status?: Enums["temporal.api.enums.v1.WorkflowExecutionStatus"];
  };
  "temporal.api.filter.v1.WorkflowExecutionFilter": {
    workflowId?: string;
    runId?: string;
  };
  "temporal.api.filter.v1.WorkflowTypeFilter": {
    name?: string;
  };
  "temporal.api.history.v1.ActivityPropertiesModifiedExternallyEventAttributes": {
    scheduledEventId?: string;
    newRetryPolicy?: Messages["temporal.api.common.v1.RetryPolicy"];
  };
  "temporal.api.history.v1.ActivityTaskCancelRequestedEventAttributes": {
    scheduledEventId?: string;
    workflowTaskCompletedEventId?: string;
  };
  "temporal.api.history.v1.ActivityTaskCanceledEventAttributes": {
    details?: Messages["temporal.api.common.v1.Payloads"];
    latestCancelRequestedEventId?: string;
    scheduledEventId?: string;
    startedEventId?: string;
    identity?: string;
    workerVersion?: Messages["temporal.api.common.v1.WorkerVersionStamp"];
  };
  "temporal.api.history.v1.ActivityTaskCompletedEventAttributes": {
    result?: Messages["temporal.api.common.v1.Payloads"];
    scheduledEventId?: string;
    startedEventId?: string;
    identity?: string;
    workerVersion?: Messages["temporal.api.common.v1.WorkerVersionStamp"];
  };
  "temporal.api.history.v1.ActivityTaskFailedEventAttributes": {
    failure?: Messages["temporal.api.failure.v1.Failure"];
    scheduledEventId?: string;
    startedEventId?: string;
    identity?: string;
    retryState?: Enums["temporal.api.enums.v1.RetryState"];
    workerVersion?: Messages["temporal.api.common.v1.WorkerVersionStamp"];
  };
  "temporal.api.history.v1.ActivityTaskScheduledEventAttributes": {
    activityId?: string;
    activityType?: Messages["temporal.api.common.v1.ActivityType"];
    taskQueue?: Messages["temporal.api.taskqueue.v1.TaskQueue"];
    header?: Messages["temporal.api.common.v1.Header"];
    input?: Messages["temporal.api.common.v1.Payloads"];
    scheduleToCloseTimeout?: string;
    scheduleToStartTimeout?: string;
    startToCloseTimeout?: string;
    heartbeatTimeout?: string;
    workflowTaskCompletedEventId?: string;
    retryPolicy?: Messages["temporal.api.common.v1.RetryPolicy"];
    useWorkflowBuildId?: boolean;
    priority?: Messages["temporal.api.common.v1.Priority"];
  };
  "temporal.api.history.v1.ActivityTaskStartedEventAttributes": {
    scheduledEventId?: string;
    identity?: string;
    requestId?: string;
    attempt?: number;
    lastFailure?: Messages["temporal.api.failure.v1.Failure"];
    workerVersion?: Messages["temporal.api.common.v1.WorkerVersionStamp"];
    buildIdRedirectCounter?: string;
  };
  "temporal.api.history.v1.ActivityTaskTimedOutEventAttributes": {
    failure?: Messages["temporal.api.failure.v1.Failure"];
    scheduledEventId?: string;
    startedEventId?: string;
    retryState?: Enums["temporal.api.enums.v1.RetryState"];
  };
  "temporal.api.history.v1.ChildWorkflowExecutionCanceledEventAttributes": {
    details?: Messages["temporal.api.common.v1.Payloads"];
    namespace?: string;
    workflowExecution?: Messages["temporal.api.common.v1.WorkflowExecution"];
    workflowType?: Messages["temporal.api.common.v1.WorkflowType"];
    initiatedEventId?: string;
    startedEventId?: string;
    namespaceId?: string;
  };
  "temporal.api.history.v1.ChildWorkflowExecutionCompletedEventAttributes": {
    result?: Messages["temporal.api.common.v1.Payloads"];
    namespace?: string;
    workflowExecution?: Messages["temporal.api.common.v1.WorkflowExecution"];
    workflowType?: Messages["temporal.api.common.v1.WorkflowType"];
    initiatedEventId?: string;
    startedEventId?: string;
    namespaceId?: string;
  };
  "temporal.api.history.v1.ChildWorkflowExecutionFailedEventAttributes": {
    failure?: Messages["temporal.api.failure.v1.Failure"];
    namespace?: string;
    workflowExecution?: Messages["temporal.api.common.v1.WorkflowExecution"];
    workflowType?: Messages["temporal.api.common.v1.WorkflowType"];
    initiatedEventId?: string;
    startedEventId?: string;
    retryState?: Enums["temporal.api.enums.v1.RetryState"];
    namespaceId?: string;
  };
  "temporal.api.history.v1.ChildWorkflowExecutionStartedEventAttributes": {
    namespace?: string;
    initiatedEventId?: string;
    workflowExecution?: Messages["temporal.api.common.v1.WorkflowExecution"];
    workflowType?: Messages["temporal.api.common.v1.WorkflowType"];
    header?: Messages["temporal.api.common.v1.Header"];
    namespaceId?: string;
  };
  "temporal.api.history.v1.ChildWorkflowExecutionTerminatedEventAttributes": {
    namespace?: string;
    workflowExecution?: Messages["temporal.api.common.v1.WorkflowExecution"];
    workflowType?: Messages["temporal.api.common.v1.WorkflowType"];
    initiatedEventId?: string;
    startedEventId?: string;
    namespaceId?: string;
  };
  "temporal.api.history.v1.ChildWorkflowExecutionTimedOutEventAttributes": {
    namespace?: string;
    workflowExecution?: Messages["temporal.api.common.v1.WorkflowExecution"];
    workflowType?: Messages["temporal.api.common.v1.WorkflowType"];
    initiatedEventId?: string;
    startedEventId?: string;
    retryState?: Enums["temporal.api.enums.v1.RetryState"];
    namespaceId?: string;
  };
  "temporal.api.history.v1.DeclinedTargetVersionUpgrade": {
    deploymentVersion?: Messages["temporal.api.deployment.v1.WorkerDeploymentVersion"];
    revisionNumber?: string;
  };
  "temporal.api.history.v1.ExternalWorkflowExecutionCancelRequestedEventAttributes": {
    initiatedEventId?: string;
    namespace?: string;
    workflowExecution?: Messages["temporal.api.common.v1.WorkflowExecution"];
    namespaceId?: string;
  };
  "temporal.api.history.v1.ExternalWorkflowExecutionSignaledEventAttributes": {
    initiatedEventId?: string;
    namespace?: string;
    workflowExecution?: Messages["temporal.api.common.v1.WorkflowExecution"];
    control?: string;
    namespaceId?: string;
  };
  "temporal.api.history.v1.History": {
    events?: (Messages["temporal.api.history.v1.HistoryEvent"])[];
  };
  "temporal.api.history.v1.HistoryEvent": {
    eventId?: string;
    eventTime?: string;
    eventType?: Enums["temporal.api.enums.v1.EventType"];
    version?: string;
    taskId?: string;
    workflowExecutionStartedEventAttributes?: Messages["temporal.api.history.v1.WorkflowExecutionStartedEventAttributes"];
    workflowExecutionCompletedEventAttributes?: Messages["temporal.api.history.v1.WorkflowExecutionCompletedEventAttributes"];
    workflowExecutionFailedEventAttributes?: Messages["temporal.api.history.v1.WorkflowExecutionFailedEventAttributes"];
    workflowExecutionTimedOutEventAttributes?: Messages["temporal.api.history.v1.WorkflowExecutionTimedOutEventAttributes"];
    workflowTaskScheduledEventAttributes?: Messages["temporal.api.history.v1.WorkflowTaskScheduledEventAttributes"];
    workflowTaskStartedEventAttributes?: Messages["temporal.api.history.v1.WorkflowTaskStartedEventAttributes"];
    workflowTaskCompletedEventAttributes?: Messages["temporal.api.history.v1.WorkflowTaskCompletedEventAttributes"];
    workflowTaskTimedOutEventAttributes?: Messages["temporal.api.history.v1.WorkflowTaskTimedOutEventAttributes"];
    workflowTaskFailedEventAttributes?: Messages["temporal.api.history.v1.WorkflowTaskFailedEventAttributes"];
    activityTaskScheduledEventAttributes?: Messages["temporal.api.history.v1.ActivityTaskScheduledEventAttributes"];
    activityTaskStartedEventAttributes?: Messages["temporal.api.history.v1.ActivityTaskStartedEventAttributes"];
    activityTaskCompletedEventAttributes?: Messages["temporal.api.history.v1.ActivityTaskCompletedEventAttributes"];
    activityTaskFailedEventAttributes?: Messages["temporal.api.history.v1.ActivityTaskFailedEventAttributes"];
    activityTaskTimedOutEventAttributes?: Messages["temporal.api.history.v1.ActivityTaskTimedOutEventAttributes"];
    timerStartedEventAttributes?: Messages["temporal.api.history.v1.TimerStartedEventAttributes"];
    timerFiredEventAttributes?: Messages["temporal.api.history.v1.TimerFiredEventAttributes"];
    activityTaskCancelRequestedEventAttributes?: Messages["temporal.api.history.v1.ActivityTaskCancelRequestedEventAttributes"];
    activityTaskCanceledEventAttributes?: Messages["temporal.api.history.v1.ActivityTaskCanceledEventAttributes"];
    timerCanceledEventAttributes?: Messages["temporal.api.history.v1.TimerCanceledEventAttributes"];
    markerRecordedEventAttributes?: Messages["temporal.api.history.v1.MarkerRecordedEventAttributes"];
    workflowExecutionSignaledEventAttributes?: Messages["temporal.api.history.v1.WorkflowExecutionSignaledEventAttributes"];
    workflowExecutionTerminatedEventAttributes?: Messages["temporal.api.history.v1.WorkflowExecutionTerminatedEventAttributes"];
    workflowExecutionCancelRequestedEventAttributes?: Messages["temporal.api.history.v1.WorkflowExecutionCancelRequestedEventAttributes"];
    workflowExecutionCanceledEventAttributes?: Messages["temporal.api.history.v1.WorkflowExecutionCanceledEventAttributes"];
    requestCancelExternalWorkflowExecutionInitiatedEventAttributes?: Messages["temporal.api.history.v1.RequestCancelExternalWorkflowExecutionInitiatedEventAttributes"];
    requestCancelExternalWorkflowExecutionFailedEventAttributes?: Messages["temporal.api.history.v1.RequestCancelExternalWorkflowExecutionFailedEventAttributes"];
    externalWorkflowExecutionCancelRequestedEventAttributes?: Messages["temporal.api.history.v1.ExternalWorkflowExecutionCancelRequestedEventAttributes"];
    workflowExecutionContinuedAsNewEventAttributes?: Messages["temporal.api.history.v1.WorkflowExecutionContinuedAsNewEventAttributes"];
    startChildWorkflowExecutionInitiatedEventAttributes?: Messages["temporal.api.history.v1.StartChildWorkflowExecutionInitiatedEventAttributes"];
    startChildWorkflowExecutionFailedEventAttributes?: Messages["temporal.api.history.v1.StartChildWorkflowExecutionFailedEventAttributes"];
    childWorkflowExecutionStartedEventAttributes?: Messages["temporal.api.history.v1.ChildWorkflowExecutionStartedEventAttributes"];
    childWorkflowExecutionCompletedEventAttributes?: Messages["temporal.api.history.v1.ChildWorkflowExecutionCompletedEventAttributes"];
    childWorkflowExecutionFailedEventAttributes?: Messages["temporal.api.history.v1.ChildWorkflowExecutionFailedEventAttributes"];
    childWorkflowExecutionCanceledEventAttributes?: Messages["temporal.api.history.v1.ChildWorkflowExecutionCanceledEventAttributes"];
    childWorkflowExecutionTimedOutEventAttributes?: Messages["temporal.api.history.v1.ChildWorkflowExecutionTimedOutEventAttributes"];
    childWorkflowExecutionTerminatedEventAttributes?: Messages["temporal.api.history.v1.ChildWorkflowExecutionTerminatedEventAttributes"];
    signalExternalWorkflowExecutionInitiatedEventAttributes?: Messages["temporal.api.history.v1.SignalExternalWorkflowExecutionInitiatedEventAttributes"];
    signalExternalWorkflowExecutionFailedEventAttributes?: Messages["temporal.api.history.v1.SignalExternalWorkflowExecutionFailedEventAttributes"];
    externalWorkflowExecutionSignaledEventAttributes?: Messages["temporal.api.history.v1.ExternalWorkflowExecutionSignaledEventAttributes"];
    upsertWorkflowSearchAttributesEventAttributes?: Messages["temporal.api.history.v1.UpsertWorkflowSearchAttributesEventAttributes"];
    workflowExecutionUpdateAcceptedEventAttributes?: Messages["temporal.api.history.v1.WorkflowExecutionUpdateAcceptedEventAttributes"];
    workflowExecutionUpdateRejectedEventAttributes?: Messages["temporal.api.history.v1.WorkflowExecutionUpdateRejectedEventAttributes"];
    workflowExecutionUpdateCompletedEventAttributes?: Messages["temporal.api.history.v1.WorkflowExecutionUpdateCompletedEventAttributes"];
    workflowPropertiesModifiedExternallyEventAttributes?: Messages["temporal.api.history.v1.WorkflowPropertiesModifiedExternallyEventAttributes"];
    activityPropertiesModifiedExternallyEventAttributes?: Messages["temporal.api.history.v1.ActivityPropertiesModifiedExternallyEventAttributes"];
    workflowPropertiesModifiedEventAttributes?: Messages["temporal.api.history.v1.WorkflowPropertiesModifiedEventAttributes"];
    workflowExecutionUpdateAdmittedEventAttributes?: Messages["temporal.api.history.v1.WorkflowExecutionUpdateAdmittedEventAttributes"];
    nexusOperationScheduledEventAttributes?: Messages["temporal.api.history.v1.NexusOperationScheduledEventAttributes"];
    nexusOperationStartedEventAttributes?: Messages["temporal.api.history.v1.NexusOperationStartedEventAttributes"];
    nexusOperationCompletedEventAttributes?: Messages["temporal.api.history.v1.NexusOperationCompletedEventAttributes"];
    nexusOperationFailedEventAttributes?: Messages["temporal.api.history.v1.NexusOperationFailedEventAttributes"];
    nexusOperationCanceledEventAttributes?: Messages["temporal.api.history.v1.NexusOperationCanceledEventAttributes"];
    nexusOperationTimedOutEventAttributes?: Messages["temporal.api.history.v1.NexusOperationTimedOutEventAttributes"];
    nexusOperationCancelRequestedEventAttributes?: Messages["temporal.api.history.v1.NexusOperationCancelRequestedEventAttributes"];
    workflowExecutionOptionsUpdatedEventAttributes?: Messages["temporal.api.history.v1.WorkflowExecutionOptionsUpdatedEventAttributes"];
    nexusOperationCancelRequestCompletedEventAttributes?: Messages["temporal.api.history.v1.NexusOperationCancelRequestCompletedEventAttributes"];
    nexusOperationCancelRequestFailedEventAttributes?: Messages["temporal.api.history.v1.NexusOperationCancelRequestFailedEventAttributes"];
    workflowExecutionPausedEventAttributes?: Messages["temporal.api.history.v1.WorkflowExecutionPausedEventAttributes"];
    workflowExecutionUnpausedEventAttributes?: Messages["temporal.api.history.v1.WorkflowExecutionUnpausedEventAttributes"];
    workflowExecutionTimeSkippingTransitionedEventAttributes?: Messages["temporal.api.history.v1.WorkflowExecutionTimeSkippingTransitionedEventAttributes"];
    workerMayIgnore?: boolean;
    userMetadata?: Messages["temporal.api.sdk.v1.UserMetadata"];
    links?: (Messages["temporal.api.common.v1.Link"])[];
    principal?: Messages["temporal.api.common.v1.Principal"];
    eventGroupMarkers?: (Messages["temporal.api.sdk.v1.EventGroupMarker"])[];
  };
  "temporal.api.history.v1.MarkerRecordedEventAttributes": {
    markerName?: string;
    details?: Record<string, Messages["temporal.api.common.v1.Payloads"]>;
    workflowTaskCompletedEventId?: string;
    header?: Messages["temporal.api.common.v1.Header"];
    failure?: Messages["temporal.api.failure.v1.Failure"];
  };
  "temporal.api.history.v1.NexusOperationCancelRequestCompletedEventAttributes": {
    requestedEventId?: string;
    workflowTaskCompletedEventId?: string;
    scheduledEventId?: string;
  };
  "temporal.api.history.v1.NexusOperationCancelRequestFailedEventAttributes": {
    requestedEventId?: string;
    workflowTaskCompletedEventId?: string;
    failure?: Messages["temporal.api.failure.v1.Failure"];
    scheduledEventId?: string;
  };
  "temporal.api.history.v1.NexusOperationCancelRequestedEventAttributes": {
    scheduledEventId?: string;
    workflowTaskCompletedEventId?: string;
  };
  "temporal.api.history.v1.NexusOperationCanceledEventAttributes": {
    scheduledEventId?: string;
    failure?: Messages["temporal.api.failure.v1.Failure"];
    requestId?: string;
  };
  "temporal.api.history.v1.NexusOperationCompletedEventAttributes": {
    scheduledEventId?: string;
    result?: Messages["temporal.api.common.v1.Payload"];
    requestId?: string;
  };
  "temporal.api.history.v1.NexusOperationFailedEventAttributes": {
    scheduledEventId?: string;
    failure?: Messages["temporal.api.failure.v1.Failure"];
    requestId?: string;
  };
  "temporal.api.history.v1.NexusOperationScheduledEventAttributes": {
    endpoint?: string;
    service?: string;
    operation?: string;
    input?: Messages["temporal.api.common.v1.Payload"];
    scheduleToCloseTimeout?: string;
    nexusHeader?: Record<string, string>;
    workflowTaskCompletedEventId?: string;
    requestId?: string;
    endpointId?: string;
    scheduleToStartTimeout?: string;
    startToCloseTimeout?: string;
  };
  "temporal.api.history.v1.NexusOperationStartedEventAttributes": {
    scheduledEventId?: string;
    operationId?: string;
    requestId?: string;
    operationToken?: string;
  };
  "temporal.api.history.v1.NexusOperationTimedOutEventAttributes": {
    scheduledEventId?: string;
    failure?: Messages["temporal.api.failure.v1.Failure"];
    requestId?: string;
  };
  "temporal.api.history.v1.RequestCancelExternalWorkflowExecutionFailedEventAttributes": {
    cause?: Enums["temporal.api.enums.v1.CancelExternalWorkflowExecutionFailedCause"];
    workflowTaskCompletedEventId?: string;
    namespace?: string;
    workflowExecution?: Messages["temporal.api.common.v1.WorkflowExecution"];
    initiatedEventId?: string;
    control?: string;
    namespaceId?: string;
  };
  "temporal.api.history.v1.RequestCancelExternalWorkflowExecutionInitiatedEventAttributes": {
    workflowTaskCompletedEventId?: string;
    namespace?: string;
    workflowExecution?: Messages["temporal.api.common.v1.WorkflowExecution"];
    control?: string;
    childWorkflowOnly?: boolean;
    reason?: string;
    namespaceId?: string;
  };
  "temporal.api.history.v1.SignalExternalWorkflowExecutionFailedEventAttributes": {
    cause?: Enums["temporal.api.enums.v1.SignalExternalWorkflowExecutionFailedCause"];
    workflowTaskCompletedEventId?: string;
    namespace?: string;
    workflowExecution?: Messages["temporal.api.common.v1.WorkflowExecution"];
    initiatedEventId?: string;
    control?: string;
    namespaceId?: string;
  };
  "temporal.api.history.v1.SignalExternalWorkflowExecutionInitiatedEventAttributes": {
    workflowTaskCompletedEventId?: string;
    namespace?: string;
    workflowExecution?: Messages["temporal.api.common.v1.WorkflowExecution"];
    signalName?: string;
    input?: Messages["temporal.api.common.v1.Payloads"];
    control?: string;
    childWorkflowOnly?: boolean;
    header?: Messages["temporal.api.common.v1.Header"];
    namespaceId?: string;
  };
  "temporal.api.history.v1.StartChildWorkflowExecutionFailedEventAttributes": {
    namespace?: string;
    workflowId?: string;
    workflowType?: Messages["temporal.api.common.v1.WorkflowType"];
    cause?: Enums["temporal.api.enums.v1.StartChildWorkflowExecutionFailedCause"];
    control?: string;
    initiatedEventId?: string;
    workflowTaskCompletedEventId?: string;
    namespaceId?: string;
  };
  "temporal.api.history.v1.StartChildWorkflowExecutionInitiatedEventAttributes": {
    namespace?: string;
    workflowId?: string;
    workflowType?: Messages["temporal.api.common.v1.WorkflowType"];
    taskQueue?: Messages["temporal.api.taskqueue.v1.TaskQueue"];
    input?: Messages["temporal.api.common.v1.Payloads"];
    workflowExecutionTimeout?: string;
    workflowRunTimeout?: string;
    workflowTaskTimeout?: string;
    parentClosePolicy?: Enums["temporal.api.enums.v1.ParentClosePolicy"];
    control?: string;
    workflowTaskCompletedEventId?: string;
    workflowIdReusePolicy?: Enums["temporal.api.enums.v1.WorkflowIdReusePolicy"];
    retryPolicy?: Messages["temporal.api.common.v1.RetryPolicy"];
    cronSchedule?: string;
    header?: Messages["temporal.api.common.v1.Header"];
    memo?: Messages["temporal.api.common.v1.Memo"];
    searchAttributes?: Messages["temporal.api.common.v1.SearchAttributes"];
    namespaceId?: string;
    inheritBuildId?: boolean;
    priority?: Messages["temporal.api.common.v1.Priority"];
    timeSkippingConfig?: Messages["temporal.api.common.v1.TimeSkippingConfig"];
    timeSkippingStatePropagation?: Messages["temporal.api.common.v1.TimeSkippingStatePropagation"];
    versioningOverride?: Messages["temporal.api.workflow.v1.VersioningOverride"];
  };
  "temporal.api.history.v1.TimerCanceledEventAttributes": {
    timerId?: string;
    startedEventId?: string;
    workflowTaskCompletedEventId?: string;
    identity?: string;
  };
  "temporal.api.history.v1.TimerFiredEventAttributes": {
    timerId?: string;
    startedEventId?: string;
  };
  "temporal.api.history.v1.TimerStartedEventAttributes": {
    timerId?: string;
    startToFireTimeout?: string;
    workflowTaskCompletedEventId?: string;
  };
  "temporal.api.history.v1.UpsertWorkflowSearchAttributesEventAttributes": {
    workflowTaskCompletedEventId?: string;
    searchAttributes?: Messages["temporal.api.common.v1.SearchAttributes"];
  };
  "temporal.api.history.v1.WorkflowExecutionCancelRequestedEventAttributes": {
    cause?: string;
    externalInitiatedEventId?: string;
    externalWorkflowExecution?: Messages["temporal.api.common.v1.WorkflowExecution"];
    identity?: string;
  };
  "temporal.api.history.v1.WorkflowExecutionCanceledEventAttributes": {
    workflowTaskCompletedEventId?: string;
    details?: Messages["temporal.api.common.v1.Payloads"];
  };
  "temporal.api.history.v1.WorkflowExecutionCompletedEventAttributes": {
    result?: Messages["temporal.api.common.v1.Payloads"];
    workflowTaskCompletedEventId?: string;
    newExecutionRunId?: string;
  };
  "temporal.api.history.v1.WorkflowExecutionContinuedAsNewEventAttributes": {
    newExecutionRunId?: string;
    workflowType?: Messages["temporal.api.common.v1.WorkflowType"];
    taskQueue?: Messages["temporal.api.taskqueue.v1.TaskQueue"];
    input?: Messages["temporal.api.common.v1.Payloads"];
    workflowRunTimeout?: string;
    workflowTaskTimeout?: string;
    workflowTaskCompletedEventId?: string;
    backoffStartInterval?: string;
    initiator?: Enums["temporal.api.enums.v1.ContinueAsNewInitiator"];
    failure?: Messages["temporal.api.failure.v1.Failure"];
    lastCompletionResult?: Messages["temporal.api.common.v1.Payloads"];
    header?: Messages["temporal.api.common.v1.Header"];
    memo?: Messages["temporal.api.common.v1.Memo"];
    searchAttributes?: Messages["temporal.api.common.v1.SearchAttributes"];
    inheritBuildId?: boolean;
    initialVersioningBehavior?: Enums["temporal.api.enums.v1.ContinueAsNewVersioningBehavior"];
  };
  "temporal.api.history.v1.WorkflowExecutionFailedEventAttributes": {
    failure?: Messages["temporal.api.failure.v1.Failure"];
    retryState?: Enums["temporal.api.enums.v1.RetryState"];
    workflowTaskCompletedEventId?: string;
    newExecutionRunId?: string;
  };
  "temporal.api.history.v1.WorkflowExecutionOptionsUpdatedEventAttributes": {
    versioningOverride?: Messages["temporal.api.workflow.v1.VersioningOverride"];
    unsetVersioningOverride?: boolean;
    attachedRequestId?: string;
    attachedCompletionCallbacks?: (Messages["temporal.api.common.v1.Callback"])[];
    identity?: string;
    priority?: Messages["temporal.api.common.v1.Priority"];
    timeSkippingConfig?: Messages["temporal.api.common.v1.TimeSkippingConfig"];
    workflowUpdateOptions?: (Messages["temporal.api.history.v1.WorkflowExecutionOptionsUpdatedEventAttributes.WorkflowUpdateOptionsUpdate"])[];
    timeSkippingConfigUpdated?: boolean;
  };
  "temporal.api.history.v1.WorkflowExecutionOptionsUpdatedEventAttributes.WorkflowUpdateOptionsUpdate": {
    updateId?: string;
    attachedRequestId?: string;
    attachedCompletionCallbacks?: (Messages["temporal.api.common.v1.Callback"])[];
  };
  "temporal.api.history.v1.WorkflowExecutionPausedEventAttributes": {
    identity?: string;
    reason?: string;
    requestId?: string;
  };
  "temporal.api.history.v1.WorkflowExecutionSignaledEventAttributes": {
    signalName?: string;
    input?: Messages["temporal.api.common.v1.Payloads"];
    identity?: string;
    header?: Messages["temporal.api.common.v1.Header"];
    skipGenerateWorkflowTask?: boolean;
    externalWorkflowExecution?: Messages["temporal.api.common.v1.WorkflowExecution"];
    requestId?: string;
  };
  "temporal.api.history.v1.WorkflowExecutionStartedEventAttributes": {
    workflowType?: Messages["temporal.api.common.v1.WorkflowType"];
    parentWorkflowNamespace?: string;
    parentWorkflowExecution?: Messages["temporal.api.common.v1.WorkflowExecution"];
    parentInitiatedEventId?: string;
    taskQueue?: Messages["temporal.api.taskqueue.v1.TaskQueue"];
    input?: Messages["temporal.api.common.v1.Payloads"];
    workflowExecutionTimeout?: string;
    workflowRunTimeout?: string;
    workflowTaskTimeout?: string;
    continuedExecutionRunId?: string;
    initiator?: Enums["temporal.api.enums.v1.ContinueAsNewInitiator"];
    continuedFailure?: Messages["temporal.api.failure.v1.Failure"];
    lastCompletionResult?: Messages["temporal.api.common.v1.Payloads"];
    originalExecutionRunId?: string;
    identity?: string;
    firstExecutionRunId?: string;
    retryPolicy?: Messages["temporal.api.common.v1.RetryPolicy"];
    attempt?: number;
    workflowExecutionExpirationTime?: string;
    cronSchedule?: string;
    firstWorkflowTaskBackoff?: string;
    memo?: Messages["temporal.api.common.v1.Memo"];
    searchAttributes?: Messages["temporal.api.common.v1.SearchAttributes"];
    prevAutoResetPoints?: Messages["temporal.api.workflow.v1.ResetPoints"];
    header?: Messages["temporal.api.common.v1.Header"];
    parentInitiatedEventVersion?: string;
    parentWorkflowNamespaceId?: string;
    workflowId?: string;
    sourceVersionStamp?: Messages["temporal.api.common.v1.WorkerVersionStamp"];
    completionCallbacks?: (Messages["temporal.api.common.v1.Callback"])[];
    rootWorkflowExecution?: Messages["temporal.api.common.v1.WorkflowExecution"];
    inheritedBuildId?: string;
    versioningOverride?: Messages["temporal.api.workflow.v1.VersioningOverride"];
    parentPinnedWorkerDeploymentVersion?: string;
    priority?: Messages["temporal.api.common.v1.Priority"];
    inheritedPinnedVersion?: Messages["temporal.api.deployment.v1.WorkerDeploymentVersion"];
    eagerExecutionAccepted?: boolean;
    inheritedAutoUpgradeInfo?: Messages["temporal.api.deployment.v1.InheritedAutoUpgradeInfo"];
    declinedTargetVersionUpgrade?: Messages["temporal.api.history.v1.DeclinedTargetVersionUpgrade"];
    timeSkippingConfig?: Messages["temporal.api.common.v1.TimeSkippingConfig"];
    timeSkippingStatePropagation?: Messages["temporal.api.common.v1.TimeSkippingStatePropagation"];
  };
  "temporal.api.history.v1.WorkflowExecutionTerminatedEventAttributes": {
    reason?: string;
    details?: Messages["temporal.api.common.v1.Payloads"];
    identity?: string;
  };
  "temporal.api.history.v1.WorkflowExecutionTimeSkippingTransitionedEventAttributes": {
    targetTime?: string;
    disabledAfterFastForward?: boolean;
    wallClockTime?: string;
  };
  "temporal.api.history.v1.WorkflowExecutionTimedOutEventAttributes": {
    retryState?: Enums["temporal.api.enums.v1.RetryState"];
    newExecutionRunId?: string;
  };
  "temporal.api.history.v1.WorkflowExecutionUnpausedEventAttributes": {
    identity?: string;
    reason?: string;
    requestId?: string;
  };
  "temporal.api.history.v1.WorkflowExecutionUpdateAcceptedEventAttributes": {
    protocolInstanceId?: string;
    acceptedRequestMessageId?: string;
    acceptedRequestSequencingEventId?: string;
    acceptedRequest?: Messages["temporal.api.update.v1.Request"];
  };
  "temporal.api.history.v1.WorkflowExecutionUpdateAdmittedEventAttributes": {
    request?: Messages["temporal.api.update.v1.Request"];
    origin?: Enums["temporal.api.enums.v1.UpdateAdmittedEventOrigin"];
  };
  "temporal.api.history.v1.WorkflowExecutionUpdateCompletedEventAttributes": {
    meta?: Messages["temporal.api.update.v1.Meta"];
    outcome?: Messages["temporal.api.update.v1.Outcome"];
    acceptedEventId?: string;
  };
  "temporal.api.history.v1.WorkflowExecutionUpdateRejectedEventAttributes": {
    protocolInstanceId?: string;
    rejectedRequestMessageId?: string;
    rejectedRequestSequencingEventId?: string;
    rejectedRequest?: Messages["temporal.api.update.v1.Request"];
    failure?: Messages["temporal.api.failure.v1.Failure"];
  };
  "temporal.api.history.v1.WorkflowPropertiesModifiedEventAttributes": {
    workflowTaskCompletedEventId?: string;
    upsertedMemo?: Messages["temporal.api.common.v1.Memo"];
  };
  "temporal.api.history.v1.WorkflowPropertiesModifiedExternallyEventAttributes": {
    newTaskQueue?: string;
    newWorkflowTaskTimeout?: string;
    newWorkflowRunTimeout?: string;
    newWorkflowExecutionTimeout?: string;
    upsertedMemo?: Messages["temporal.api.common.v1.Memo"];
  };
  "temporal.api.history.v1.WorkflowTaskCompletedEventAttributes": {
    scheduledEventId?: string;
    startedEventId?: string;
    identity?: string;
    binaryChecksum?: string;
    workerVersion?: Messages["temporal.api.common.v1.WorkerVersionStamp"];
    sdkMetadata?: Messages["temporal.api.sdk.v1.WorkflowTaskCompletedMetadata"];
    deployment?: Messages["temporal.api.deployment.v1.Deployment"];
    versioningBehavior?: Enums["temporal.api.enums.v1.VersioningBehavior"];
    workerDeploymentVersion?: string;
    workerDeploymentName?: string;
    deploymentVersion?: Messages["temporal.api.deployment.v1.WorkerDeploymentVersion"];
    meteringMetadata?: Messages["temporal.api.common.v1.MeteringMetadata"];
  };
  "temporal.api.history.v1.WorkflowTaskFailedEventAttributes": {
    scheduledEventId?: string;
    startedEventId?: string;
    cause?: Enums["temporal.api.enums.v1.WorkflowTaskFailedCause"];
    failure?: Messages["temporal.api.failure.v1.Failure"];
    identity?: string;
    baseRunId?: string;
    newRunId?: string;
    forkEventVersion?: string;
    binaryChecksum?: string;
    workerVersion?: Messages["temporal.api.common.v1.WorkerVersionStamp"];
  };
  "temporal.api.history.v1.WorkflowTaskScheduledEventAttributes": {
    taskQueue?: Messages["temporal.api.taskqueue.v1.TaskQueue"];
    startToCloseTimeout?: string;
    attempt?: number;
  };
  "temporal.api.history.v1.WorkflowTaskStartedEventAttributes": {
    scheduledEventId?: string;
    identity?: string;
    requestId?: string;
    suggestContinueAsNew?: boolean;
    historySizeBytes?: string;
    workerVersion?: Messages["temporal.api.common.v1.WorkerVersionStamp"];
    buildIdRedirectCounter?: string;
    suggestContinueAsNewReasons?: (Enums["temporal.api.enums.v1.SuggestContinueAsNewReason"])[];
    targetWorkerDeploymentVersionChanged?: boolean;
  };
  "temporal.api.history.v1.WorkflowTaskTimedOutEventAttributes": {
    scheduledEventId?: string;
    startedEventId?: string;
    timeoutType?: Enums["temporal.api.enums.v1.TimeoutType"];
  };
  "temporal.api.namespace.v1.BadBinaries": {
    binaries?: Record<string, Messages["temporal.api.namespace.v1.BadBinaryInfo"]>;
  };
  "temporal.api.namespace.v1.BadBinaryInfo": {
    reason?: string;
    operator?: string;
    createTime?: string;
  };
  "temporal.api.namespace.v1.NamespaceConfig": {
    workflowExecutionRetentionTtl?: string;
    badBinaries?: Messages["temporal.api.namespace.v1.BadBinaries"];
    historyArchivalState?: Enums["temporal.api.enums.v1.ArchivalState"];
    historyArchivalUri?: string;
    visibilityArchivalState?: Enums["temporal.api.enums.v1.ArchivalState"];
    visibilityArchivalUri?: string;
    customSearchAttributeAliases?: Record<string, string>;
  };
  "temporal.api.namespace.v1.NamespaceFilter": {
    includeDeleted?: boolean;
  };
  "temporal.api.namespace.v1.NamespaceInfo": {
    name?: string;
    state?: Enums["temporal.api.enums.v1.NamespaceState"];
    description?: string;
    ownerEmail?: string;
    data?: Record<string, string>;
    id?: string;
    capabilities?: Messages["temporal.api.namespace.v1.NamespaceInfo.Capabilities"];
    limits?: Messages["temporal.api.namespace.v1.NamespaceInfo.Limits"];
    supportsSchedules?: boolean;
  };
  "temporal.api.namespace.v1.NamespaceInfo.Capabilities": {
    eagerWorkflowStart?: boolean;
    syncUpdate?: boolean;
    asyncUpdate?: boolean;
    workerHeartbeats?: boolean;
    reportedProblemsSearchAttribute?: boolean;
    workflowPause?: boolean;
    standaloneActivities?: boolean;
    workerPollCompleteOnShutdown?: boolean;
    pollerAutoscaling?: boolean;
    workerCommands?: boolean;
    standaloneNexusOperation?: boolean;
    workflowUpdateCallbacks?: boolean;
    pollerAutoscalingAutoEnroll?: boolean;
    workflowTaskCompletionPagination?: boolean;
    standaloneActivityStartDelay?: boolean;
    standaloneActivityBatchOperations?: boolean;
    standaloneActivityOperatorCommands?: boolean;
  };
  "temporal.api.namespace.v1.NamespaceInfo.Limits": {
    blobSizeLimitError?: string;
    memoSizeLimitError?: string;
    workflowTaskCompletionSizeLimitError?: string;
  };
  "temporal.api.namespace.v1.UpdateNamespaceInfo": {
    description?: string;
    ownerEmail?: string;
    data?: Record<string, string>;
    state?: Enums["temporal.api.enums.v1.NamespaceState"];
  };
  "temporal.api.nexus.v1.CancelOperationResponse": {
  };
  "temporal.api.nexus.v1.Failure": {
    message?: string;
    metadata?: Record<string, string>;
    details?: string;
    stackTrace?: string;
    cause?: Messages["temporal.api.nexus.v1.Failure"];
  };
  "temporal.api.nexus.v1.HandlerError": {
    errorType?: string;
    failure?: Messages["temporal.api.nexus.v1.Failure"];
    retryBehavior?: Enums["temporal.api.enums.v1.NexusHandlerErrorRetryBehavior"];
  };
  "temporal.api.nexus.v1.Link": {
    url?: string;
    type?: string;
  };
  "temporal.api.nexus.v1.NexusOperationExecutionCancellationInfo": {
    requestedTime?: string;
    state?: Enums["temporal.api.enums.v1.NexusOperationCancellationState"];
    attempt?: number;
    lastAttemptCompleteTime?: string;
    lastAttemptFailure?: Messages["temporal.api.failure.v1.Failure"];
    nextAttemptScheduleTime?: string;
    blockedReason?: string;
    reason?: string;
  };
  "temporal.api.nexus.v1.NexusOperationExecutionInfo": {
    operationId?: string;
    runId?: string;
    endpoint?: string;
    service?: string;
    operation?: string;
    status?: Enums["temporal.api.enums.v1.NexusOperationExecutionStatus"];
    state?: Enums["temporal.api.enums.v1.PendingNexusOperationState"];
    scheduleToCloseTimeout?: string;
    scheduleToStartTimeout?: string;
    startToCloseTimeout?: string;
    attempt?: number;
    scheduleTime?: string;
    expirationTime?: string;
    closeTime?: string;
    lastAttemptCompleteTime?: string;
    lastAttemptFailure?: Messages["temporal.api.failure.v1.Failure"];
    nextAttemptScheduleTime?: string;
    executionDuration?: string;
    cancellationInfo?: Messages["temporal.api.nexus.v1.NexusOperationExecutionCancellationInfo"];
    blockedReason?: string;
    requestId?: string;
    operationToken?: string;
    stateTransitionCount?: string;
    searchAttributes?: Messages["temporal.api.common.v1.SearchAttributes"];
    nexusHeader?: Record<string, string>;
    userMetadata?: Messages["temporal.api.sdk.v1.UserMetadata"];
    links?: (Messages["temporal.api.common.v1.Link"])[];
    identity?: string;
    stateSizeBytes?: string;
  };
  "temporal.api.nexus.v1.NexusOperationExecutionListInfo": {
    operationId?: string;
    runId?: string;
    endpoint?: string;
    service?: string;
    operation?: string;
    scheduleTime?: string;
    closeTime?: string;
    status?: Enums["temporal.api.enums.v1.NexusOperationExecutionStatus"];
    searchAttributes?: Messages["temporal.api.common.v1.SearchAttributes"];
    stateTransitionCount?: string;
    executionDuration?: string;
    stateSizeBytes?: string;
  };
  "temporal.api.nexus.v1.Response": {
    startOperation?: Messages["temporal.api.nexus.v1.StartOperationResponse"];
    cancelOperation?: Messages["temporal.api.nexus.v1.CancelOperationResponse"];
  };
  "temporal.api.nexus.v1.StartOperationResponse": {
    syncSuccess?: Messages["temporal.api.nexus.v1.StartOperationResponse.Sync"];
    asyncSuccess?: Messages["temporal.api.nexus.v1.StartOperationResponse.Async"];
    operationError?: Messages["temporal.api.nexus.v1.UnsuccessfulOperationError"];
    failure?: Messages["temporal.api.failure.v1.Failure"];
  };
  "temporal.api.nexus.v1.StartOperationResponse.Async": {
    operationId?: string;
    links?: (Messages["temporal.api.nexus.v1.Link"])[];
    operationToken?: string;
  };
  "temporal.api.nexus.v1.StartOperationResponse.Sync": {
    payload?: Messages["temporal.api.common.v1.Payload"];
    links?: (Messages["temporal.api.nexus.v1.Link"])[];
  };
  "temporal.api.nexus.v1.UnsuccessfulOperationError": {
    operationState?: string;
    failure?: Messages["temporal.api.nexus.v1.Failure"];
  };
  "temporal.api.protocol.v1.Message": {
    id?: string;
    protocolInstanceId?: string;
    eventId?: string;
    commandIndex?: string;
    body?: { "@type"?: string; [field: string]: unknown };
  };
  "temporal.api.query.v1.QueryRejected": {
    status?: Enums["temporal.api.enums.v1.WorkflowExecutionStatus"];
  };
  "temporal.api.query.v1.WorkflowQuery": {
    queryType?: string;
    queryArgs?: Messages["temporal.api.common.v1.Payloads"];
    header?: Messages["temporal.api.common.v1.Header"];
  };
  "temporal.api.query.v1.WorkflowQueryResult": {
    resultType?: Enums["temporal.api.enums.v1.QueryResultType"];
    answer?: Messages["temporal.api.common.v1.Payloads"];
    errorMessage?: string;
    failure?: Messages["temporal.api.failure.v1.Failure"];
  };
  "temporal.api.replication.v1.ClusterReplicationConfig": {
    clusterName?: string;
  };
  "temporal.api.replication.v1.FailoverStatus": {
    failoverTime?: string;
    failoverVersion?: string;
  };
  "temporal.api.replication.v1.NamespaceReplicationConfig": {
    activeClusterName?: string;
    clusters?: (Messages["temporal.api.replication.v1.ClusterReplicationConfig"])[];
    state?: Enums["temporal.api.enums.v1.ReplicationState"];
  };
  "temporal.api.rules.v1.WorkflowRule": {
    createTime?: string;
    spec?: Messages["temporal.api.rules.v1.WorkflowRuleSpec"];
    createdByIdentity?: string;
    description?: string;
  };
  "temporal.api.rules.v1.WorkflowRuleAction": {
    activityPause?: Messages["temporal.api.rules.v1.WorkflowRuleAction.ActionActivityPause"];
  };
  "temporal.api.rules.v1.WorkflowRuleAction.ActionActivityPause": {
  };
  "temporal.api.rules.v1.WorkflowRuleSpec": {
    id?: string;
    activityStart?: Messages["temporal.api.rules.v1.WorkflowRuleSpec.ActivityStartingTrigger"];
    visibilityQuery?: string;
    actions?: (Messages["temporal.api.rules.v1.WorkflowRuleAction"])[];
    expirationTime?: string;
  };
  "temporal.api.rules.v1.WorkflowRuleSpec.ActivityStartingTrigger": {
    predicate?: string;
  };
  "temporal.api.schedule.v1.BackfillRequest": {
    startTime?: string;
    endTime?: string;
    overlapPolicy?: Enums["temporal.api.enums.v1.ScheduleOverlapPolicy"];
  };
  "temporal.api.schedule.v1.CalendarSpec": {
    second?: string;
    minute?: string;
    hour?: string;
    dayOfMonth?: string;
    month?: string;
    year?: string;
    dayOfWeek?: string;
    comment?: string;
  };
  "temporal.api.schedule.v1.IntervalSpec": {
    interval?: string;
    phase?: string;
  };
  "temporal.api.schedule.v1.Range": {
    start?: number;
    end?: number;
    step?: number;
  };
  "temporal.api.schedule.v1.Schedule": {
    spec?: Messages["temporal.api.schedule.v1.ScheduleSpec"];
    action?: Messages["temporal.api.schedule.v1.ScheduleAction"];
    policies?: Messages["temporal.api.schedule.v1.SchedulePolicies"];
    state?: Messages["temporal.api.schedule.v1.ScheduleState"];
  };
  "temporal.api.schedule.v1.ScheduleAction": {
    startWorkflow?: Messages["temporal.api.workflow.v1.NewWorkflowExecutionInfo"];
  };
  "temporal.api.schedule.v1.ScheduleActionResult": {
    scheduleTime?: string;
    actualTime?: string;
    startWorkflowResult?: Messages["temporal.api.common.v1.WorkflowExecution"];
    startWorkflowStatus?: Enums["temporal.api.enums.v1.WorkflowExecutionStatus"];
  };
  "temporal.api.schedule.v1.ScheduleInfo": {
    actionCount?: string;
    missedCatchupWindow?: string;
    overlapSkipped?: string;
    recentActions?: (Messages["temporal.api.schedule.v1.ScheduleActionResult"])[];
    futureActionTimes?: (string)[];
    createTime?: string;
    updateTime?: string;
    invalidScheduleError?: string;
    runningWorkflows?: (Messages["temporal.api.common.v1.WorkflowExecution"])[];
    bufferDropped?: string;
    bufferSize?: string;
    stateSizeBytes?: string;
  };
  "temporal.api.schedule.v1.ScheduleListEntry": {
    scheduleId?: string;
    memo?: Messages["temporal.api.common.v1.Memo"];
    searchAttributes?: Messages["temporal.api.common.v1.SearchAttributes"];
    info?: Messages["temporal.api.schedule.v1.ScheduleListInfo"];
  };
  "temporal.api.schedule.v1.ScheduleListInfo": {
    spec?: Messages["temporal.api.schedule.v1.ScheduleSpec"];
    workflowType?: Messages["temporal.api.common.v1.WorkflowType"];
    notes?: string;
    paused?: boolean;
    recentActions?: (Messages["temporal.api.schedule.v1.ScheduleActionResult"])[];
    futureActionTimes?: (string)[];
    stateSizeBytes?: string;
  };
  "temporal.api.schedule.v1.SchedulePatch": {
    triggerImmediately?: Messages["temporal.api.schedule.v1.TriggerImmediatelyRequest"];
    backfillRequest?: (Messages["temporal.api.schedule.v1.BackfillRequest"])[];
    pause?: string;
    unpause?: string;
  };
  "temporal.api.schedule.v1.SchedulePolicies": {
    overlapPolicy?: Enums["temporal.api.enums.v1.ScheduleOverlapPolicy"];
    catchupWindow?: string;
    pauseOnFailure?: boolean;
    keepOriginalWorkflowId?: boolean;
  };
  "temporal.api.schedule.v1.ScheduleSpec": {
    calendar?: (Messages["temporal.api.schedule.v1.CalendarSpec"])[];
    interval?: (Messages["temporal.api.schedule.v1.IntervalSpec"])[];
    excludeCalendar?: (Messages["temporal.api.schedule.v1.CalendarSpec"])[];
    startTime?: string;
    endTime?: string;
    jitter?: string;
    structuredCalendar?: (Messages["temporal.api.schedule.v1.StructuredCalendarSpec"])[];
    cronString?: (string)[];
    excludeStructuredCalendar?: (Messages["temporal.api.schedule.v1.StructuredCalendarSpec"])[];
    timezoneName?: string;
    timezoneData?: string;
  };
  "temporal.api.schedule.v1.ScheduleState": {
    notes?: string;
    paused?: boolean;
    limitedActions?: boolean;
    remainingActions?: string;
  };
  "temporal.api.schedule.v1.StructuredCalendarSpec": {
    second?: (Messages["temporal.api.schedule.v1.Range"])[];
    minute?: (Messages["temporal.api.schedule.v1.Range"])[];
    hour?: (Messages["temporal.api.schedule.v1.Range"])[];
    dayOfMonth?: (Messages["temporal.api.schedule.v1.Range"])[];
    month?: (Messages["temporal.api.schedule.v1.Range"])[];
    year?: (Messages["temporal.api.schedule.v1.Range"])[];
    dayOfWeek?: (Messages["temporal.api.schedule.v1.Range"])[];
    comment?: string;
  };
  "temporal.api.schedule.v1.TriggerImmediatelyRequest": {
    overlapPolicy?: Enums["temporal.api.enums.v1.ScheduleOverlapPolicy"];
    scheduledTime?: string;
  };
  "temporal.api.sdk.v1.EventGroupMarker": {
    label?: Messages["temporal.api.sdk.v1.EventGroupMarker.Label"];
    inboundEvent?: Messages["temporal.api.sdk.v1.EventGroupMarker.InboundEvent"];
    inboundUpdate?: Messages["temporal.api.sdk.v1.EventGroupMarker.InboundUpdate"];
  };
  "temporal.api.sdk.v1.EventGroupMarker.InboundEvent": {
    inboundEventId?: string;
  };
  "temporal.api.sdk.v1.EventGroupMarker.InboundUpdate": {
    inboundUpdateId?: string;
  };
  "temporal.api.sdk.v1.EventGroupMarker.Label": {
    id?: string;
    label?: Messages["temporal.api.common.v1.Payload"];
  };
  "temporal.api.sdk.v1.UserMetadata": {
    summary?: Messages["temporal.api.common.v1.Payload"];
    details?: Messages["temporal.api.common.v1.Payload"];
  };
  "temporal.api.sdk.v1.WorkerConfig": {
    workflowCacheSize?: number;
    simplePollerBehavior?: Messages["temporal.api.sdk.v1.WorkerConfig.SimplePollerBehavior"];
    autoscalingPollerBehavior?: Messages["temporal.api.sdk.v1.WorkerConfig.AutoscalingPollerBehavior"];
  };
  "temporal.api.sdk.v1.WorkerConfig.AutoscalingPollerBehavior": {
    minPollers?: number;
    maxPollers?: number;
    initialPollers?: number;
  };
  "temporal.api.sdk.v1.WorkerConfig.SimplePollerBehavior": {
    maxPollers?: number;
  };
  "temporal.api.sdk.v1.WorkflowTaskCompletedMetadata": {
    coreUsedFlags?: (number)[];
    langUsedFlags?: (number)[];
    sdkName?: string;
    sdkVersion?: string;
  };
  "temporal.api.taskqueue.v1.BuildIdAssignmentRule": {
    targetBuildId?: string;
    percentageRamp?: Messages["temporal.api.taskqueue.v1.RampByPercentage"];
  };
  "temporal.api.taskqueue.v1.BuildIdReachability": {
    buildId?: string;
    taskQueueReachability?: (Messages["temporal.api.taskqueue.v1.TaskQueueReachability"])[];
  };
  "temporal.api.taskqueue.v1.CompatibleBuildIdRedirectRule": {
    sourceBuildId?: string;
    targetBuildId?: string;
  };
  "temporal.api.taskqueue.v1.CompatibleVersionSet": {
    buildIds?: (string)[];
  };
  "temporal.api.taskqueue.v1.ConfigMetadata": {
    reason?: string;
    updateIdentity?: string;
    updateTime?: string;
  };
  "temporal.api.taskqueue.v1.PollerGroupInfo": {
    id?: string;
    weight?: number;
  };
  "temporal.api.taskqueue.v1.PollerGroupsInfo": {
    version?: string;
    pollerGroups?: (Messages["temporal.api.taskqueue.v1.PollerGroupInfo"])[];
  };
  "temporal.api.taskqueue.v1.PollerInfo": {
    lastAccessTime?: string;
    identity?: string;
    ratePerSecond?: number;
    workerVersionCapabilities?: Messages["temporal.api.common.v1.WorkerVersionCapabilities"];
    deploymentOptions?: Messages["temporal.api.deployment.v1.WorkerDeploymentOptions"];
  };
  "temporal.api.taskqueue.v1.PollerScalingDecision": {
    pollRequestDeltaSuggestion?: number;
  };
  "temporal.api.taskqueue.v1.RampByPercentage": {
    rampPercentage?: number;
  };
  "temporal.api.taskqueue.v1.RateLimit": {
    requestsPerSecond?: number;
  };
  "temporal.api.taskqueue.v1.RateLimitConfig": {
    rateLimit?: Messages["temporal.api.taskqueue.v1.RateLimit"];
    metadata?: Messages["temporal.api.taskqueue.v1.ConfigMetadata"];
  };
  "temporal.api.taskqueue.v1.StickyExecutionAttributes": {
    workerTaskQueue?: Messages["temporal.api.taskqueue.v1.TaskQueue"];
    scheduleToStartTimeout?: string;
  };
  "temporal.api.taskqueue.v1.TaskIdBlock": {
    startId?: string;
    endId?: string;
  };
  "temporal.api.taskqueue.v1.TaskQueue": {
    name?: string;
    kind?: Enums["temporal.api.enums.v1.TaskQueueKind"];
    normalName?: string;
  };
  "temporal.api.taskqueue.v1.TaskQueueConfig": {
    queueRateLimit?: Messages["temporal.api.taskqueue.v1.RateLimitConfig"];
    fairnessKeysRateLimitDefault?: Messages["temporal.api.taskqueue.v1.RateLimitConfig"];
    fairnessWeightOverrides?: Record<string, number>;
  };
  "temporal.api.taskqueue.v1.TaskQueuePartitionMetadata": {
    key?: string;
    ownerHostName?: string;
  };
  "temporal.api.taskqueue.v1.TaskQueueReachability": {
    taskQueue?: string;
    reachability?: (Enums["temporal.api.enums.v1.TaskReachability"])[];
  };
  "temporal.api.taskqueue.v1.TaskQueueStats": {
    approximateBacklogCount?: string;
    approximateBacklogAge?: string;
    tasksAddRate?: number;
    tasksDispatchRate?: number;
    rateLimitingActive?: boolean;
  };
  "temporal.api.taskqueue.v1.TaskQueueStatus": {
    backlogCountHint?: string;
    readLevel?: string;
    ackLevel?: string;
    ratePerSecond?: number;
    taskIdBlock?: Messages["temporal.api.taskqueue.v1.TaskIdBlock"];
  };
  "temporal.api.taskqueue.v1.TaskQueueTypeInfo": {
    pollers?: (Messages["temporal.api.taskqueue.v1.PollerInfo"])[];
    stats?: Messages["temporal.api.taskqueue.v1.TaskQueueStats"];
  };
  "temporal.api.taskqueue.v1.TaskQueueVersionInfo": {
    typesInfo?: Record<string, Messages["temporal.api.taskqueue.v1.TaskQueueTypeInfo"]>;
    taskReachability?: Enums["temporal.api.enums.v1.BuildIdTaskReachability"];
  };
  "temporal.api.taskqueue.v1.TaskQueueVersionSelection": {
    buildIds?: (string)[];
    unversioned?: boolean;
    allActive?: boolean;
  };
  "temporal.api.taskqueue.v1.TaskQueueVersioningInfo": {
    currentVersion?: string;
    rampingVersion?: string;
    rampingVersionPercentage?: number;
    updateTime?: string;
    currentDeploymentVersion?: Messages["temporal.api.deployment.v1.WorkerDeploymentVersion"];
    rampingDeploymentVersion?: Messages["temporal.api.deployment.v1.WorkerDeploymentVersion"];
  };
  "temporal.api.taskqueue.v1.TimestampedBuildIdAssignmentRule": {
    rule?: Messages["temporal.api.taskqueue.v1.BuildIdAssignmentRule"];
    createTime?: string;
  };
  "temporal.api.taskqueue.v1.TimestampedCompatibleBuildIdRedirectRule": {
    rule?: Messages["temporal.api.taskqueue.v1.CompatibleBuildIdRedirectRule"];
    createTime?: string;
  };
  "temporal.api.update.v1.Input": {
    header?: Messages["temporal.api.common.v1.Header"];
    name?: string;
    args?: Messages["temporal.api.common.v1.Payloads"];
  };
  "temporal.api.update.v1.Meta": {
    updateId?: string;
    identity?: string;
  };
  "temporal.api.update.v1.Outcome": {
    success?: Messages["temporal.api.common.v1.Payloads"];
    failure?: Messages["temporal.api.failure.v1.Failure"];
  };
  "temporal.api.update.v1.Request": {
    meta?: Messages["temporal.api.update.v1.Meta"];
    input?: Messages["temporal.api.update.v1.Input"];
    requestId?: string;
    completionCallbacks?: (Messages["temporal.api.common.v1.Callback"])[];
    links?: (Messages["temporal.api.common.v1.Link"])[];
  };
  "temporal.api.update.v1.UpdateRef": {
    workflowExecution?: Messages["temporal.api.common.v1.WorkflowExecution"];
    updateId?: string;
  };
  "temporal.api.update.v1.WaitPolicy": {
    lifecycleStage?: Enums["temporal.api.enums.v1.UpdateWorkflowExecutionLifecycleStage"];
  };
  "temporal.api.version.v1.Alert": {
    message?: string;
    severity?: Enums["temporal.api.enums.v1.Severity"];
  };
  "temporal.api.version.v1.ReleaseInfo": {
    version?: string;
    releaseTime?: string;
    notes?: string;
  };
  "temporal.api.version.v1.VersionInfo": {
    current?: Messages["temporal.api.version.v1.ReleaseInfo"];
    recommended?: Messages["temporal.api.version.v1.ReleaseInfo"];
    instructions?: string;
    alerts?: (Messages["temporal.api.version.v1.Alert"])[];
    lastUpdateTime?: string;
  };
  "temporal.api.worker.v1.EnvironmentInfo": {
    runtimes?: (Messages["temporal.api.worker.v1.EnvironmentInfo.Runtime"])[];
    hostingEnvironments?: (Messages["temporal.api.worker.v1.EnvironmentInfo.HostingEnvironment"])[];
    platform?: Messages["temporal.api.worker.v1.EnvironmentInfo.Platform"];
  };
  "temporal.api.worker.v1.EnvironmentInfo.HostingEnvironment": {
    type?: Enums["temporal.api.worker.v1.EnvironmentInfo.HostingEnvironment.HostingEnvironmentType"];
    version?: string;
  };
  "temporal.api.worker.v1.EnvironmentInfo.LinuxPlatform": {
    version?: string;
    architecture?: Enums["temporal.api.worker.v1.EnvironmentInfo.Architecture"];
    libc?: Enums["temporal.api.worker.v1.EnvironmentInfo.LinuxPlatform.Libc"];
  };
  "temporal.api.worker.v1.EnvironmentInfo.MacOSPlatform": {
    version?: string;
    architecture?: Enums["temporal.api.worker.v1.EnvironmentInfo.Architecture"];
  };
  "temporal.api.worker.v1.EnvironmentInfo.Platform": {
    linux?: Messages["temporal.api.worker.v1.EnvironmentInfo.LinuxPlatform"];
    macos?: Messages["temporal.api.worker.v1.EnvironmentInfo.MacOSPlatform"];
    windows?: Messages["temporal.api.worker.v1.EnvironmentInfo.WindowsPlatform"];
  };
  "temporal.api.worker.v1.EnvironmentInfo.Runtime": {
    type?: Enums["temporal.api.worker.v1.EnvironmentInfo.Runtime.RuntimeType"];
    version?: string;
  };
  "temporal.api.worker.v1.EnvironmentInfo.WindowsPlatform": {
    version?: string;
    architecture?: Enums["temporal.api.worker.v1.EnvironmentInfo.Architecture"];
    crt?: Enums["temporal.api.worker.v1.EnvironmentInfo.WindowsPlatform.Crt"];
  };
  "temporal.api.worker.v1.PluginInfo": {
    name?: string;
    version?: string;
  };
  "temporal.api.worker.v1.StorageDriverInfo": {
    type?: string;
  };
  "temporal.api.worker.v1.WorkerHeartbeat": {
    workerInstanceKey?: string;
    workerIdentity?: string;
    hostInfo?: Messages["temporal.api.worker.v1.WorkerHostInfo"];
    taskQueue?: string;
    deploymentVersion?: Messages["temporal.api.deployment.v1.WorkerDeploymentVersion"];
    sdkName?: string;
    sdkVersion?: string;
    status?: Enums["temporal.api.enums.v1.WorkerStatus"];
    startTime?: string;
    heartbeatTime?: string;
    elapsedSinceLastHeartbeat?: string;
    workflowTaskSlotsInfo?: Messages["temporal.api.worker.v1.WorkerSlotsInfo"];
    activityTaskSlotsInfo?: Messages["temporal.api.worker.v1.WorkerSlotsInfo"];
    nexusTaskSlotsInfo?: Messages["temporal.api.worker.v1.WorkerSlotsInfo"];
    localActivitySlotsInfo?: Messages["temporal.api.worker.v1.WorkerSlotsInfo"];
    workflowPollerInfo?: Messages["temporal.api.worker.v1.WorkerPollerInfo"];
    workflowStickyPollerInfo?: Messages["temporal.api.worker.v1.WorkerPollerInfo"];
    activityPollerInfo?: Messages["temporal.api.worker.v1.WorkerPollerInfo"];
    nexusPollerInfo?: Messages["temporal.api.worker.v1.WorkerPollerInfo"];
    totalStickyCacheHit?: number;
    totalStickyCacheMiss?: number;
    currentStickyCacheSize?: number;
    plugins?: (Messages["temporal.api.worker.v1.PluginInfo"])[];
    drivers?: (Messages["temporal.api.worker.v1.StorageDriverInfo"])[];
    environment?: Messages["temporal.api.worker.v1.EnvironmentInfo"];
  };
  "temporal.api.worker.v1.WorkerHostInfo": {
    hostName?: string;
    processId?: string;
    currentHostCpuUsage?: number;
    currentHostMemUsage?: number;
    workerGroupingKey?: string;
  };
  "temporal.api.worker.v1.WorkerInfo": {
    workerHeartbeat?: Messages["temporal.api.worker.v1.WorkerHeartbeat"];
  };
  "temporal.api.worker.v1.WorkerListInfo": {
    workerInstanceKey?: string;
    workerIdentity?: string;
    taskQueue?: string;
    deploymentVersion?: Messages["temporal.api.deployment.v1.WorkerDeploymentVersion"];
    sdkName?: string;
    sdkVersion?: string;
    status?: Enums["temporal.api.enums.v1.WorkerStatus"];
    startTime?: string;
    hostName?: string;
    workerGroupingKey?: string;
    processId?: string;
    plugins?: (Messages["temporal.api.worker.v1.PluginInfo"])[];
    drivers?: (Messages["temporal.api.worker.v1.StorageDriverInfo"])[];
  };
  "temporal.api.worker.v1.WorkerPollerInfo": {
    currentPollers?: number;
    lastSuccessfulPollTime?: string;
    isAutoscaling?: boolean;
  };
  "temporal.api.worker.v1.WorkerSlotsInfo": {
    currentAvailableSlots?: number;
    currentUsedSlots?: number;
    slotSupplierKind?: string;
    totalProcessedTasks?: number;
    totalFailedTasks?: number;
    lastIntervalProcessedTasks?: number;
    lastIntervalFailureTasks?: number;
  };
  "temporal.api.workflow.v1.CallbackInfo": {
    callback?: Messages["temporal.api.common.v1.Callback"];
    trigger?: Messages["temporal.api.workflow.v1.CallbackInfo.Trigger"];
    registrationTime?: string;
    state?: Enums["temporal.api.enums.v1.CallbackState"];
    attempt?: number;
    lastAttemptCompleteTime?: string;
    lastAttemptFailure?: Messages["temporal.api.failure.v1.Failure"];
    nextAttemptScheduleTime?: string;
    blockedReason?: string;
  };
  "temporal.api.workflow.v1.CallbackInfo.Trigger": {
    workflowClosed?: Messages["temporal.api.workflow.v1.CallbackInfo.WorkflowClosed"];
    updateWorkflowExecutionCompleted?: Messages["temporal.api.workflow.v1.CallbackInfo.UpdateWorkflowExecutionCompleted"];
  };
  "temporal.api.workflow.v1.CallbackInfo.UpdateWorkflowExecutionCompleted": {
    updateId?: string;
  };
  "temporal.api.workflow.v1.CallbackInfo.WorkflowClosed": {
  };
  "temporal.api.workflow.v1.DeploymentTransition": {
    deployment?: Messages["temporal.api.deployment.v1.Deployment"];
  };
  "temporal.api.workflow.v1.DeploymentVersionTransition": {
    version?: string;
    deploymentVersion?: Messages["temporal.api.deployment.v1.WorkerDeploymentVersion"];
  };
  "temporal.api.workflow.v1.NewWorkflowExecutionInfo": {
    workflowId?: string;
    workflowType?: Messages["temporal.api.common.v1.WorkflowType"];
    taskQueue?: Messages["temporal.api.taskqueue.v1.TaskQueue"];
    input?: Messages["temporal.api.common.v1.Payloads"];
    workflowExecutionTimeout?: string;
    workflowRunTimeout?: string;
    workflowTaskTimeout?: string;
    workflowIdReusePolicy?: Enums["temporal.api.enums.v1.WorkflowIdReusePolicy"];
    retryPolicy?: Messages["temporal.api.common.v1.RetryPolicy"];
    cronSchedule?: string;
    memo?: Messages["temporal.api.common.v1.Memo"];
    searchAttributes?: Messages["temporal.api.common.v1.SearchAttributes"];
    header?: Messages["temporal.api.common.v1.Header"];
    userMetadata?: Messages["temporal.api.sdk.v1.UserMetadata"];
    versioningOverride?: Messages["temporal.api.workflow.v1.VersioningOverride"];
    priority?: Messages["temporal.api.common.v1.Priority"];
  };
  "temporal.api.workflow.v1.NexusOperationCancellationInfo": {
    requestedTime?: string;
    state?: Enums["temporal.api.enums.v1.NexusOperationCancellationState"];
    attempt?: number;
    lastAttemptCompleteTime?: string;
    lastAttemptFailure?: Messages["temporal.api.failure.v1.Failure"];
    nextAttemptScheduleTime?: string;
    blockedReason?: string;
  };
  "temporal.api.workflow.v1.OnConflictOptions": {
    attachRequestId?: boolean;
    attachCompletionCallbacks?: boolean;
    attachLinks?: boolean;
  };
  "temporal.api.workflow.v1.PendingActivityInfo": {
    activityId?: string;
    activityType?: Messages["temporal.api.common.v1.ActivityType"];
    state?: Enums["temporal.api.enums.v1.PendingActivityState"];
    heartbeatDetails?: Messages["temporal.api.common.v1.Payloads"];
    lastHeartbeatTime?: string;
    lastStartedTime?: string;
    attempt?: number;
    maximumAttempts?: number;
    scheduledTime?: string;
    expirationTime?: string;
    lastFailure?: Messages["temporal.api.failure.v1.Failure"];
    lastWorkerIdentity?: string;
    useWorkflowBuildId?: Record<string, never>;
    lastIndependentlyAssignedBuildId?: string;
    lastWorkerVersionStamp?: Messages["temporal.api.common.v1.WorkerVersionStamp"];
    currentRetryInterval?: string;
    lastAttemptCompleteTime?: string;
    nextAttemptScheduleTime?: string;
    paused?: boolean;
    lastDeployment?: Messages["temporal.api.deployment.v1.Deployment"];
    lastWorkerDeploymentVersion?: string;
    priority?: Messages["temporal.api.common.v1.Priority"];
    pauseInfo?: Messages["temporal.api.workflow.v1.PendingActivityInfo.PauseInfo"];
    activityOptions?: Messages["temporal.api.activity.v1.ActivityOptions"];
    lastDeploymentVersion?: Messages["temporal.api.deployment.v1.WorkerDeploymentVersion"];
  };
  "temporal.api.workflow.v1.PendingActivityInfo.PauseInfo": {
    pauseTime?: string;
    manual?: Messages["temporal.api.workflow.v1.PendingActivityInfo.PauseInfo.Manual"];
    rule?: Messages["temporal.api.workflow.v1.PendingActivityInfo.PauseInfo.Rule"];
  };
  "temporal.api.workflow.v1.PendingActivityInfo.PauseInfo.Manual": {
    identity?: string;
    reason?: string;
  };
  "temporal.api.workflow.v1.PendingActivityInfo.PauseInfo.Rule": {
    ruleId?: string;
    identity?: string;
    reason?: string;
  };
  "temporal.api.workflow.v1.PendingChildExecutionInfo": {
    workflowId?: string;
    runId?: string;
    workflowTypeName?: string;
    initiatedId?: string;
    parentClosePolicy?: Enums["temporal.api.enums.v1.ParentClosePolicy"];
  };
  "temporal.api.workflow.v1.PendingNexusOperationInfo": {
    endpoint?: string;
    service?: string;
    operation?: string;
    operationId?: string;
    scheduleToCloseTimeout?: string;
    scheduledTime?: string;
    state?: Enums["temporal.api.enums.v1.PendingNexusOperationState"];
    attempt?: number;
    lastAttemptCompleteTime?: string;
    lastAttemptFailure?: Messages["temporal.api.failure.v1.Failure"];
    nextAttemptScheduleTime?: string;
    cancellationInfo?: Messages["temporal.api.workflow.v1.NexusOperationCancellationInfo"];
    scheduledEventId?: string;
    blockedReason?: string;
    operationToken?: string;
    scheduleToStartTimeout?: string;
    startToCloseTimeout?: string;
  };
  "temporal.api.workflow.v1.PendingWorkflowTaskInfo": {
    state?: Enums["temporal.api.enums.v1.PendingWorkflowTaskState"];
    scheduledTime?: string;
    originalScheduledTime?: string;
    startedTime?: string;
    attempt?: number;
  };
  "temporal.api.workflow.v1.PostResetOperation": {
    signalWorkflow?: Messages["temporal.api.workflow.v1.PostResetOperation.SignalWorkflow"];
    updateWorkflowOptions?: Messages["temporal.api.workflow.v1.PostResetOperation.UpdateWorkflowOptions"];
  };
  "temporal.api.workflow.v1.PostResetOperation.SignalWorkflow": {
    signalName?: string;
    input?: Messages["temporal.api.common.v1.Payloads"];
    header?: Messages["temporal.api.common.v1.Header"];
    links?: (Messages["temporal.api.common.v1.Link"])[];
  };
  "temporal.api.workflow.v1.PostResetOperation.UpdateWorkflowOptions": {
    workflowExecutionOptions?: Messages["temporal.api.workflow.v1.WorkflowExecutionOptions"];
    updateMask?: string;
  };
  "temporal.api.workflow.v1.RequestIdInfo": {
    eventType?: Enums["temporal.api.enums.v1.EventType"];
    eventId?: string;
    buffered?: boolean;
  };
  "temporal.api.workflow.v1.ResetPointInfo": {
    binaryChecksum?: string;
    runId?: string;
    firstWorkflowTaskCompletedId?: string;
    createTime?: string;
    expireTime?: string;
    resettable?: boolean;
    buildId?: string;
  };
  "temporal.api.workflow.v1.ResetPoints": {
    points?: (Messages["temporal.api.workflow.v1.ResetPointInfo"])[];
  };
  "temporal.api.workflow.v1.VersioningOverride": {
    behavior?: Enums["temporal.api.enums.v1.VersioningBehavior"];
    deployment?: Messages["temporal.api.deployment.v1.Deployment"];
    pinned?: Messages["temporal.api.workflow.v1.VersioningOverride.PinnedOverride"];
    autoUpgrade?: boolean;
    oneTime?: Messages["temporal.api.workflow.v1.VersioningOverride.OneTimeOverride"];
    pinnedVersion?: string;
  };
  "temporal.api.workflow.v1.VersioningOverride.OneTimeOverride": {
    targetDeploymentVersion?: Messages["temporal.api.deployment.v1.WorkerDeploymentVersion"];
  };
  "temporal.api.workflow.v1.VersioningOverride.PinnedOverride": {
    behavior?: Enums["temporal.api.workflow.v1.VersioningOverride.PinnedOverrideBehavior"];
    version?: Messages["temporal.api.deployment.v1.WorkerDeploymentVersion"];
  };
  "temporal.api.workflow.v1.WorkflowExecutionConfig": {
    taskQueue?: Messages["temporal.api.taskqueue.v1.TaskQueue"];
    workflowExecutionTimeout?: string;
    workflowRunTimeout?: string;
    defaultWorkflowTaskTimeout?: string;
    userMetadata?: Messages["temporal.api.sdk.v1.UserMetadata"];
  };
  "temporal.api.workflow.v1.WorkflowExecutionExtendedInfo": {
    executionExpirationTime?: string;
    runExpirationTime?: string;
    cancelRequested?: boolean;
    lastResetTime?: string;
    originalStartTime?: string;
    resetRunId?: string;
    requestIdInfos?: Record<string, Messages["temporal.api.workflow.v1.RequestIdInfo"]>;
    pauseInfo?: Messages["temporal.api.workflow.v1.WorkflowExecutionPauseInfo"];
    timeSkippingInfo?: Messages["temporal.api.common.v1.TimeSkippingInfo"];
  };
  "temporal.api.workflow.v1.WorkflowExecutionInfo": {
    execution?: Messages["temporal.api.common.v1.WorkflowExecution"];
    type?: Messages["temporal.api.common.v1.WorkflowType"];
    startTime?: string;
    closeTime?: string;
    status?: Enums["temporal.api.enums.v1.WorkflowExecutionStatus"];
    historyLength?: string;
    parentNamespaceId?: string;
    parentExecution?: Messages["temporal.api.common.v1.WorkflowExecution"];
    executionTime?: string;
    memo?: Messages["temporal.api.common.v1.Memo"];
    searchAttributes?: Messages["temporal.api.common.v1.SearchAttributes"];
    autoResetPoints?: Messages["temporal.api.workflow.v1.ResetPoints"];
    taskQueue?: string;
    stateTransitionCount?: string;
    historySizeBytes?: string;
    mostRecentWorkerVersionStamp?: Messages["temporal.api.common.v1.WorkerVersionStamp"];
    executionDuration?: string;
    rootExecution?: Messages["temporal.api.common.v1.WorkflowExecution"];
    assignedBuildId?: string;
    inheritedBuildId?: string;
    firstRunId?: string;
    versioningInfo?: Messages["temporal.api.workflow.v1.WorkflowExecutionVersioningInfo"];
    workerDeploymentName?: string;
    priority?: Messages["temporal.api.common.v1.Priority"];
    externalPayloadSizeBytes?: string;
    externalPayloadCount?: string;
  };
  "temporal.api.workflow.v1.WorkflowExecutionOptions": {
    versioningOverride?: Messages["temporal.api.workflow.v1.VersioningOverride"];
    priority?: Messages["temporal.api.common.v1.Priority"];
    timeSkippingConfig?: Messages["temporal.api.common.v1.TimeSkippingConfig"];
  };
  "temporal.api.workflow.v1.WorkflowExecutionPauseInfo": {
    identity?: string;
    pausedTime?: string;
    reason?: string;
  };
  "temporal.api.workflow.v1.WorkflowExecutionVersioningInfo": {
    behavior?: Enums["temporal.api.enums.v1.VersioningBehavior"];
    deployment?: Messages["temporal.api.deployment.v1.Deployment"];
    versioningOverride?: Messages["temporal.api.workflow.v1.VersioningOverride"];
    deploymentTransition?: Messages["temporal.api.workflow.v1.DeploymentTransition"];
    version?: string;
    versionTransition?: Messages["temporal.api.workflow.v1.DeploymentVersionTransition"];
    deploymentVersion?: Messages["temporal.api.deployment.v1.WorkerDeploymentVersion"];
    revisionNumber?: string;
    continueAsNewInitialVersioningBehavior?: Enums["temporal.api.enums.v1.ContinueAsNewVersioningBehavior"];
  };
  "temporal.api.workflowservice.v1.CountActivityExecutionsRequest": {
    namespace?: string;
    query?: string;
  };
  "temporal.api.workflowservice.v1.CountActivityExecutionsResponse": {
    count?: string;
    groups?: (Messages["temporal.api.workflowservice.v1.CountActivityExecutionsResponse.AggregationGroup"])[];
  };
  "temporal.api.workflowservice.v1.CountActivityExecutionsResponse.AggregationGroup": {
    groupValues?: (Messages["temporal.api.common.v1.Payload"])[];
    count?: string;
  };
  "temporal.api.workflowservice.v1.CountNexusOperationExecutionsRequest": {
    namespace?: string;
    query?: string;
  };
  "temporal.api.workflowservice.v1.CountNexusOperationExecutionsResponse": {
    count?: string;
    groups?: (Messages["temporal.api.workflowservice.v1.CountNexusOperationExecutionsResponse.AggregationGroup"])[];
  };
  "temporal.api.workflowservice.v1.CountNexusOperationExecutionsResponse.AggregationGroup": {
    groupValues?: (Messages["temporal.api.common.v1.Payload"])[];
    count?: string;
  };
  "temporal.api.workflowservice.v1.CountSchedulesRequest": {
    namespace?: string;
    query?: string;
  };
  "temporal.api.workflowservice.v1.CountSchedulesResponse": {
    count?: string;
    groups?: (Messages["temporal.api.workflowservice.v1.CountSchedulesResponse.AggregationGroup"])[];
  };
  "temporal.api.workflowservice.v1.CountSchedulesResponse.AggregationGroup": {
    groupValues?: (Messages["temporal.api.common.v1.Payload"])[];
    count?: string;
  };
  "temporal.api.workflowservice.v1.CountWorkersRequest": {
    namespace?: string;
    query?: string;
    includeSystemWorkers?: boolean;
  };
  "temporal.api.workflowservice.v1.CountWorkersResponse": {
    count?: string;
  };
  "temporal.api.workflowservice.v1.CountWorkflowExecutionsRequest": {
    namespace?: string;
    query?: string;
  };
  "temporal.api.workflowservice.v1.CountWorkflowExecutionsResponse": {
    count?: string;
    groups?: (Messages["temporal.api.workflowservice.v1.CountWorkflowExecutionsResponse.AggregationGroup"])[];
  };
  "temporal.api.workflowservice.v1.CountWorkflowExecutionsResponse.AggregationGroup": {
    groupValues?: (Messages["temporal.api.common.v1.Payload"])[];
    count?: string;
  };
  "temporal.api.workflowservice.v1.CreateScheduleRequest": {
    namespace?: string;
    scheduleId?: string;
    schedule?: Messages["temporal.api.schedule.v1.Schedule"];
    initialPatch?: Messages["temporal.api.schedule.v1.SchedulePatch"];
    identity?: string;
    requestId?: string;
    memo?: Messages["temporal.api.common.v1.Memo"];
    searchAttributes?: Messages["temporal.api.common.v1.SearchAttributes"];
  };
  "temporal.api.workflowservice.v1.CreateScheduleResponse": {
    conflictToken?: string;
  };
  "temporal.api.workflowservice.v1.CreateWorkerDeploymentRequest": {
    namespace?: string;
    deploymentName?: string;
    identity?: string;
    requestId?: string;
  };
  "temporal.api.workflowservice.v1.CreateWorkerDeploymentResponse": {
    conflictToken?: string;
  };
  "temporal.api.workflowservice.v1.CreateWorkerDeploymentVersionRequest": {
    namespace?: string;
    deploymentVersion?: Messages["temporal.api.deployment.v1.WorkerDeploymentVersion"];
    identity?: string;
    computeConfig?: Messages["temporal.api.compute.v1.ComputeConfig"];
    requestId?: string;
  };
  "temporal.api.workflowservice.v1.CreateWorkerDeploymentVersionResponse": {
  };
  "temporal.api.workflowservice.v1.CreateWorkflowRuleRequest": {
    namespace?: string;
    spec?: Messages["temporal.api.rules.v1.WorkflowRuleSpec"];
    forceScan?: boolean;
    requestId?: string;
    identity?: string;
    description?: string;
  };
  "temporal.api.workflowservice.v1.CreateWorkflowRuleResponse": {
    rule?: Messages["temporal.api.rules.v1.WorkflowRule"];
    jobId?: string;
  };
  "temporal.api.workflowservice.v1.DeleteActivityExecutionRequest": {
    namespace?: string;
    activityId?: string;
    runId?: string;
  };
  "temporal.api.workflowservice.v1.DeleteActivityExecutionResponse": {
  };
  "temporal.api.workflowservice.v1.DeleteNexusOperationExecutionRequest": {
    namespace?: string;
    operationId?: string;
    runId?: string;
  };
  "temporal.api.workflowservice.v1.DeleteNexusOperationExecutionResponse": {
  };
  "temporal.api.workflowservice.v1.DeleteScheduleRequest": {
    namespace?: string;
    scheduleId?: string;
    identity?: string;
  };
  "temporal.api.workflowservice.v1.DeleteScheduleResponse": {
  };
  "temporal.api.workflowservice.v1.DeleteWorkerDeploymentRequest": {
    namespace?: string;
    deploymentName?: string;
    identity?: string;
  };
  "temporal.api.workflowservice.v1.DeleteWorkerDeploymentResponse": {
  };
  "temporal.api.workflowservice.v1.DeleteWorkerDeploymentVersionRequest": {
    namespace?: string;
    version?: string;
    skipDrainage?: boolean;
    identity?: string;
    deploymentVersion?: Messages["temporal.api.deployment.v1.WorkerDeploymentVersion"];
  };
  "temporal.api.workflowservice.v1.DeleteWorkerDeploymentVersionResponse": {
  };
  "temporal.api.workflowservice.v1.DeleteWorkflowExecutionRequest": {
    namespace?: string;
    workflowExecution?: Messages["temporal.api.common.v1.WorkflowExecution"];
  };
  "temporal.api.workflowservice.v1.DeleteWorkflowExecutionResponse": {
  };
  "temporal.api.workflowservice.v1.DeleteWorkflowRuleRequest": {
    namespace?: string;
    ruleId?: string;
  };
  "temporal.api.workflowservice.v1.DeleteWorkflowRuleResponse": {
  };
  "temporal.api.workflowservice.v1.DeprecateNamespaceRequest": {
    namespace?: string;
    securityToken?: string;
  };
  "temporal.api.workflowservice.v1.DeprecateNamespaceResponse": {
  };
  "temporal.api.workflowservice.v1.DescribeActivityExecutionRequest": {
    namespace?: string;
    activityId?: string;
    runId?: string;
    includeInput?: boolean;
    includeOutcome?: boolean;
    longPollToken?: string;
    includeHeartbeatDetails?: boolean;
    includeLastFailure?: boolean;
  };
  "temporal.api.workflowservice.v1.DescribeActivityExecutionResponse": {
    runId?: string;
    info?: Messages["temporal.api.activity.v1.ActivityExecutionInfo"];
    input?: Messages["temporal.api.common.v1.Payloads"];
    outcome?: Messages["temporal.api.activity.v1.ActivityExecutionOutcome"];
    longPollToken?: string;
    callbacks?: (Messages["temporal.api.activity.v1.CallbackInfo"])[];
  };
  "temporal.api.workflowservice.v1.DescribeBatchOperationRequest": {
    namespace?: string;
    jobId?: string;
  };
  "temporal.api.workflowservice.v1.DescribeBatchOperationResponse": {
    operationType?: Enums["temporal.api.enums.v1.BatchOperationType"];
    jobId?: string;
    state?: Enums["temporal.api.enums.v1.BatchOperationState"];
    startTime?: string;
    closeTime?: string;
    totalOperationCount?: string;
    completeOperationCount?: string;
    failureOperationCount?: string;
    identity?: string;
    reason?: string;
    query?: string;
    executions?: (Messages["temporal.api.common.v1.Execution"])[];
  };
  "temporal.api.workflowservice.v1.DescribeDeploymentRequest": {
    namespace?: string;
    deployment?: Messages["temporal.api.deployment.v1.Deployment"];
  };
  "temporal.api.workflowservice.v1.DescribeDeploymentResponse": {
    deploymentInfo?: Messages["temporal.api.deployment.v1.DeploymentInfo"];
  };
  "temporal.api.workflowservice.v1.DescribeNamespaceRequest": {
    namespace?: string;
    id?: string;
    weakConsistency?: boolean;
  };
  "temporal.api.workflowservice.v1.DescribeNamespaceResponse": {
    namespaceInfo?: Messages["temporal.api.namespace.v1.NamespaceInfo"];
    config?: Messages["temporal.api.namespace.v1.NamespaceConfig"];
    replicationConfig?: Messages["temporal.api.replication.v1.NamespaceReplicationConfig"];
    failoverVersion?: string;
    isGlobalNamespace?: boolean;
    failoverHistory?: (Messages["temporal.api.replication.v1.FailoverStatus"])[];
    pollerGroupInfos?: (Messages["temporal.api.taskqueue.v1.PollerGroupInfo"])[];
    pollerGroupsInfo?: Messages["temporal.api.taskqueue.v1.PollerGroupsInfo"];
  };
  "temporal.api.workflowservice.v1.DescribeNexusOperationExecutionRequest": {
    namespace?: string;
    operationId?: string;
    runId?: string;
    includeInput?: boolean;
    includeOutcome?: boolean;
    longPollToken?: string;
  };
  "temporal.api.workflowservice.v1.DescribeNexusOperationExecutionResponse": {
    runId?: string;
    info?: Messages["temporal.api.nexus.v1.NexusOperationExecutionInfo"];
    input?: Messages["temporal.api.common.v1.Payload"];
    result?: Messages["temporal.api.common.v1.Payload"];
    failure?: Messages["temporal.api.failure.v1.Failure"];
    longPollToken?: string;
  };
  "temporal.api.workflowservice.v1.DescribeScheduleRequest": {
    namespace?: string;
    scheduleId?: string;
  };
  "temporal.api.workflowservice.v1.DescribeScheduleResponse": {
    schedule?: Messages["temporal.api.schedule.v1.Schedule"];
    info?: Messages["temporal.api.schedule.v1.ScheduleInfo"];
    memo?: Messages["temporal.api.common.v1.Memo"];
    searchAttributes?: Messages["temporal.api.common.v1.SearchAttributes"];
    conflictToken?: string;
  };
  "temporal.api.workflowservice.v1.DescribeTaskQueueRequest": {
    namespace?: string;
    taskQueue?: Messages["temporal.api.taskqueue.v1.TaskQueue"];
    taskQueueType?: Enums["temporal.api.enums.v1.TaskQueueType"];
    includeTaskQueueStatus?: boolean;
    apiMode?: Enums["temporal.api.enums.v1.DescribeTaskQueueMode"];
    versions?: Messages["temporal.api.taskqueue.v1.TaskQueueVersionSelection"];
    taskQueueTypes?: (Enums["temporal.api.enums.v1.TaskQueueType"])[];
    reportStats?: boolean;
    reportPollers?: boolean;
    reportTaskReachability?: boolean;
    reportConfig?: boolean;
  };
  "temporal.api.workflowservice.v1.DescribeTaskQueueResponse": {
    pollers?: (Messages["temporal.api.taskqueue.v1.PollerInfo"])[];
    taskQueueStatus?: Messages["temporal.api.taskqueue.v1.TaskQueueStatus"];
    versionsInfo?: Record<string, Messages["temporal.api.taskqueue.v1.TaskQueueVersionInfo"]>;
    versioningInfo?: Messages["temporal.api.taskqueue.v1.TaskQueueVersioningInfo"];
    stats?: Messages["temporal.api.taskqueue.v1.TaskQueueStats"];
    config?: Messages["temporal.api.taskqueue.v1.TaskQueueConfig"];
    effectiveRateLimit?: Messages["temporal.api.workflowservice.v1.DescribeTaskQueueResponse.EffectiveRateLimit"];
    statsByPriorityKey?: Record<string, Messages["temporal.api.taskqueue.v1.TaskQueueStats"]>;
  };
  "temporal.api.workflowservice.v1.DescribeTaskQueueResponse.EffectiveRateLimit": {
    requestsPerSecond?: number;
    rateLimitSource?: Enums["temporal.api.enums.v1.RateLimitSource"];
  };
  "temporal.api.workflowservice.v1.DescribeWorkerDeploymentRequest": {
    namespace?: string;
    deploymentName?: string;
  };
  "temporal.api.workflowservice.v1.DescribeWorkerDeploymentResponse": {
    conflictToken?: string;
    workerDeploymentInfo?: Messages["temporal.api.deployment.v1.WorkerDeploymentInfo"];
  };
  "temporal.api.workflowservice.v1.DescribeWorkerDeploymentVersionRequest": {
    namespace?: string;
    version?: string;
    deploymentVersion?: Messages["temporal.api.deployment.v1.WorkerDeploymentVersion"];
    reportTaskQueueStats?: boolean;
  };
  "temporal.api.workflowservice.v1.DescribeWorkerDeploymentVersionResponse": {
    workerDeploymentVersionInfo?: Messages["temporal.api.deployment.v1.WorkerDeploymentVersionInfo"];
    versionTaskQueues?: (Messages["temporal.api.workflowservice.v1.DescribeWorkerDeploymentVersionResponse.VersionTaskQueue"])[];
  };
  "temporal.api.workflowservice.v1.DescribeWorkerDeploymentVersionResponse.VersionTaskQueue": {
    name?: string;
    type?: Enums["temporal.api.enums.v1.TaskQueueType"];
    stats?: Messages["temporal.api.taskqueue.v1.TaskQueueStats"];
    statsByPriorityKey?: Record<string, Messages["temporal.api.taskqueue.v1.TaskQueueStats"]>;
  };
  "temporal.api.workflowservice.v1.DescribeWorkerRequest": {
    namespace?: string;
    workerInstanceKey?: string;
  };
  "temporal.api.workflowservice.v1.DescribeWorkerResponse": {
    workerInfo?: Messages["temporal.api.worker.v1.WorkerInfo"];
  };
  "temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest": {
    namespace?: string;
    execution?: Messages["temporal.api.common.v1.WorkflowExecution"];
  };
  "temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse": {
    executionConfig?: Messages["temporal.api.workflow.v1.WorkflowExecutionConfig"];
    workflowExecutionInfo?: Messages["temporal.api.workflow.v1.WorkflowExecutionInfo"];
    pendingActivities?: (Messages["temporal.api.workflow.v1.PendingActivityInfo"])[];
    pendingChildren?: (Messages["temporal.api.workflow.v1.PendingChildExecutionInfo"])[];
    pendingWorkflowTask?: Messages["temporal.api.workflow.v1.PendingWorkflowTaskInfo"];
    callbacks?: (Messages["temporal.api.workflow.v1.CallbackInfo"])[];
    pendingNexusOperations?: (Messages["temporal.api.workflow.v1.PendingNexusOperationInfo"])[];
    workflowExtendedInfo?: Messages["temporal.api.workflow.v1.WorkflowExecutionExtendedInfo"];
  };
  "temporal.api.workflowservice.v1.DescribeWorkflowRuleRequest": {
    namespace?: string;
    ruleId?: string;
  };
  "temporal.api.workflowservice.v1.DescribeWorkflowRuleResponse": {
    rule?: Messages["temporal.api.rules.v1.WorkflowRule"];
  };
  "temporal.api.workflowservice.v1.ExecuteMultiOperationRequest": {
    namespace?: string;
    operations?: (Messages["temporal.api.workflowservice.v1.ExecuteMultiOperationRequest.Operation"])[];
    resourceId?: string;
  };
  "temporal.api.workflowservice.v1.ExecuteMultiOperationRequest.Operation": {
    startWorkflow?: Messages["temporal.api.workflowservice.v1.StartWorkflowExecutionRequest"];
    updateWorkflow?: Messages["temporal.api.workflowservice.v1.UpdateWorkflowExecutionRequest"];
  };
  "temporal.api.workflowservice.v1.ExecuteMultiOperationResponse": {
    responses?: (Messages["temporal.api.workflowservice.v1.ExecuteMultiOperationResponse.Response"])[];
  };
  "temporal.api.workflowservice.v1.ExecuteMultiOperationResponse.Response": {
    startWorkflow?: Messages["temporal.api.workflowservice.v1.StartWorkflowExecutionResponse"];
    updateWorkflow?: Messages["temporal.api.workflowservice.v1.UpdateWorkflowExecutionResponse"];
  };
  "temporal.api.workflowservice.v1.FetchWorkerConfigRequest": {
    namespace?: string;
    identity?: string;
    reason?: string;
    selector?: Messages["temporal.api.common.v1.WorkerSelector"];
    resourceId?: string;
  };
  "temporal.api.workflowservice.v1.FetchWorkerConfigResponse": {
    workerConfig?: Messages["temporal.api.sdk.v1.WorkerConfig"];
  };
  "temporal.api.workflowservice.v1.GetClusterInfoRequest": {
  };
  "temporal.api.workflowservice.v1.GetClusterInfoResponse": {
    supportedClients?: Record<string, string>;
    serverVersion?: string;
    clusterId?: string;
    versionInfo?: Messages["temporal.api.version.v1.VersionInfo"];
    clusterName?: string;
    historyShardCount?: number;
    persistenceStore?: string;
    visibilityStore?: string;
    initialFailoverVersion?: string;
    failoverVersionIncrement?: string;
  };
  "temporal.api.workflowservice.v1.GetCurrentDeploymentRequest": {
    namespace?: string;
    seriesName?: string;
  };
  "temporal.api.workflowservice.v1.GetCurrentDeploymentResponse": {
    currentDeploymentInfo?: Messages["temporal.api.deployment.v1.DeploymentInfo"];
  };
  "temporal.api.workflowservice.v1.GetDeploymentReachabilityRequest": {
    namespace?: string;
    deployment?: Messages["temporal.api.deployment.v1.Deployment"];
  };
  "temporal.api.workflowservice.v1.GetDeploymentReachabilityResponse": {
    deploymentInfo?: Messages["temporal.api.deployment.v1.DeploymentInfo"];
    reachability?: Enums["temporal.api.enums.v1.DeploymentReachability"];
    lastUpdateTime?: string;
  };
  "temporal.api.workflowservice.v1.GetSearchAttributesRequest": {
  };
  "temporal.api.workflowservice.v1.GetSearchAttributesResponse": {
    keys?: Record<string, Enums["temporal.api.enums.v1.IndexedValueType"]>;
  };
  "temporal.api.workflowservice.v1.GetSystemInfoRequest": {
  };
  "temporal.api.workflowservice.v1.GetSystemInfoResponse": {
    serverVersion?: string;
    capabilities?: Messages["temporal.api.workflowservice.v1.GetSystemInfoResponse.Capabilities"];
  };
  "temporal.api.workflowservice.v1.GetSystemInfoResponse.Capabilities": {
    signalAndQueryHeader?: boolean;
    internalErrorDifferentiation?: boolean;
    activityFailureIncludeHeartbeat?: boolean;
    supportsSchedules?: boolean;
    encodedFailureAttributes?: boolean;
    buildIdBasedVersioning?: boolean;
    upsertMemo?: boolean;
    eagerWorkflowStart?: boolean;
    sdkMetadata?: boolean;
    countGroupByExecutionStatus?: boolean;
    nexus?: boolean;
    serverScaledDeployments?: boolean;
    serverScaledProviderCloudRun?: boolean;
  };
  "temporal.api.workflowservice.v1.GetWorkerBuildIdCompatibilityRequest": {
    namespace?: string;
    taskQueue?: string;
    maxSets?: number;
  };
  "temporal.api.workflowservice.v1.GetWorkerBuildIdCompatibilityResponse": {
    majorVersionSets?: (Messages["temporal.api.taskqueue.v1.CompatibleVersionSet"])[];
  };
  "temporal.api.workflowservice.v1.GetWorkerTaskReachabilityRequest": {
    namespace?: string;
    buildIds?: (string)[];
    taskQueues?: (string)[];
    reachability?: Enums["temporal.api.enums.v1.TaskReachability"];
  };
  "temporal.api.workflowservice.v1.GetWorkerTaskReachabilityResponse": {
    buildIdReachability?: (Messages["temporal.api.taskqueue.v1.BuildIdReachability"])[];
  };
  "temporal.api.workflowservice.v1.GetWorkerVersioningRulesRequest": {
    namespace?: string;
    taskQueue?: string;
  };
  "temporal.api.workflowservice.v1.GetWorkerVersioningRulesResponse": {
    assignmentRules?: (Messages["temporal.api.taskqueue.v1.TimestampedBuildIdAssignmentRule"])[];
    compatibleRedirectRules?: (Messages["temporal.api.taskqueue.v1.TimestampedCompatibleBuildIdRedirectRule"])[];
    conflictToken?: string;
  };
  "temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest": {
    namespace?: string;
    execution?: Messages["temporal.api.common.v1.WorkflowExecution"];
    maximumPageSize?: number;
    nextPageToken?: string;
    waitNewEvent?: boolean;
    historyEventFilterType?: Enums["temporal.api.enums.v1.HistoryEventFilterType"];
    skipArchival?: boolean;
  };
  "temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryResponse": {
    history?: Messages["temporal.api.history.v1.History"];
    rawHistory?: (Messages["temporal.api.common.v1.DataBlob"])[];
    nextPageToken?: string;
    archived?: boolean;
  };
  "temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryReverseRequest": {
    namespace?: string;
    execution?: Messages["temporal.api.common.v1.WorkflowExecution"];
    maximumPageSize?: number;
    nextPageToken?: string;
  };
  "temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryReverseResponse": {
    history?: Messages["temporal.api.history.v1.History"];
    nextPageToken?: string;
  };
  "temporal.api.workflowservice.v1.ListActivityExecutionsRequest": {
    namespace?: string;
    pageSize?: number;
    nextPageToken?: string;
    query?: string;
  };
  "temporal.api.workflowservice.v1.ListActivityExecutionsResponse": {
    executions?: (Messages["temporal.api.activity.v1.ActivityExecutionListInfo"])[];
    nextPageToken?: string;
  };
  "temporal.api.workflowservice.v1.ListArchivedWorkflowExecutionsRequest": {
    namespace?: string;
    pageSize?: number;
    nextPageToken?: string;
    query?: string;
  };
  "temporal.api.workflowservice.v1.ListArchivedWorkflowExecutionsResponse": {
    executions?: (Messages["temporal.api.workflow.v1.WorkflowExecutionInfo"])[];
    nextPageToken?: string;
  };
  "temporal.api.workflowservice.v1.ListBatchOperationsRequest": {
    namespace?: string;
    pageSize?: number;
    nextPageToken?: string;
  };
  "temporal.api.workflowservice.v1.ListBatchOperationsResponse": {
    operationInfo?: (Messages["temporal.api.batch.v1.BatchOperationInfo"])[];
    nextPageToken?: string;
  };
  "temporal.api.workflowservice.v1.ListClosedWorkflowExecutionsRequest": {
    namespace?: string;
    maximumPageSize?: number;
    nextPageToken?: string;
    startTimeFilter?: Messages["temporal.api.filter.v1.StartTimeFilter"];
    executionFilter?: Messages["temporal.api.filter.v1.WorkflowExecutionFilter"];
    typeFilter?: Messages["temporal.api.filter.v1.WorkflowTypeFilter"];
    statusFilter?: Messages["temporal.api.filter.v1.StatusFilter"];
  };
  "temporal.api.workflowservice.v1.ListClosedWorkflowExecutionsResponse": {
    executions?: (Messages["temporal.api.workflow.v1.WorkflowExecutionInfo"])[];
    nextPageToken?: string;
  };
  "temporal.api.workflowservice.v1.ListDeploymentsRequest": {
    namespace?: string;
    pageSize?: number;
    nextPageToken?: string;
    seriesName?: string;
  };
  "temporal.api.workflowservice.v1.ListDeploymentsResponse": {
    nextPageToken?: string;
    deployments?: (Messages["temporal.api.deployment.v1.DeploymentListInfo"])[];
  };
  "temporal.api.workflowservice.v1.ListNamespacesRequest": {
    pageSize?: number;
    nextPageToken?: string;
    namespaceFilter?: Messages["temporal.api.namespace.v1.NamespaceFilter"];
  };
  "temporal.api.workflowservice.v1.ListNamespacesResponse": {
    namespaces?: (Messages["temporal.api.workflowservice.v1.DescribeNamespaceResponse"])[];
    nextPageToken?: string;
  };
  "temporal.api.workflowservice.v1.ListNexusOperationExecutionsRequest": {
    namespace?: string;
    pageSize?: number;
    nextPageToken?: string;
    query?: string;
  };
  "temporal.api.workflowservice.v1.ListNexusOperationExecutionsResponse": {
    operations?: (Messages["temporal.api.nexus.v1.NexusOperationExecutionListInfo"])[];
    nextPageToken?: string;
  };
  "temporal.api.workflowservice.v1.ListOpenWorkflowExecutionsRequest": {
    namespace?: string;
    maximumPageSize?: number;
    nextPageToken?: string;
    startTimeFilter?: Messages["temporal.api.filter.v1.StartTimeFilter"];
    executionFilter?: Messages["temporal.api.filter.v1.WorkflowExecutionFilter"];
    typeFilter?: Messages["temporal.api.filter.v1.WorkflowTypeFilter"];
  };
  "temporal.api.workflowservice.v1.ListOpenWorkflowExecutionsResponse": {
    executions?: (Messages["temporal.api.workflow.v1.WorkflowExecutionInfo"])[];
    nextPageToken?: string;
  };
  "temporal.api.workflowservice.v1.ListScheduleMatchingTimesRequest": {
    namespace?: string;
    scheduleId?: string;
    startTime?: string;
    endTime?: string;
  };
  "temporal.api.workflowservice.v1.ListScheduleMatchingTimesResponse": {
    startTime?: (string)[];
  };
  "temporal.api.workflowservice.v1.ListSchedulesRequest": {
    namespace?: string;
    maximumPageSize?: number;
    nextPageToken?: string;
    query?: string;
  };
  "temporal.api.workflowservice.v1.ListSchedulesResponse": {
    schedules?: (Messages["temporal.api.schedule.v1.ScheduleListEntry"])[];
    nextPageToken?: string;
  };
  "temporal.api.workflowservice.v1.ListTaskQueuePartitionsRequest": {
    namespace?: string;
    taskQueue?: Messages["temporal.api.taskqueue.v1.TaskQueue"];
  };
  "temporal.api.workflowservice.v1.ListTaskQueuePartitionsResponse": {
    activityTaskQueuePartitions?: (Messages["temporal.api.taskqueue.v1.TaskQueuePartitionMetadata"])[];
    workflowTaskQueuePartitions?: (Messages["temporal.api.taskqueue.v1.TaskQueuePartitionMetadata"])[];
  };
  "temporal.api.workflowservice.v1.ListWorkerDeploymentsRequest": {
    namespace?: string;
    pageSize?: number;
    nextPageToken?: string;
  };
  "temporal.api.workflowservice.v1.ListWorkerDeploymentsResponse": {
    nextPageToken?: string;
    workerDeployments?: (Messages["temporal.api.workflowservice.v1.ListWorkerDeploymentsResponse.WorkerDeploymentSummary"])[];
  };
  "temporal.api.workflowservice.v1.ListWorkerDeploymentsResponse.WorkerDeploymentSummary": {
    name?: string;
    createTime?: string;
    routingConfig?: Messages["temporal.api.deployment.v1.RoutingConfig"];
    latestVersionSummary?: Messages["temporal.api.deployment.v1.WorkerDeploymentInfo.WorkerDeploymentVersionSummary"];
    currentVersionSummary?: Messages["temporal.api.deployment.v1.WorkerDeploymentInfo.WorkerDeploymentVersionSummary"];
    rampingVersionSummary?: Messages["temporal.api.deployment.v1.WorkerDeploymentInfo.WorkerDeploymentVersionSummary"];
  };
  "temporal.api.workflowservice.v1.ListWorkersRequest": {
    namespace?: string;
    pageSize?: number;
    nextPageToken?: string;
    query?: string;
    includeSystemWorkers?: boolean;
  };
  "temporal.api.workflowservice.v1.ListWorkersResponse": {
    workersInfo?: (Messages["temporal.api.worker.v1.WorkerInfo"])[];
    nextPageToken?: string;
    workers?: (Messages["temporal.api.worker.v1.WorkerListInfo"])[];
  };
  "temporal.api.workflowservice.v1.ListWorkflowExecutionsRequest": {
    namespace?: string;
    pageSize?: number;
    nextPageToken?: string;
    query?: string;
  };
  "temporal.api.workflowservice.v1.ListWorkflowExecutionsResponse": {
    executions?: (Messages["temporal.api.workflow.v1.WorkflowExecutionInfo"])[];
    nextPageToken?: string;
  };
  "temporal.api.workflowservice.v1.ListWorkflowRulesRequest": {
    namespace?: string;
    nextPageToken?: string;
  };
  "temporal.api.workflowservice.v1.ListWorkflowRulesResponse": {
    rules?: (Messages["temporal.api.rules.v1.WorkflowRule"])[];
    nextPageToken?: string;
  };
  "temporal.api.workflowservice.v1.PatchScheduleRequest": {
    namespace?: string;
    scheduleId?: string;
    patch?: Messages["temporal.api.schedule.v1.SchedulePatch"];
    identity?: string;
    requestId?: string;
  };
  "temporal.api.workflowservice.v1.PatchScheduleResponse": {
  };
  "temporal.api.workflowservice.v1.PauseActivityExecutionRequest": {
    namespace?: string;
    workflowId?: string;
    activityId?: string;
    runId?: string;
    identity?: string;
    reason?: string;
    resourceId?: string;
    requestId?: string;
  };
  "temporal.api.workflowservice.v1.PauseActivityExecutionResponse": {
  };
  "temporal.api.workflowservice.v1.PauseActivityRequest": {
    namespace?: string;
    execution?: Messages["temporal.api.common.v1.WorkflowExecution"];
    identity?: string;
    id?: string;
    type?: string;
    reason?: string;
    requestId?: string;
  };
  "temporal.api.workflowservice.v1.PauseActivityResponse": {
  };
  "temporal.api.workflowservice.v1.PauseWorkflowExecutionRequest": {
    namespace?: string;
    workflowId?: string;
    runId?: string;
    identity?: string;
    reason?: string;
    requestId?: string;
  };
  "temporal.api.workflowservice.v1.PauseWorkflowExecutionResponse": {
  };
  "temporal.api.workflowservice.v1.PollActivityExecutionRequest": {
    namespace?: string;
    activityId?: string;
    runId?: string;
  };
  "temporal.api.workflowservice.v1.PollActivityExecutionResponse": {
    runId?: string;
    outcome?: Messages["temporal.api.activity.v1.ActivityExecutionOutcome"];
  };
  "temporal.api.workflowservice.v1.PollActivityTaskQueueResponse": {
    taskToken?: string;
    workflowNamespace?: string;
    workflowType?: Messages["temporal.api.common.v1.WorkflowType"];
    workflowExecution?: Messages["temporal.api.common.v1.WorkflowExecution"];
    activityType?: Messages["temporal.api.common.v1.ActivityType"];
    activityId?: string;
    header?: Messages["temporal.api.common.v1.Header"];
    input?: Messages["temporal.api.common.v1.Payloads"];
    heartbeatDetails?: Messages["temporal.api.common.v1.Payloads"];
    scheduledTime?: string;
    currentAttemptScheduledTime?: string;
    startedTime?: string;
    attempt?: number;
    scheduleToCloseTimeout?: string;
    startToCloseTimeout?: string;
    heartbeatTimeout?: string;
    retryPolicy?: Messages["temporal.api.common.v1.RetryPolicy"];
    pollerScalingDecision?: Messages["temporal.api.taskqueue.v1.PollerScalingDecision"];
    priority?: Messages["temporal.api.common.v1.Priority"];
    activityRunId?: string;
    pollerGroupInfos?: (Messages["temporal.api.taskqueue.v1.PollerGroupInfo"])[];
    pollerGroupsInfo?: Messages["temporal.api.taskqueue.v1.PollerGroupsInfo"];
  };
  "temporal.api.workflowservice.v1.PollNexusOperationExecutionRequest": {
    namespace?: string;
    operationId?: string;
    runId?: string;
    waitStage?: Enums["temporal.api.enums.v1.NexusOperationWaitStage"];
  };
  "temporal.api.workflowservice.v1.PollNexusOperationExecutionResponse": {
    runId?: string;
    waitStage?: Enums["temporal.api.enums.v1.NexusOperationWaitStage"];
    operationToken?: string;
    result?: Messages["temporal.api.common.v1.Payload"];
    failure?: Messages["temporal.api.failure.v1.Failure"];
  };
  "temporal.api.workflowservice.v1.PollWorkflowExecutionTimeSkippingRequest": {
    namespace?: string;
    workflowExecution?: Messages["temporal.api.common.v1.WorkflowExecution"];
    fastForwardId?: string;
  };
  "temporal.api.workflowservice.v1.PollWorkflowExecutionTimeSkippingResponse": {
    fastForwardPollingResult?: Enums["temporal.api.enums.v1.FastForwardPollingResult"];
    failedReason?: string;
    fastForwardInfo?: Messages["temporal.api.common.v1.TimeSkippingFastForwardInfo"];
  };
  "temporal.api.workflowservice.v1.PollWorkflowExecutionUpdateRequest": {
    namespace?: string;
    updateRef?: Messages["temporal.api.update.v1.UpdateRef"];
    identity?: string;
    waitPolicy?: Messages["temporal.api.update.v1.WaitPolicy"];
  };
  "temporal.api.workflowservice.v1.PollWorkflowExecutionUpdateResponse": {
    outcome?: Messages["temporal.api.update.v1.Outcome"];
    stage?: Enums["temporal.api.enums.v1.UpdateWorkflowExecutionLifecycleStage"];
    updateRef?: Messages["temporal.api.update.v1.UpdateRef"];
  };
  "temporal.api.workflowservice.v1.PollWorkflowTaskQueueResponse": {
    taskToken?: string;
    workflowExecution?: Messages["temporal.api.common.v1.WorkflowExecution"];
    workflowType?: Messages["temporal.api.common.v1.WorkflowType"];
    previousStartedEventId?: string;
    startedEventId?: string;
    attempt?: number;
    backlogCountHint?: string;
    history?: Messages["temporal.api.history.v1.History"];
    nextPageToken?: string;
    query?: Messages["temporal.api.query.v1.WorkflowQuery"];
    workflowExecutionTaskQueue?: Messages["temporal.api.taskqueue.v1.TaskQueue"];
    scheduledTime?: string;
    startedTime?: string;
    queries?: Record<string, Messages["temporal.api.query.v1.WorkflowQuery"]>;
    messages?: (Messages["temporal.api.protocol.v1.Message"])[];
    pollerScalingDecision?: Messages["temporal.api.taskqueue.v1.PollerScalingDecision"];
    pollerGroupId?: string;
    pollerGroupInfos?: (Messages["temporal.api.taskqueue.v1.PollerGroupInfo"])[];
    pollerGroupsInfo?: Messages["temporal.api.taskqueue.v1.PollerGroupsInfo"];
  };
  "temporal.api.workflowservice.v1.QueryWorkflowRequest": {
    namespace?: string;
    execution?: Messages["temporal.api.common.v1.WorkflowExecution"];
    query?: Messages["temporal.api.query.v1.WorkflowQuery"];
    queryRejectCondition?: Enums["temporal.api.enums.v1.QueryRejectCondition"];
  };
  "temporal.api.workflowservice.v1.QueryWorkflowResponse": {
    queryResult?: Messages["temporal.api.common.v1.Payloads"];
    queryRejected?: Messages["temporal.api.query.v1.QueryRejected"];
    link?: Messages["temporal.api.common.v1.Link"];
  };
  "temporal.api.workflowservice.v1.RecordActivityTaskHeartbeatByIdRequest": {
    namespace?: string;
    workflowId?: string;
    runId?: string;
    activityId?: string;
    details?: Messages["temporal.api.common.v1.Payloads"];
    identity?: string;
    resourceId?: string;
  };
  "temporal.api.workflowservice.v1.RecordActivityTaskHeartbeatByIdResponse": {
    cancelRequested?: boolean;
    activityPaused?: boolean;
    activityReset?: boolean;
  };
  "temporal.api.workflowservice.v1.RecordActivityTaskHeartbeatRequest": {
    taskToken?: string;
    details?: Messages["temporal.api.common.v1.Payloads"];
    identity?: string;
    namespace?: string;
    resourceId?: string;
  };
  "temporal.api.workflowservice.v1.RecordActivityTaskHeartbeatResponse": {
    cancelRequested?: boolean;
    activityPaused?: boolean;
    activityReset?: boolean;
  };
  "temporal.api.workflowservice.v1.RecordWorkerHeartbeatRequest": {
    namespace?: string;
    identity?: string;
    workerHeartbeat?: (Messages["temporal.api.worker.v1.WorkerHeartbeat"])[];
    resourceId?: string;
  };
  "temporal.api.workflowservice.v1.RecordWorkerHeartbeatResponse": {
  };
  "temporal.api.workflowservice.v1.RegisterNamespaceRequest": {
    namespace?: string;
    description?: string;
    ownerEmail?: string;
    workflowExecutionRetentionPeriod?: string;
    clusters?: (Messages["temporal.api.replication.v1.ClusterReplicationConfig"])[];
    activeClusterName?: string;
    data?: Record<string, string>;
    securityToken?: string;
    isGlobalNamespace?: boolean;
    historyArchivalState?: Enums["temporal.api.enums.v1.ArchivalState"];
    historyArchivalUri?: string;
    visibilityArchivalState?: Enums["temporal.api.enums.v1.ArchivalState"];
    visibilityArchivalUri?: string;
  };
  "temporal.api.workflowservice.v1.RegisterNamespaceResponse": {
  };
  "temporal.api.workflowservice.v1.RequestCancelActivityExecutionRequest": {
    namespace?: string;
    activityId?: string;
    runId?: string;
    identity?: string;
    requestId?: string;
    reason?: string;
  };
  "temporal.api.workflowservice.v1.RequestCancelActivityExecutionResponse": {
  };
  "temporal.api.workflowservice.v1.RequestCancelNexusOperationExecutionRequest": {
    namespace?: string;
    operationId?: string;
    runId?: string;
    identity?: string;
    requestId?: string;
    reason?: string;
  };
  "temporal.api.workflowservice.v1.RequestCancelNexusOperationExecutionResponse": {
  };
  "temporal.api.workflowservice.v1.RequestCancelWorkflowExecutionRequest": {
    namespace?: string;
    workflowExecution?: Messages["temporal.api.common.v1.WorkflowExecution"];
    identity?: string;
    requestId?: string;
    firstExecutionRunId?: string;
    reason?: string;
    links?: (Messages["temporal.api.common.v1.Link"])[];
  };
  "temporal.api.workflowservice.v1.RequestCancelWorkflowExecutionResponse": {
  };
  "temporal.api.workflowservice.v1.ResetActivityExecutionRequest": {
    namespace?: string;
    workflowId?: string;
    activityId?: string;
    runId?: string;
    identity?: string;
    keepPaused?: boolean;
    jitter?: string;
    restoreOriginalOptions?: boolean;
    resourceId?: string;
    requestId?: string;
    resetHeartbeat?: boolean;
  };
  "temporal.api.workflowservice.v1.ResetActivityExecutionResponse": {
  };
  "temporal.api.workflowservice.v1.ResetActivityRequest": {
    namespace?: string;
    execution?: Messages["temporal.api.common.v1.WorkflowExecution"];
    identity?: string;
    id?: string;
    type?: string;
    resetHeartbeat?: boolean;
    keepPaused?: boolean;
    jitter?: string;
    restoreOriginalOptions?: boolean;
    matchAll?: boolean;
  };
  "temporal.api.workflowservice.v1.ResetActivityResponse": {
  };
  "temporal.api.workflowservice.v1.ResetStickyTaskQueueRequest": {
    namespace?: string;
    execution?: Messages["temporal.api.common.v1.WorkflowExecution"];
  };
  "temporal.api.workflowservice.v1.ResetStickyTaskQueueResponse": {
  };
  "temporal.api.workflowservice.v1.ResetWorkflowExecutionRequest": {
    namespace?: string;
    workflowExecution?: Messages["temporal.api.common.v1.WorkflowExecution"];
    reason?: string;
    workflowTaskFinishEventId?: string;
    requestId?: string;
    resetReapplyType?: Enums["temporal.api.enums.v1.ResetReapplyType"];
    resetReapplyExcludeTypes?: (Enums["temporal.api.enums.v1.ResetReapplyExcludeType"])[];
    postResetOperations?: (Messages["temporal.api.workflow.v1.PostResetOperation"])[];
    identity?: string;
  };
  "temporal.api.workflowservice.v1.ResetWorkflowExecutionResponse": {
    runId?: string;
  };
  "temporal.api.workflowservice.v1.RespondActivityTaskCanceledByIdRequest": {
    namespace?: string;
    workflowId?: string;
    runId?: string;
    activityId?: string;
    details?: Messages["temporal.api.common.v1.Payloads"];
    identity?: string;
    deploymentOptions?: Messages["temporal.api.deployment.v1.WorkerDeploymentOptions"];
    resourceId?: string;
  };
  "temporal.api.workflowservice.v1.RespondActivityTaskCanceledByIdResponse": {
  };
  "temporal.api.workflowservice.v1.RespondActivityTaskCanceledRequest": {
    taskToken?: string;
    details?: Messages["temporal.api.common.v1.Payloads"];
    identity?: string;
    namespace?: string;
    workerVersion?: Messages["temporal.api.common.v1.WorkerVersionStamp"];
    deployment?: Messages["temporal.api.deployment.v1.Deployment"];
    deploymentOptions?: Messages["temporal.api.deployment.v1.WorkerDeploymentOptions"];
    resourceId?: string;
  };
  "temporal.api.workflowservice.v1.RespondActivityTaskCanceledResponse": {
  };
  "temporal.api.workflowservice.v1.RespondActivityTaskCompletedByIdRequest": {
    namespace?: string;
    workflowId?: string;
    runId?: string;
    activityId?: string;
    result?: Messages["temporal.api.common.v1.Payloads"];
    identity?: string;
    resourceId?: string;
  };
  "temporal.api.workflowservice.v1.RespondActivityTaskCompletedByIdResponse": {
  };
  "temporal.api.workflowservice.v1.RespondActivityTaskCompletedRequest": {
    taskToken?: string;
    result?: Messages["temporal.api.common.v1.Payloads"];
    identity?: string;
    namespace?: string;
    workerVersion?: Messages["temporal.api.common.v1.WorkerVersionStamp"];
    deployment?: Messages["temporal.api.deployment.v1.Deployment"];
    deploymentOptions?: Messages["temporal.api.deployment.v1.WorkerDeploymentOptions"];
    resourceId?: string;
  };
  "temporal.api.workflowservice.v1.RespondActivityTaskCompletedResponse": {
  };
  "temporal.api.workflowservice.v1.RespondActivityTaskFailedByIdRequest": {
    namespace?: string;
    workflowId?: string;
    runId?: string;
    activityId?: string;
    failure?: Messages["temporal.api.failure.v1.Failure"];
    identity?: string;
    lastHeartbeatDetails?: Messages["temporal.api.common.v1.Payloads"];
    resourceId?: string;
  };
  "temporal.api.workflowservice.v1.RespondActivityTaskFailedByIdResponse": {
    failures?: (Messages["temporal.api.failure.v1.Failure"])[];
  };
  "temporal.api.workflowservice.v1.RespondActivityTaskFailedRequest": {
    taskToken?: string;
    failure?: Messages["temporal.api.failure.v1.Failure"];
    identity?: string;
    namespace?: string;
    lastHeartbeatDetails?: Messages["temporal.api.common.v1.Payloads"];
    workerVersion?: Messages["temporal.api.common.v1.WorkerVersionStamp"];
    deployment?: Messages["temporal.api.deployment.v1.Deployment"];
    deploymentOptions?: Messages["temporal.api.deployment.v1.WorkerDeploymentOptions"];
    resourceId?: string;
  };
  "temporal.api.workflowservice.v1.RespondActivityTaskFailedResponse": {
    failures?: (Messages["temporal.api.failure.v1.Failure"])[];
  };
  "temporal.api.workflowservice.v1.RespondNexusTaskCompletedRequest": {
    namespace?: string;
    identity?: string;
    taskToken?: string;
    response?: Messages["temporal.api.nexus.v1.Response"];
    pollerGroupId?: string;
  };
  "temporal.api.workflowservice.v1.RespondNexusTaskCompletedResponse": {
  };
  "temporal.api.workflowservice.v1.RespondNexusTaskFailedRequest": {
    namespace?: string;
    identity?: string;
    taskToken?: string;
    error?: Messages["temporal.api.nexus.v1.HandlerError"];
    failure?: Messages["temporal.api.failure.v1.Failure"];
    pollerGroupId?: string;
  };
  "temporal.api.workflowservice.v1.RespondNexusTaskFailedResponse": {
  };
  "temporal.api.workflowservice.v1.RespondQueryTaskCompletedRequest": {
    taskToken?: string;
    completedType?: Enums["temporal.api.enums.v1.QueryResultType"];
    queryResult?: Messages["temporal.api.common.v1.Payloads"];
    errorMessage?: string;
    namespace?: string;
    failure?: Messages["temporal.api.failure.v1.Failure"];
    cause?: Enums["temporal.api.enums.v1.WorkflowTaskFailedCause"];
    pollerGroupId?: string;
  };
  "temporal.api.workflowservice.v1.RespondQueryTaskCompletedResponse": {
  };
  "temporal.api.workflowservice.v1.RespondWorkflowTaskCompletedRequest": {
    taskToken?: string;
    commands?: (Messages["temporal.api.command.v1.Command"])[];
    identity?: string;
    stickyAttributes?: Messages["temporal.api.taskqueue.v1.StickyExecutionAttributes"];
    returnNewWorkflowTask?: boolean;
    forceCreateNewWorkflowTask?: boolean;
    binaryChecksum?: string;
    queryResults?: Record<string, Messages["temporal.api.query.v1.WorkflowQueryResult"]>;
    namespace?: string;
    workerVersionStamp?: Messages["temporal.api.common.v1.WorkerVersionStamp"];
    messages?: (Messages["temporal.api.protocol.v1.Message"])[];
    sdkMetadata?: Messages["temporal.api.sdk.v1.WorkflowTaskCompletedMetadata"];
    meteringMetadata?: Messages["temporal.api.common.v1.MeteringMetadata"];
    capabilities?: Messages["temporal.api.workflowservice.v1.RespondWorkflowTaskCompletedRequest.Capabilities"];
    deployment?: Messages["temporal.api.deployment.v1.Deployment"];
    versioningBehavior?: Enums["temporal.api.enums.v1.VersioningBehavior"];
    deploymentOptions?: Messages["temporal.api.deployment.v1.WorkerDeploymentOptions"];
    resourceId?: string;
    workerInstanceKey?: string;
    workerControlTaskQueue?: string;
    pageNumber?: number;
    intermediatePage?: boolean;
  };
  "temporal.api.workflowservice.v1.RespondWorkflowTaskCompletedRequest.Capabilities": {
    discardSpeculativeWorkflowTaskWithEvents?: boolean;
  };
  "temporal.api.workflowservice.v1.RespondWorkflowTaskCompletedResponse": {
    workflowTask?: Messages["temporal.api.workflowservice.v1.PollWorkflowTaskQueueResponse"];
    activityTasks?: (Messages["temporal.api.workflowservice.v1.PollActivityTaskQueueResponse"])[];
    resetHistoryEventId?: string;
  };
  "temporal.api.workflowservice.v1.RespondWorkflowTaskFailedRequest": {
    taskToken?: string;
    cause?: Enums["temporal.api.enums.v1.WorkflowTaskFailedCause"];
    failure?: Messages["temporal.api.failure.v1.Failure"];
    identity?: string;
    binaryChecksum?: string;
    namespace?: string;
    messages?: (Messages["temporal.api.protocol.v1.Message"])[];
    workerVersion?: Messages["temporal.api.common.v1.WorkerVersionStamp"];
    deployment?: Messages["temporal.api.deployment.v1.Deployment"];
    deploymentOptions?: Messages["temporal.api.deployment.v1.WorkerDeploymentOptions"];
    resourceId?: string;
  };
  "temporal.api.workflowservice.v1.RespondWorkflowTaskFailedResponse": {
  };
  "temporal.api.workflowservice.v1.ScanWorkflowExecutionsRequest": {
    namespace?: string;
    pageSize?: number;
    nextPageToken?: string;
    query?: string;
  };
  "temporal.api.workflowservice.v1.ScanWorkflowExecutionsResponse": {
    executions?: (Messages["temporal.api.workflow.v1.WorkflowExecutionInfo"])[];
    nextPageToken?: string;
  };
  "temporal.api.workflowservice.v1.SetCurrentDeploymentRequest": {
    namespace?: string;
    deployment?: Messages["temporal.api.deployment.v1.Deployment"];
    identity?: string;
    updateMetadata?: Messages["temporal.api.deployment.v1.UpdateDeploymentMetadata"];
  };
  "temporal.api.workflowservice.v1.SetCurrentDeploymentResponse": {
    currentDeploymentInfo?: Messages["temporal.api.deployment.v1.DeploymentInfo"];
    previousDeploymentInfo?: Messages["temporal.api.deployment.v1.DeploymentInfo"];
  };
  "temporal.api.workflowservice.v1.SetWorkerDeploymentCurrentVersionRequest": {
    namespace?: string;
    deploymentName?: string;
    version?: string;
    conflictToken?: string;
    identity?: string;
    ignoreMissingTaskQueues?: boolean;
    buildId?: string;
    allowNoPollers?: boolean;
  };
  "temporal.api.workflowservice.v1.SetWorkerDeploymentCurrentVersionResponse": {
    conflictToken?: string;
    previousVersion?: string;
    previousDeploymentVersion?: Messages["temporal.api.deployment.v1.WorkerDeploymentVersion"];
  };
  "temporal.api.workflowservice.v1.SetWorkerDeploymentManagerRequest": {
    namespace?: string;
    deploymentName?: string;
    managerIdentity?: string;
    self?: boolean;
    conflictToken?: string;
    identity?: string;
  };
  "temporal.api.workflowservice.v1.SetWorkerDeploymentManagerResponse": {
    conflictToken?: string;
    previousManagerIdentity?: string;
  };
  "temporal.api.workflowservice.v1.SetWorkerDeploymentRampingVersionRequest": {
    namespace?: string;
    deploymentName?: string;
    version?: string;
    percentage?: number;
    conflictToken?: string;
    identity?: string;
    ignoreMissingTaskQueues?: boolean;
    buildId?: string;
    allowNoPollers?: boolean;
  };
  "temporal.api.workflowservice.v1.SetWorkerDeploymentRampingVersionResponse": {
    conflictToken?: string;
    previousVersion?: string;
    previousPercentage?: number;
    previousDeploymentVersion?: Messages["temporal.api.deployment.v1.WorkerDeploymentVersion"];
  };
  "temporal.api.workflowservice.v1.ShutdownWorkerRequest": {
    namespace?: string;
    stickyTaskQueue?: string;
    identity?: string;
    reason?: string;
    workerHeartbeat?: Messages["temporal.api.worker.v1.WorkerHeartbeat"];
    workerInstanceKey?: string;
    taskQueue?: string;
    taskQueueTypes?: (Enums["temporal.api.enums.v1.TaskQueueType"])[];
  };
  "temporal.api.workflowservice.v1.ShutdownWorkerResponse": {
  };
  "temporal.api.workflowservice.v1.SignalWithStartWorkflowExecutionRequest": {
    namespace?: string;
    workflowId?: string;
    workflowType?: Messages["temporal.api.common.v1.WorkflowType"];
    taskQueue?: Messages["temporal.api.taskqueue.v1.TaskQueue"];
    input?: Messages["temporal.api.common.v1.Payloads"];
    workflowExecutionTimeout?: string;
    workflowRunTimeout?: string;
    workflowTaskTimeout?: string;
    identity?: string;
    requestId?: string;
    workflowIdReusePolicy?: Enums["temporal.api.enums.v1.WorkflowIdReusePolicy"];
    signalName?: string;
    signalInput?: Messages["temporal.api.common.v1.Payloads"];
    control?: string;
    retryPolicy?: Messages["temporal.api.common.v1.RetryPolicy"];
    cronSchedule?: string;
    memo?: Messages["temporal.api.common.v1.Memo"];
    searchAttributes?: Messages["temporal.api.common.v1.SearchAttributes"];
    header?: Messages["temporal.api.common.v1.Header"];
    workflowStartDelay?: string;
    workflowIdConflictPolicy?: Enums["temporal.api.enums.v1.WorkflowIdConflictPolicy"];
    userMetadata?: Messages["temporal.api.sdk.v1.UserMetadata"];
    links?: (Messages["temporal.api.common.v1.Link"])[];
    versioningOverride?: Messages["temporal.api.workflow.v1.VersioningOverride"];
    priority?: Messages["temporal.api.common.v1.Priority"];
    timeSkippingConfig?: Messages["temporal.api.common.v1.TimeSkippingConfig"];
  };
  "temporal.api.workflowservice.v1.SignalWithStartWorkflowExecutionResponse": {
    runId?: string;
    started?: boolean;
    signalLink?: Messages["temporal.api.common.v1.Link"];
    firstExecutionRunId?: string;
  };
  "temporal.api.workflowservice.v1.SignalWorkflowExecutionRequest": {
    namespace?: string;
    workflowExecution?: Messages["temporal.api.common.v1.WorkflowExecution"];
    signalName?: string;
    input?: Messages["temporal.api.common.v1.Payloads"];
    identity?: string;
    requestId?: string;
    control?: string;
    header?: Messages["temporal.api.common.v1.Header"];
    links?: (Messages["temporal.api.common.v1.Link"])[];
  };
  "temporal.api.workflowservice.v1.SignalWorkflowExecutionResponse": {
    link?: Messages["temporal.api.common.v1.Link"];
  };
  "temporal.api.workflowservice.v1.StartActivityExecutionRequest": {
    namespace?: string;
    identity?: string;
    requestId?: string;
    activityId?: string;
    activityType?: Messages["temporal.api.common.v1.ActivityType"];
    taskQueue?: Messages["temporal.api.taskqueue.v1.TaskQueue"];
    scheduleToCloseTimeout?: string;
    scheduleToStartTimeout?: string;
    startToCloseTimeout?: string;
    heartbeatTimeout?: string;
    retryPolicy?: Messages["temporal.api.common.v1.RetryPolicy"];
    input?: Messages["temporal.api.common.v1.Payloads"];
    idReusePolicy?: Enums["temporal.api.enums.v1.ActivityIdReusePolicy"];
    idConflictPolicy?: Enums["temporal.api.enums.v1.ActivityIdConflictPolicy"];
    searchAttributes?: Messages["temporal.api.common.v1.SearchAttributes"];
    header?: Messages["temporal.api.common.v1.Header"];
    userMetadata?: Messages["temporal.api.sdk.v1.UserMetadata"];
    priority?: Messages["temporal.api.common.v1.Priority"];
    completionCallbacks?: (Messages["temporal.api.common.v1.Callback"])[];
    links?: (Messages["temporal.api.common.v1.Link"])[];
    onConflictOptions?: Messages["temporal.api.common.v1.OnConflictOptions"];
    startDelay?: string;
  };
  "temporal.api.workflowservice.v1.StartActivityExecutionResponse": {
    runId?: string;
    started?: boolean;
    link?: Messages["temporal.api.common.v1.Link"];
  };
  "temporal.api.workflowservice.v1.StartBatchOperationRequest": {
    namespace?: string;
    visibilityQuery?: string;
    jobId?: string;
    reason?: string;
    executions?: (Messages["temporal.api.common.v1.WorkflowExecution"])[];
    maxOperationsPerSecond?: number;
    terminationOperation?: Messages["temporal.api.batch.v1.BatchOperationTermination"];
    signalOperation?: Messages["temporal.api.batch.v1.BatchOperationSignal"];
    cancellationOperation?: Messages["temporal.api.batch.v1.BatchOperationCancellation"];
    deletionOperation?: Messages["temporal.api.batch.v1.BatchOperationDeletion"];
    resetOperation?: Messages["temporal.api.batch.v1.BatchOperationReset"];
    updateWorkflowOptionsOperation?: Messages["temporal.api.batch.v1.BatchOperationUpdateWorkflowExecutionOptions"];
    unpauseActivitiesOperation?: Messages["temporal.api.batch.v1.BatchOperationUnpauseActivities"];
    resetActivitiesOperation?: Messages["temporal.api.batch.v1.BatchOperationResetActivities"];
    updateActivityOptionsOperation?: Messages["temporal.api.batch.v1.BatchOperationUpdateActivityOptions"];
    cancelActivitiesOperation?: Messages["temporal.api.batch.v1.BatchOperationCancelActivities"];
    terminateActivitiesOperation?: Messages["temporal.api.batch.v1.BatchOperationTerminateActivities"];
    deleteActivitiesOperation?: Messages["temporal.api.batch.v1.BatchOperationDeleteActivities"];
    targetExecutions?: (Messages["temporal.api.common.v1.Execution"])[];
  };
  "temporal.api.workflowservice.v1.StartBatchOperationResponse": {
  };
  "temporal.api.workflowservice.v1.StartNexusOperationExecutionRequest": {
    namespace?: string;
    identity?: string;
    requestId?: string;
    operationId?: string;
    endpoint?: string;
    service?: string;
    operation?: string;
    scheduleToCloseTimeout?: string;
    scheduleToStartTimeout?: string;
    startToCloseTimeout?: string;
    input?: Messages["temporal.api.common.v1.Payload"];
    idReusePolicy?: Enums["temporal.api.enums.v1.NexusOperationIdReusePolicy"];
    idConflictPolicy?: Enums["temporal.api.enums.v1.NexusOperationIdConflictPolicy"];
    searchAttributes?: Messages["temporal.api.common.v1.SearchAttributes"];
    nexusHeader?: Record<string, string>;
    userMetadata?: Messages["temporal.api.sdk.v1.UserMetadata"];
  };
  "temporal.api.workflowservice.v1.StartNexusOperationExecutionResponse": {
    runId?: string;
    started?: boolean;
  };
  "temporal.api.workflowservice.v1.StartWorkflowExecutionRequest": {
    namespace?: string;
    workflowId?: string;
    workflowType?: Messages["temporal.api.common.v1.WorkflowType"];
    taskQueue?: Messages["temporal.api.taskqueue.v1.TaskQueue"];
    input?: Messages["temporal.api.common.v1.Payloads"];
    workflowExecutionTimeout?: string;
    workflowRunTimeout?: string;
    workflowTaskTimeout?: string;
    identity?: string;
    requestId?: string;
    workflowIdReusePolicy?: Enums["temporal.api.enums.v1.WorkflowIdReusePolicy"];
    retryPolicy?: Messages["temporal.api.common.v1.RetryPolicy"];
    cronSchedule?: string;
    memo?: Messages["temporal.api.common.v1.Memo"];
    searchAttributes?: Messages["temporal.api.common.v1.SearchAttributes"];
    header?: Messages["temporal.api.common.v1.Header"];
    requestEagerExecution?: boolean;
    continuedFailure?: Messages["temporal.api.failure.v1.Failure"];
    lastCompletionResult?: Messages["temporal.api.common.v1.Payloads"];
    workflowStartDelay?: string;
    completionCallbacks?: (Messages["temporal.api.common.v1.Callback"])[];
    workflowIdConflictPolicy?: Enums["temporal.api.enums.v1.WorkflowIdConflictPolicy"];
    userMetadata?: Messages["temporal.api.sdk.v1.UserMetadata"];
    links?: (Messages["temporal.api.common.v1.Link"])[];
    versioningOverride?: Messages["temporal.api.workflow.v1.VersioningOverride"];
    onConflictOptions?: Messages["temporal.api.workflow.v1.OnConflictOptions"];
    priority?: Messages["temporal.api.common.v1.Priority"];
    eagerWorkerDeploymentOptions?: Messages["temporal.api.deployment.v1.WorkerDeploymentOptions"];
    timeSkippingConfig?: Messages["temporal.api.common.v1.TimeSkippingConfig"];
  };
  "temporal.api.workflowservice.v1.StartWorkflowExecutionResponse": {
    runId?: string;
    eagerWorkflowTask?: Messages["temporal.api.workflowservice.v1.PollWorkflowTaskQueueResponse"];
    started?: boolean;
    link?: Messages["temporal.api.common.v1.Link"];
    status?: Enums["temporal.api.enums.v1.WorkflowExecutionStatus"];
    firstExecutionRunId?: string;
  };
  "temporal.api.workflowservice.v1.StopBatchOperationRequest": {
    namespace?: string;
    jobId?: string;
    reason?: string;
    identity?: string;
  };
  "temporal.api.workflowservice.v1.StopBatchOperationResponse": {
  };
  "temporal.api.workflowservice.v1.TerminateActivityExecutionRequest": {
    namespace?: string;
    activityId?: string;
    runId?: string;
    identity?: string;
    requestId?: string;
    reason?: string;
  };
  "temporal.api.workflowservice.v1.TerminateActivityExecutionResponse": {
  };
  "temporal.api.workflowservice.v1.TerminateNexusOperationExecutionRequest": {
    namespace?: string;
    operationId?: string;
    runId?: string;
    identity?: string;
    requestId?: string;
    reason?: string;
  };
  "temporal.api.workflowservice.v1.TerminateNexusOperationExecutionResponse": {
  };
  "temporal.api.workflowservice.v1.TerminateWorkflowExecutionRequest": {
    namespace?: string;
    workflowExecution?: Messages["temporal.api.common.v1.WorkflowExecution"];
    reason?: string;
    details?: Messages["temporal.api.common.v1.Payloads"];
    identity?: string;
    firstExecutionRunId?: string;
    links?: (Messages["temporal.api.common.v1.Link"])[];
  };
  "temporal.api.workflowservice.v1.TerminateWorkflowExecutionResponse": {
  };
  "temporal.api.workflowservice.v1.TriggerWorkflowRuleRequest": {
    namespace?: string;
    execution?: Messages["temporal.api.common.v1.WorkflowExecution"];
    identity?: string;
    id?: string;
    spec?: Messages["temporal.api.rules.v1.WorkflowRuleSpec"];
  };
  "temporal.api.workflowservice.v1.TriggerWorkflowRuleResponse": {
    applied?: boolean;
  };
  "temporal.api.workflowservice.v1.UnpauseActivityExecutionRequest": {
    namespace?: string;
    workflowId?: string;
    activityId?: string;
    runId?: string;
    identity?: string;
    reason?: string;
    jitter?: string;
    resourceId?: string;
    requestId?: string;
  };
  "temporal.api.workflowservice.v1.UnpauseActivityExecutionResponse": {
  };
  "temporal.api.workflowservice.v1.UnpauseActivityRequest": {
    namespace?: string;
    execution?: Messages["temporal.api.common.v1.WorkflowExecution"];
    identity?: string;
    id?: string;
    type?: string;
    unpauseAll?: boolean;
    resetAttempts?: boolean;
    resetHeartbeat?: boolean;
    jitter?: string;
  };
  "temporal.api.workflowservice.v1.UnpauseActivityResponse": {
  };
  "temporal.api.workflowservice.v1.UnpauseWorkflowExecutionRequest": {
    namespace?: string;
    workflowId?: string;
    runId?: string;
    identity?: string;
    reason?: string;
    requestId?: string;
  };
  "temporal.api.workflowservice.v1.UnpauseWorkflowExecutionResponse": {
  };
  "temporal.api.workflowservice.v1.UpdateActivityExecutionOptionsRequest": {
    namespace?: string;
    workflowId?: string;
    activityId?: string;
    runId?: string;
    identity?: string;
    activityOptions?: Messages["temporal.api.activity.v1.ActivityOptions"];
    updateMask?: string;
    restoreOriginal?: boolean;
    resourceId?: string;
    requestId?: string;
  };
  "temporal.api.workflowservice.v1.UpdateActivityExecutionOptionsResponse": {
    activityOptions?: Messages["temporal.api.activity.v1.ActivityOptions"];
  };
  "temporal.api.workflowservice.v1.UpdateActivityOptionsRequest": {
    namespace?: string;
    execution?: Messages["temporal.api.common.v1.WorkflowExecution"];
    identity?: string;
    activityOptions?: Messages["temporal.api.activity.v1.ActivityOptions"];
    updateMask?: string;
    id?: string;
    type?: string;
    restoreOriginal?: boolean;
    matchAll?: boolean;
  };
  "temporal.api.workflowservice.v1.UpdateActivityOptionsResponse": {
    activityOptions?: Messages["temporal.api.activity.v1.ActivityOptions"];
  };
  "temporal.api.workflowservice.v1.UpdateNamespaceRequest": {
    namespace?: string;
    updateInfo?: Messages["temporal.api.namespace.v1.UpdateNamespaceInfo"];
    config?: Messages["temporal.api.namespace.v1.NamespaceConfig"];
    replicationConfig?: Messages["temporal.api.replication.v1.NamespaceReplicationConfig"];
    securityToken?: string;
    deleteBadBinary?: string;
    promoteNamespace?: boolean;
  };
  "temporal.api.workflowservice.v1.UpdateNamespaceResponse": {
    namespaceInfo?: Messages["temporal.api.namespace.v1.NamespaceInfo"];
    config?: Messages["temporal.api.namespace.v1.NamespaceConfig"];
    replicationConfig?: Messages["temporal.api.replication.v1.NamespaceReplicationConfig"];
    failoverVersion?: string;
    isGlobalNamespace?: boolean;
  };
  "temporal.api.workflowservice.v1.UpdateScheduleRequest": {
    namespace?: string;
    scheduleId?: string;
    schedule?: Messages["temporal.api.schedule.v1.Schedule"];
    conflictToken?: string;
    identity?: string;
    requestId?: string;
    searchAttributes?: Messages["temporal.api.common.v1.SearchAttributes"];
    memo?: Messages["temporal.api.common.v1.Memo"];
  };
  "temporal.api.workflowservice.v1.UpdateScheduleResponse": {
  };
  "temporal.api.workflowservice.v1.UpdateTaskQueueConfigRequest": {
    namespace?: string;
    identity?: string;
    taskQueue?: string;
    taskQueueType?: Enums["temporal.api.enums.v1.TaskQueueType"];
    updateQueueRateLimit?: Messages["temporal.api.workflowservice.v1.UpdateTaskQueueConfigRequest.RateLimitUpdate"];
    updateFairnessKeyRateLimitDefault?: Messages["temporal.api.workflowservice.v1.UpdateTaskQueueConfigRequest.RateLimitUpdate"];
    setFairnessWeightOverrides?: Record<string, number>;
    unsetFairnessWeightOverrides?: (string)[];
  };
  "temporal.api.workflowservice.v1.UpdateTaskQueueConfigRequest.RateLimitUpdate": {
    rateLimit?: Messages["temporal.api.taskqueue.v1.RateLimit"];
    reason?: string;
  };
  "temporal.api.workflowservice.v1.UpdateTaskQueueConfigResponse": {
    config?: Messages["temporal.api.taskqueue.v1.TaskQueueConfig"];
  };
  "temporal.api.workflowservice.v1.UpdateWorkerBuildIdCompatibilityRequest": {
    namespace?: string;
    taskQueue?: string;
    addNewBuildIdInNewDefaultSet?: string;
    addNewCompatibleBuildId?: Messages["temporal.api.workflowservice.v1.UpdateWorkerBuildIdCompatibilityRequest.AddNewCompatibleVersion"];
    promoteSetByBuildId?: string;
    promoteBuildIdWithinSet?: string;
    mergeSets?: Messages["temporal.api.workflowservice.v1.UpdateWorkerBuildIdCompatibilityRequest.MergeSets"];
  };
  "temporal.api.workflowservice.v1.UpdateWorkerBuildIdCompatibilityRequest.AddNewCompatibleVersion": {
    newBuildId?: string;
    existingCompatibleBuildId?: string;
    makeSetDefault?: boolean;
  };
  "temporal.api.workflowservice.v1.UpdateWorkerBuildIdCompatibilityRequest.MergeSets": {
    primarySetBuildId?: string;
    secondarySetBuildId?: string;
  };
  "temporal.api.workflowservice.v1.UpdateWorkerBuildIdCompatibilityResponse": {
  };
  "temporal.api.workflowservice.v1.UpdateWorkerConfigRequest": {
    namespace?: string;
    identity?: string;
    reason?: string;
    workerConfig?: Messages["temporal.api.sdk.v1.WorkerConfig"];
    updateMask?: string;
    selector?: Messages["temporal.api.common.v1.WorkerSelector"];
    resourceId?: string;
  };
  "temporal.api.workflowservice.v1.UpdateWorkerConfigResponse": {
    workerConfig?: Messages["temporal.api.sdk.v1.WorkerConfig"];
  };
  "temporal.api.workflowservice.v1.UpdateWorkerDeploymentVersionComputeConfigRequest": {
    namespace?: string;
    deploymentVersion?: Messages["temporal.api.deployment.v1.WorkerDeploymentVersion"];
    identity?: string;
    requestId?: string;
    computeConfigScalingGroups?: Record<string, Messages["temporal.api.compute.v1.ComputeConfigScalingGroupUpdate"]>;
    removeComputeConfigScalingGroups?: (string)[];
  };
  "temporal.api.workflowservice.v1.UpdateWorkerDeploymentVersionComputeConfigResponse": {
  };
  "temporal.api.workflowservice.v1.UpdateWorkerDeploymentVersionMetadataRequest": {
    namespace?: string;
    version?: string;
    upsertEntries?: Record<string, Messages["temporal.api.common.v1.Payload"]>;
    removeEntries?: (string)[];
    deploymentVersion?: Messages["temporal.api.deployment.v1.WorkerDeploymentVersion"];
    identity?: string;
  };
  "temporal.api.workflowservice.v1.UpdateWorkerDeploymentVersionMetadataResponse": {
    metadata?: Messages["temporal.api.deployment.v1.VersionMetadata"];
  };
  "temporal.api.workflowservice.v1.UpdateWorkerVersioningRulesRequest": {
    namespace?: string;
    taskQueue?: string;
    conflictToken?: string;
    insertAssignmentRule?: Messages["temporal.api.workflowservice.v1.UpdateWorkerVersioningRulesRequest.InsertBuildIdAssignmentRule"];
    replaceAssignmentRule?: Messages["temporal.api.workflowservice.v1.UpdateWorkerVersioningRulesRequest.ReplaceBuildIdAssignmentRule"];
    deleteAssignmentRule?: Messages["temporal.api.workflowservice.v1.UpdateWorkerVersioningRulesRequest.DeleteBuildIdAssignmentRule"];
    addCompatibleRedirectRule?: Messages["temporal.api.workflowservice.v1.UpdateWorkerVersioningRulesRequest.AddCompatibleBuildIdRedirectRule"];
    replaceCompatibleRedirectRule?: Messages["temporal.api.workflowservice.v1.UpdateWorkerVersioningRulesRequest.ReplaceCompatibleBuildIdRedirectRule"];
    deleteCompatibleRedirectRule?: Messages["temporal.api.workflowservice.v1.UpdateWorkerVersioningRulesRequest.DeleteCompatibleBuildIdRedirectRule"];
    commitBuildId?: Messages["temporal.api.workflowservice.v1.UpdateWorkerVersioningRulesRequest.CommitBuildId"];
  };
  "temporal.api.workflowservice.v1.UpdateWorkerVersioningRulesRequest.AddCompatibleBuildIdRedirectRule": {
    rule?: Messages["temporal.api.taskqueue.v1.CompatibleBuildIdRedirectRule"];
  };
  "temporal.api.workflowservice.v1.UpdateWorkerVersioningRulesRequest.CommitBuildId": {
    targetBuildId?: string;
    force?: boolean;
  };
  "temporal.api.workflowservice.v1.UpdateWorkerVersioningRulesRequest.DeleteBuildIdAssignmentRule": {
    ruleIndex?: number;
    force?: boolean;
  };
  "temporal.api.workflowservice.v1.UpdateWorkerVersioningRulesRequest.DeleteCompatibleBuildIdRedirectRule": {
    sourceBuildId?: string;
  };
  "temporal.api.workflowservice.v1.UpdateWorkerVersioningRulesRequest.InsertBuildIdAssignmentRule": {
    ruleIndex?: number;
    rule?: Messages["temporal.api.taskqueue.v1.BuildIdAssignmentRule"];
  };
  "temporal.api.workflowservice.v1.UpdateWorkerVersioningRulesRequest.ReplaceBuildIdAssignmentRule": {
    ruleIndex?: number;
    rule?: Messages["temporal.api.taskqueue.v1.BuildIdAssignmentRule"];
    force?: boolean;
  };
  "temporal.api.workflowservice.v1.UpdateWorkerVersioningRulesRequest.ReplaceCompatibleBuildIdRedirectRule": {
    rule?: Messages["temporal.api.taskqueue.v1.CompatibleBuildIdRedirectRule"];
  };
  "temporal.api.workflowservice.v1.UpdateWorkerVersioningRulesResponse": {
    assignmentRules?: (Messages["temporal.api.taskqueue.v1.TimestampedBuildIdAssignmentRule"])[];
    compatibleRedirectRules?: (Messages["temporal.api.taskqueue.v1.TimestampedCompatibleBuildIdRedirectRule"])[];
    conflictToken?: string;
  };
  "temporal.api.workflowservice.v1.UpdateWorkflowExecutionOptionsRequest": {
    namespace?: string;
    workflowExecution?: Messages["temporal.api.common.v1.WorkflowExecution"];
    workflowExecutionOptions?: Messages["temporal.api.workflow.v1.WorkflowExecutionOptions"];
    updateMask?: string;
    identity?: string;
  };
  "temporal.api.workflowservice.v1.UpdateWorkflowExecutionOptionsResponse": {
    workflowExecutionOptions?: Messages["temporal.api.workflow.v1.WorkflowExecutionOptions"];
    updateTime?: string;
  };
  "temporal.api.workflowservice.v1.UpdateWorkflowExecutionRequest": {
    namespace?: string;
    workflowExecution?: Messages["temporal.api.common.v1.WorkflowExecution"];
    firstExecutionRunId?: string;
    waitPolicy?: Messages["temporal.api.update.v1.WaitPolicy"];
    request?: Messages["temporal.api.update.v1.Request"];
  };
  "temporal.api.workflowservice.v1.UpdateWorkflowExecutionResponse": {
    updateRef?: Messages["temporal.api.update.v1.UpdateRef"];
    outcome?: Messages["temporal.api.update.v1.Outcome"];
    stage?: Enums["temporal.api.enums.v1.UpdateWorkflowExecutionLifecycleStage"];
    link?: Messages["temporal.api.common.v1.Link"];
  };
  "temporal.api.workflowservice.v1.ValidateWorkerDeploymentVersionComputeConfigRequest": {
    namespace?: string;
    deploymentVersion?: Messages["temporal.api.deployment.v1.WorkerDeploymentVersion"];
    identity?: string;
    computeConfigScalingGroups?: Record<string, Messages["temporal.api.compute.v1.ComputeConfigScalingGroupUpdate"]>;
    removeComputeConfigScalingGroups?: (string)[];
  };
  "temporal.api.workflowservice.v1.ValidateWorkerDeploymentVersionComputeConfigResponse": {
  };
}

export interface Enums {
  "temporal.api.enums.v1.ActivityExecutionStatus": "ACTIVITY_EXECUTION_STATUS_UNSPECIFIED" | "ACTIVITY_EXECUTION_STATUS_RUNNING" | "ACTIVITY_EXECUTION_STATUS_COMPLETED" | "ACTIVITY_EXECUTION_STATUS_FAILED" | "ACTIVITY_EXECUTION_STATUS_CANCELED" | "ACTIVITY_EXECUTION_STATUS_TERMINATED" | "ACTIVITY_EXECUTION_STATUS_TIMED_OUT" | "ACTIVITY_EXECUTION_STATUS_PAUSED";
  "temporal.api.enums.v1.ActivityIdConflictPolicy": "ACTIVITY_ID_CONFLICT_POLICY_UNSPECIFIED" | "ACTIVITY_ID_CONFLICT_POLICY_FAIL" | "ACTIVITY_ID_CONFLICT_POLICY_USE_EXISTING";
  "temporal.api.enums.v1.ActivityIdReusePolicy": "ACTIVITY_ID_REUSE_POLICY_UNSPECIFIED" | "ACTIVITY_ID_REUSE_POLICY_ALLOW_DUPLICATE" | "ACTIVITY_ID_REUSE_POLICY_ALLOW_DUPLICATE_FAILED_ONLY" | "ACTIVITY_ID_REUSE_POLICY_REJECT_DUPLICATE";
  "temporal.api.enums.v1.ApplicationErrorCategory": "APPLICATION_ERROR_CATEGORY_UNSPECIFIED" | "APPLICATION_ERROR_CATEGORY_BENIGN";
  "temporal.api.enums.v1.ArchivalState": "ARCHIVAL_STATE_UNSPECIFIED" | "ARCHIVAL_STATE_DISABLED" | "ARCHIVAL_STATE_ENABLED";
  "temporal.api.enums.v1.BatchOperationState": "BATCH_OPERATION_STATE_UNSPECIFIED" | "BATCH_OPERATION_STATE_RUNNING" | "BATCH_OPERATION_STATE_COMPLETED" | "BATCH_OPERATION_STATE_FAILED";
  "temporal.api.enums.v1.BatchOperationType": "BATCH_OPERATION_TYPE_UNSPECIFIED" | "BATCH_OPERATION_TYPE_TERMINATE" | "BATCH_OPERATION_TYPE_TERMINATE_WORKFLOW" | "BATCH_OPERATION_TYPE_CANCEL" | "BATCH_OPERATION_TYPE_CANCEL_WORKFLOW" | "BATCH_OPERATION_TYPE_SIGNAL" | "BATCH_OPERATION_TYPE_SIGNAL_WORKFLOW" | "BATCH_OPERATION_TYPE_DELETE" | "BATCH_OPERATION_TYPE_DELETE_WORKFLOW" | "BATCH_OPERATION_TYPE_RESET" | "BATCH_OPERATION_TYPE_RESET_WORKFLOW" | "BATCH_OPERATION_TYPE_UPDATE_EXECUTION_OPTIONS" | "BATCH_OPERATION_TYPE_UPDATE_WORKFLOW_EXECUTION_OPTIONS" | "BATCH_OPERATION_TYPE_UNPAUSE_ACTIVITY" | "BATCH_OPERATION_TYPE_UPDATE_ACTIVITY_OPTIONS" | "BATCH_OPERATION_TYPE_RESET_ACTIVITY" | "BATCH_OPERATION_TYPE_TERMINATE_ACTIVITY" | "BATCH_OPERATION_TYPE_CANCEL_ACTIVITY" | "BATCH_OPERATION_TYPE_DELETE_ACTIVITY";
  "temporal.api.enums.v1.BuildIdTaskReachability": "BUILD_ID_TASK_REACHABILITY_UNSPECIFIED" | "BUILD_ID_TASK_REACHABILITY_REACHABLE" | "BUILD_ID_TASK_REACHABILITY_CLOSED_WORKFLOWS_ONLY" | "BUILD_ID_TASK_REACHABILITY_UNREACHABLE";
  "temporal.api.enums.v1.CallbackState": "CALLBACK_STATE_UNSPECIFIED" | "CALLBACK_STATE_STANDBY" | "CALLBACK_STATE_SCHEDULED" | "CALLBACK_STATE_BACKING_OFF" | "CALLBACK_STATE_FAILED" | "CALLBACK_STATE_SUCCEEDED" | "CALLBACK_STATE_BLOCKED";
  "temporal.api.enums.v1.CancelExternalWorkflowExecutionFailedCause": "CANCEL_EXTERNAL_WORKFLOW_EXECUTION_FAILED_CAUSE_UNSPECIFIED" | "CANCEL_EXTERNAL_WORKFLOW_EXECUTION_FAILED_CAUSE_EXTERNAL_WORKFLOW_EXECUTION_NOT_FOUND" | "CANCEL_EXTERNAL_WORKFLOW_EXECUTION_FAILED_CAUSE_NAMESPACE_NOT_FOUND";
  "temporal.api.enums.v1.CommandType": "COMMAND_TYPE_UNSPECIFIED" | "COMMAND_TYPE_SCHEDULE_ACTIVITY_TASK" | "COMMAND_TYPE_REQUEST_CANCEL_ACTIVITY_TASK" | "COMMAND_TYPE_START_TIMER" | "COMMAND_TYPE_COMPLETE_WORKFLOW_EXECUTION" | "COMMAND_TYPE_FAIL_WORKFLOW_EXECUTION" | "COMMAND_TYPE_CANCEL_TIMER" | "COMMAND_TYPE_CANCEL_WORKFLOW_EXECUTION" | "COMMAND_TYPE_REQUEST_CANCEL_EXTERNAL_WORKFLOW_EXECUTION" | "COMMAND_TYPE_RECORD_MARKER" | "COMMAND_TYPE_CONTINUE_AS_NEW_WORKFLOW_EXECUTION" | "COMMAND_TYPE_START_CHILD_WORKFLOW_EXECUTION" | "COMMAND_TYPE_SIGNAL_EXTERNAL_WORKFLOW_EXECUTION" | "COMMAND_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES" | "COMMAND_TYPE_PROTOCOL_MESSAGE" | "COMMAND_TYPE_MODIFY_WORKFLOW_PROPERTIES" | "COMMAND_TYPE_SCHEDULE_NEXUS_OPERATION" | "COMMAND_TYPE_REQUEST_CANCEL_NEXUS_OPERATION";
  "temporal.api.enums.v1.ContinueAsNewInitiator": "CONTINUE_AS_NEW_INITIATOR_UNSPECIFIED" | "CONTINUE_AS_NEW_INITIATOR_WORKFLOW" | "CONTINUE_AS_NEW_INITIATOR_RETRY" | "CONTINUE_AS_NEW_INITIATOR_CRON_SCHEDULE";
  "temporal.api.enums.v1.ContinueAsNewVersioningBehavior": "CONTINUE_AS_NEW_VERSIONING_BEHAVIOR_UNSPECIFIED" | "CONTINUE_AS_NEW_VERSIONING_BEHAVIOR_AUTO_UPGRADE" | "CONTINUE_AS_NEW_VERSIONING_BEHAVIOR_USE_RAMPING_VERSION";
  "temporal.api.enums.v1.DeploymentReachability": "DEPLOYMENT_REACHABILITY_UNSPECIFIED" | "DEPLOYMENT_REACHABILITY_REACHABLE" | "DEPLOYMENT_REACHABILITY_CLOSED_WORKFLOWS_ONLY" | "DEPLOYMENT_REACHABILITY_UNREACHABLE";
  "temporal.api.enums.v1.DescribeTaskQueueMode": "DESCRIBE_TASK_QUEUE_MODE_UNSPECIFIED" | "DESCRIBE_TASK_QUEUE_MODE_ENHANCED";
  "temporal.api.enums.v1.EncodingType": "ENCODING_TYPE_UNSPECIFIED" | "ENCODING_TYPE_PROTO3" | "ENCODING_TYPE_JSON";
  "temporal.api.enums.v1.EventType": "EVENT_TYPE_UNSPECIFIED" | "EVENT_TYPE_WORKFLOW_EXECUTION_STARTED" | "EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED" | "EVENT_TYPE_WORKFLOW_EXECUTION_FAILED" | "EVENT_TYPE_WORKFLOW_EXECUTION_TIMED_OUT" | "EVENT_TYPE_WORKFLOW_TASK_SCHEDULED" | "EVENT_TYPE_WORKFLOW_TASK_STARTED" | "EVENT_TYPE_WORKFLOW_TASK_COMPLETED" | "EVENT_TYPE_WORKFLOW_TASK_TIMED_OUT" | "EVENT_TYPE_WORKFLOW_TASK_FAILED" | "EVENT_TYPE_ACTIVITY_TASK_SCHEDULED" | "EVENT_TYPE_ACTIVITY_TASK_STARTED" | "EVENT_TYPE_ACTIVITY_TASK_COMPLETED" | "EVENT_TYPE_ACTIVITY_TASK_FAILED" | "EVENT_TYPE_ACTIVITY_TASK_TIMED_OUT" | "EVENT_TYPE_ACTIVITY_TASK_CANCEL_REQUESTED" | "EVENT_TYPE_ACTIVITY_TASK_CANCELED" | "EVENT_TYPE_TIMER_STARTED" | "EVENT_TYPE_TIMER_FIRED" | "EVENT_TYPE_TIMER_CANCELED" | "EVENT_TYPE_WORKFLOW_EXECUTION_CANCEL_REQUESTED" | "EVENT_TYPE_WORKFLOW_EXECUTION_CANCELED" | "EVENT_TYPE_REQUEST_CANCEL_EXTERNAL_WORKFLOW_EXECUTION_INITIATED" | "EVENT_TYPE_REQUEST_CANCEL_EXTERNAL_WORKFLOW_EXECUTION_FAILED" | "EVENT_TYPE_EXTERNAL_WORKFLOW_EXECUTION_CANCEL_REQUESTED" | "EVENT_TYPE_MARKER_RECORDED" | "EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED" | "EVENT_TYPE_WORKFLOW_EXECUTION_TERMINATED" | "EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW" | "EVENT_TYPE_START_CHILD_WORKFLOW_EXECUTION_INITIATED" | "EVENT_TYPE_START_CHILD_WORKFLOW_EXECUTION_FAILED" | "EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_STARTED" | "EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_COMPLETED" | "EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_FAILED" | "EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_CANCELED" | "EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_TIMED_OUT" | "EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_TERMINATED" | "EVENT_TYPE_SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_INITIATED" | "EVENT_TYPE_SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_FAILED" | "EVENT_TYPE_EXTERNAL_WORKFLOW_EXECUTION_SIGNALED" | "EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES" | "EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ADMITTED" | "EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED" | "EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_REJECTED" | "EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_COMPLETED" | "EVENT_TYPE_WORKFLOW_PROPERTIES_MODIFIED_EXTERNALLY" | "EVENT_TYPE_ACTIVITY_PROPERTIES_MODIFIED_EXTERNALLY" | "EVENT_TYPE_WORKFLOW_PROPERTIES_MODIFIED" | "EVENT_TYPE_NEXUS_OPERATION_SCHEDULED" | "EVENT_TYPE_NEXUS_OPERATION_STARTED" | "EVENT_TYPE_NEXUS_OPERATION_COMPLETED" | "EVENT_TYPE_NEXUS_OPERATION_FAILED" | "EVENT_TYPE_NEXUS_OPERATION_CANCELED" | "EVENT_TYPE_NEXUS_OPERATION_TIMED_OUT" | "EVENT_TYPE_NEXUS_OPERATION_CANCEL_REQUESTED" | "EVENT_TYPE_WORKFLOW_EXECUTION_OPTIONS_UPDATED" | "EVENT_TYPE_NEXUS_OPERATION_CANCEL_REQUEST_COMPLETED" | "EVENT_TYPE_NEXUS_OPERATION_CANCEL_REQUEST_FAILED" | "EVENT_TYPE_WORKFLOW_EXECUTION_PAUSED" | "EVENT_TYPE_WORKFLOW_EXECUTION_UNPAUSED" | "EVENT_TYPE_WORKFLOW_EXECUTION_TIME_SKIPPING_TRANSITIONED";
  "temporal.api.enums.v1.ExecutionType": "EXECUTION_TYPE_UNSPECIFIED" | "EXECUTION_TYPE_WORKFLOW" | "EXECUTION_TYPE_ACTIVITY";
  "temporal.api.enums.v1.FastForwardPollingResult": "FAST_FORWARD_POLLING_RESULT_UNSPECIFIED" | "FAST_FORWARD_POLLING_RESULT_POLL_TIMEOUT" | "FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_COMPLETED" | "FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_FAILED";
  "temporal.api.enums.v1.HistoryEventFilterType": "HISTORY_EVENT_FILTER_TYPE_UNSPECIFIED" | "HISTORY_EVENT_FILTER_TYPE_ALL_EVENT" | "HISTORY_EVENT_FILTER_TYPE_CLOSE_EVENT";
  "temporal.api.enums.v1.IndexedValueType": "INDEXED_VALUE_TYPE_UNSPECIFIED" | "INDEXED_VALUE_TYPE_TEXT" | "INDEXED_VALUE_TYPE_KEYWORD" | "INDEXED_VALUE_TYPE_INT" | "INDEXED_VALUE_TYPE_DOUBLE" | "INDEXED_VALUE_TYPE_BOOL" | "INDEXED_VALUE_TYPE_DATETIME" | "INDEXED_VALUE_TYPE_KEYWORD_LIST";
  "temporal.api.enums.v1.NamespaceState": "NAMESPACE_STATE_UNSPECIFIED" | "NAMESPACE_STATE_REGISTERED" | "NAMESPACE_STATE_DEPRECATED" | "NAMESPACE_STATE_DELETED";
  "temporal.api.enums.v1.NexusHandlerErrorRetryBehavior": "NEXUS_HANDLER_ERROR_RETRY_BEHAVIOR_UNSPECIFIED" | "NEXUS_HANDLER_ERROR_RETRY_BEHAVIOR_RETRYABLE" | "NEXUS_HANDLER_ERROR_RETRY_BEHAVIOR_NON_RETRYABLE";
  "temporal.api.enums.v1.NexusOperationCancellationState": "NEXUS_OPERATION_CANCELLATION_STATE_UNSPECIFIED" | "NEXUS_OPERATION_CANCELLATION_STATE_SCHEDULED" | "NEXUS_OPERATION_CANCELLATION_STATE_BACKING_OFF" | "NEXUS_OPERATION_CANCELLATION_STATE_SUCCEEDED" | "NEXUS_OPERATION_CANCELLATION_STATE_FAILED" | "NEXUS_OPERATION_CANCELLATION_STATE_TIMED_OUT" | "NEXUS_OPERATION_CANCELLATION_STATE_BLOCKED";
  "temporal.api.enums.v1.NexusOperationExecutionStatus": "NEXUS_OPERATION_EXECUTION_STATUS_UNSPECIFIED" | "NEXUS_OPERATION_EXECUTION_STATUS_RUNNING" | "NEXUS_OPERATION_EXECUTION_STATUS_COMPLETED" | "NEXUS_OPERATION_EXECUTION_STATUS_FAILED" | "NEXUS_OPERATION_EXECUTION_STATUS_CANCELED" | "NEXUS_OPERATION_EXECUTION_STATUS_TERMINATED" | "NEXUS_OPERATION_EXECUTION_STATUS_TIMED_OUT";
  "temporal.api.enums.v1.NexusOperationIdConflictPolicy": "NEXUS_OPERATION_ID_CONFLICT_POLICY_UNSPECIFIED" | "NEXUS_OPERATION_ID_CONFLICT_POLICY_FAIL" | "NEXUS_OPERATION_ID_CONFLICT_POLICY_USE_EXISTING";
  "temporal.api.enums.v1.NexusOperationIdReusePolicy": "NEXUS_OPERATION_ID_REUSE_POLICY_UNSPECIFIED" | "NEXUS_OPERATION_ID_REUSE_POLICY_ALLOW_DUPLICATE" | "NEXUS_OPERATION_ID_REUSE_POLICY_ALLOW_DUPLICATE_FAILED_ONLY" | "NEXUS_OPERATION_ID_REUSE_POLICY_REJECT_DUPLICATE";
  "temporal.api.enums.v1.NexusOperationWaitStage": "NEXUS_OPERATION_WAIT_STAGE_UNSPECIFIED" | "NEXUS_OPERATION_WAIT_STAGE_STARTED" | "NEXUS_OPERATION_WAIT_STAGE_CLOSED";
  "temporal.api.enums.v1.ParentClosePolicy": "PARENT_CLOSE_POLICY_UNSPECIFIED" | "PARENT_CLOSE_POLICY_TERMINATE" | "PARENT_CLOSE_POLICY_ABANDON" | "PARENT_CLOSE_POLICY_REQUEST_CANCEL";
  "temporal.api.enums.v1.PendingActivityState": "PENDING_ACTIVITY_STATE_UNSPECIFIED" | "PENDING_ACTIVITY_STATE_SCHEDULED" | "PENDING_ACTIVITY_STATE_STARTED" | "PENDING_ACTIVITY_STATE_CANCEL_REQUESTED" | "PENDING_ACTIVITY_STATE_PAUSED" | "PENDING_ACTIVITY_STATE_PAUSE_REQUESTED";
  "temporal.api.enums.v1.PendingNexusOperationState": "PENDING_NEXUS_OPERATION_STATE_UNSPECIFIED" | "PENDING_NEXUS_OPERATION_STATE_SCHEDULED" | "PENDING_NEXUS_OPERATION_STATE_BACKING_OFF" | "PENDING_NEXUS_OPERATION_STATE_STARTED" | "PENDING_NEXUS_OPERATION_STATE_BLOCKED";
  "temporal.api.enums.v1.PendingWorkflowTaskState": "PENDING_WORKFLOW_TASK_STATE_UNSPECIFIED" | "PENDING_WORKFLOW_TASK_STATE_SCHEDULED" | "PENDING_WORKFLOW_TASK_STATE_STARTED";
  "temporal.api.enums.v1.QueryRejectCondition": "QUERY_REJECT_CONDITION_UNSPECIFIED" | "QUERY_REJECT_CONDITION_NONE" | "QUERY_REJECT_CONDITION_NOT_OPEN" | "QUERY_REJECT_CONDITION_NOT_COMPLETED_CLEANLY";
  "temporal.api.enums.v1.QueryResultType": "QUERY_RESULT_TYPE_UNSPECIFIED" | "QUERY_RESULT_TYPE_ANSWERED" | "QUERY_RESULT_TYPE_FAILED";
  "temporal.api.enums.v1.RateLimitSource": "RATE_LIMIT_SOURCE_UNSPECIFIED" | "RATE_LIMIT_SOURCE_API" | "RATE_LIMIT_SOURCE_WORKER" | "RATE_LIMIT_SOURCE_SYSTEM";
  "temporal.api.enums.v1.ReplicationState": "REPLICATION_STATE_UNSPECIFIED" | "REPLICATION_STATE_NORMAL" | "REPLICATION_STATE_HANDOVER";
  "temporal.api.enums.v1.ResetReapplyExcludeType": "RESET_REAPPLY_EXCLUDE_TYPE_UNSPECIFIED" | "RESET_REAPPLY_EXCLUDE_TYPE_SIGNAL" | "RESET_REAPPLY_EXCLUDE_TYPE_UPDATE" | "RESET_REAPPLY_EXCLUDE_TYPE_NEXUS" | "RESET_REAPPLY_EXCLUDE_TYPE_CANCEL_REQUEST";
  "temporal.api.enums.v1.ResetReapplyType": "RESET_REAPPLY_TYPE_UNSPECIFIED" | "RESET_REAPPLY_TYPE_SIGNAL" | "RESET_REAPPLY_TYPE_NONE" | "RESET_REAPPLY_TYPE_ALL_ELIGIBLE";
  "temporal.api.enums.v1.ResetType": "RESET_TYPE_UNSPECIFIED" | "RESET_TYPE_FIRST_WORKFLOW_TASK" | "RESET_TYPE_LAST_WORKFLOW_TASK";
  "temporal.api.enums.v1.RetryState": "RETRY_STATE_UNSPECIFIED" | "RETRY_STATE_IN_PROGRESS" | "RETRY_STATE_NON_RETRYABLE_FAILURE" | "RETRY_STATE_TIMEOUT" | "RETRY_STATE_MAXIMUM_ATTEMPTS_REACHED" | "RETRY_STATE_RETRY_POLICY_NOT_SET" | "RETRY_STATE_INTERNAL_SERVER_ERROR" | "RETRY_STATE_CANCEL_REQUESTED";
  "temporal.api.enums.v1.RoutingConfigUpdateState": "ROUTING_CONFIG_UPDATE_STATE_UNSPECIFIED" | "ROUTING_CONFIG_UPDATE_STATE_IN_PROGRESS" | "ROUTING_CONFIG_UPDATE_STATE_COMPLETED";
  "temporal.api.enums.v1.ScheduleOverlapPolicy": "SCHEDULE_OVERLAP_POLICY_UNSPECIFIED" | "SCHEDULE_OVERLAP_POLICY_SKIP" | "SCHEDULE_OVERLAP_POLICY_BUFFER_ONE" | "SCHEDULE_OVERLAP_POLICY_BUFFER_ALL" | "SCHEDULE_OVERLAP_POLICY_CANCEL_OTHER" | "SCHEDULE_OVERLAP_POLICY_TERMINATE_OTHER" | "SCHEDULE_OVERLAP_POLICY_ALLOW_ALL";
  "temporal.api.enums.v1.Severity": "SEVERITY_UNSPECIFIED" | "SEVERITY_HIGH" | "SEVERITY_MEDIUM" | "SEVERITY_LOW";
  "temporal.api.enums.v1.SignalExternalWorkflowExecutionFailedCause": "SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_FAILED_CAUSE_UNSPECIFIED" | "SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_FAILED_CAUSE_EXTERNAL_WORKFLOW_EXECUTION_NOT_FOUND" | "SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_FAILED_CAUSE_NAMESPACE_NOT_FOUND" | "SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_FAILED_CAUSE_SIGNAL_COUNT_LIMIT_EXCEEDED";
  "temporal.api.enums.v1.StartChildWorkflowExecutionFailedCause": "START_CHILD_WORKFLOW_EXECUTION_FAILED_CAUSE_UNSPECIFIED" | "START_CHILD_WORKFLOW_EXECUTION_FAILED_CAUSE_WORKFLOW_ALREADY_EXISTS" | "START_CHILD_WORKFLOW_EXECUTION_FAILED_CAUSE_NAMESPACE_NOT_FOUND" | "START_CHILD_WORKFLOW_EXECUTION_FAILED_CAUSE_INVALID_VERSIONING_OVERRIDE";
  "temporal.api.enums.v1.SuggestContinueAsNewReason": "SUGGEST_CONTINUE_AS_NEW_REASON_UNSPECIFIED" | "SUGGEST_CONTINUE_AS_NEW_REASON_HISTORY_SIZE_TOO_LARGE" | "SUGGEST_CONTINUE_AS_NEW_REASON_TOO_MANY_HISTORY_EVENTS" | "SUGGEST_CONTINUE_AS_NEW_REASON_TOO_MANY_UPDATES";
  "temporal.api.enums.v1.TaskQueueKind": "TASK_QUEUE_KIND_UNSPECIFIED" | "TASK_QUEUE_KIND_NORMAL" | "TASK_QUEUE_KIND_STICKY" | "TASK_QUEUE_KIND_WORKER_COMMANDS";
  "temporal.api.enums.v1.TaskQueueType": "TASK_QUEUE_TYPE_UNSPECIFIED" | "TASK_QUEUE_TYPE_WORKFLOW" | "TASK_QUEUE_TYPE_ACTIVITY" | "TASK_QUEUE_TYPE_NEXUS";
  "temporal.api.enums.v1.TaskReachability": "TASK_REACHABILITY_UNSPECIFIED" | "TASK_REACHABILITY_NEW_WORKFLOWS" | "TASK_REACHABILITY_EXISTING_WORKFLOWS" | "TASK_REACHABILITY_OPEN_WORKFLOWS" | "TASK_REACHABILITY_CLOSED_WORKFLOWS";
  "temporal.api.enums.v1.TimeoutType": "TIMEOUT_TYPE_UNSPECIFIED" | "TIMEOUT_TYPE_START_TO_CLOSE" | "TIMEOUT_TYPE_SCHEDULE_TO_START" | "TIMEOUT_TYPE_SCHEDULE_TO_CLOSE" | "TIMEOUT_TYPE_HEARTBEAT";
  "temporal.api.enums.v1.UpdateAdmittedEventOrigin": "UPDATE_ADMITTED_EVENT_ORIGIN_UNSPECIFIED" | "UPDATE_ADMITTED_EVENT_ORIGIN_REAPPLY";
  "temporal.api.enums.v1.UpdateWorkflowExecutionLifecycleStage": "UPDATE_WORKFLOW_EXECUTION_LIFECYCLE_STAGE_UNSPECIFIED" | "UPDATE_WORKFLOW_EXECUTION_LIFECYCLE_STAGE_ADMITTED" | "UPDATE_WORKFLOW_EXECUTION_LIFECYCLE_STAGE_ACCEPTED" | "UPDATE_WORKFLOW_EXECUTION_LIFECYCLE_STAGE_COMPLETED";
  "temporal.api.enums.v1.VersionDrainageStatus": "VERSION_DRAINAGE_STATUS_UNSPECIFIED" | "VERSION_DRAINAGE_STATUS_DRAINING" | "VERSION_DRAINAGE_STATUS_DRAINED";
  "temporal.api.enums.v1.VersioningBehavior": "VERSIONING_BEHAVIOR_UNSPECIFIED" | "VERSIONING_BEHAVIOR_PINNED" | "VERSIONING_BEHAVIOR_AUTO_UPGRADE";
  "temporal.api.enums.v1.WorkerDeploymentVersionStatus": "WORKER_DEPLOYMENT_VERSION_STATUS_UNSPECIFIED" | "WORKER_DEPLOYMENT_VERSION_STATUS_INACTIVE" | "WORKER_DEPLOYMENT_VERSION_STATUS_CURRENT" | "WORKER_DEPLOYMENT_VERSION_STATUS_RAMPING" | "WORKER_DEPLOYMENT_VERSION_STATUS_DRAINING" | "WORKER_DEPLOYMENT_VERSION_STATUS_DRAINED" | "WORKER_DEPLOYMENT_VERSION_STATUS_CREATED";
  "temporal.api.enums.v1.WorkerStatus": "WORKER_STATUS_UNSPECIFIED" | "WORKER_STATUS_RUNNING" | "WORKER_STATUS_SHUTTING_DOWN" | "WORKER_STATUS_SHUTDOWN";
  "temporal.api.enums.v1.WorkerVersioningMode": "WORKER_VERSIONING_MODE_UNSPECIFIED" | "WORKER_VERSIONING_MODE_UNVERSIONED" | "WORKER_VERSIONING_MODE_VERSIONED";
  "temporal.api.enums.v1.WorkflowExecutionStatus": "WORKFLOW_EXECUTION_STATUS_UNSPECIFIED" | "WORKFLOW_EXECUTION_STATUS_RUNNING" | "WORKFLOW_EXECUTION_STATUS_COMPLETED" | "WORKFLOW_EXECUTION_STATUS_FAILED" | "WORKFLOW_EXECUTION_STATUS_CANCELED" | "WORKFLOW_EXECUTION_STATUS_TERMINATED" | "WORKFLOW_EXECUTION_STATUS_CONTINUED_AS_NEW" | "WORKFLOW_EXECUTION_STATUS_TIMED_OUT" | "WORKFLOW_EXECUTION_STATUS_PAUSED";
  "temporal.api.enums.v1.WorkflowIdConflictPolicy": "WORKFLOW_ID_CONFLICT_POLICY_UNSPECIFIED" | "WORKFLOW_ID_CONFLICT_POLICY_FAIL" | "WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING" | "WORKFLOW_ID_CONFLICT_POLICY_TERMINATE_EXISTING";
  "temporal.api.enums.v1.WorkflowIdReusePolicy": "WORKFLOW_ID_REUSE_POLICY_UNSPECIFIED" | "WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE" | "WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE_FAILED_ONLY" | "WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE" | "WORKFLOW_ID_REUSE_POLICY_TERMINATE_IF_RUNNING";
  "temporal.api.enums.v1.WorkflowTaskFailedCause": "WORKFLOW_TASK_FAILED_CAUSE_UNSPECIFIED" | "WORKFLOW_TASK_FAILED_CAUSE_UNHANDLED_COMMAND" | "WORKFLOW_TASK_FAILED_CAUSE_BAD_SCHEDULE_ACTIVITY_ATTRIBUTES" | "WORKFLOW_TASK_FAILED_CAUSE_BAD_REQUEST_CANCEL_ACTIVITY_ATTRIBUTES" | "WORKFLOW_TASK_FAILED_CAUSE_BAD_START_TIMER_ATTRIBUTES" | "WORKFLOW_TASK_FAILED_CAUSE_BAD_CANCEL_TIMER_ATTRIBUTES" | "WORKFLOW_TASK_FAILED_CAUSE_BAD_RECORD_MARKER_ATTRIBUTES" | "WORKFLOW_TASK_FAILED_CAUSE_BAD_COMPLETE_WORKFLOW_EXECUTION_ATTRIBUTES" | "WORKFLOW_TASK_FAILED_CAUSE_BAD_FAIL_WORKFLOW_EXECUTION_ATTRIBUTES" | "WORKFLOW_TASK_FAILED_CAUSE_BAD_CANCEL_WORKFLOW_EXECUTION_ATTRIBUTES" | "WORKFLOW_TASK_FAILED_CAUSE_BAD_REQUEST_CANCEL_EXTERNAL_WORKFLOW_EXECUTION_ATTRIBUTES" | "WORKFLOW_TASK_FAILED_CAUSE_BAD_CONTINUE_AS_NEW_ATTRIBUTES" | "WORKFLOW_TASK_FAILED_CAUSE_START_TIMER_DUPLICATE_ID" | "WORKFLOW_TASK_FAILED_CAUSE_RESET_STICKY_TASK_QUEUE" | "WORKFLOW_TASK_FAILED_CAUSE_WORKFLOW_WORKER_UNHANDLED_FAILURE" | "WORKFLOW_TASK_FAILED_CAUSE_BAD_SIGNAL_WORKFLOW_EXECUTION_ATTRIBUTES" | "WORKFLOW_TASK_FAILED_CAUSE_BAD_START_CHILD_EXECUTION_ATTRIBUTES" | "WORKFLOW_TASK_FAILED_CAUSE_FORCE_CLOSE_COMMAND" | "WORKFLOW_TASK_FAILED_CAUSE_FAILOVER_CLOSE_COMMAND" | "WORKFLOW_TASK_FAILED_CAUSE_BAD_SIGNAL_INPUT_SIZE" | "WORKFLOW_TASK_FAILED_CAUSE_RESET_WORKFLOW" | "WORKFLOW_TASK_FAILED_CAUSE_BAD_BINARY" | "WORKFLOW_TASK_FAILED_CAUSE_SCHEDULE_ACTIVITY_DUPLICATE_ID" | "WORKFLOW_TASK_FAILED_CAUSE_BAD_SEARCH_ATTRIBUTES" | "WORKFLOW_TASK_FAILED_CAUSE_NON_DETERMINISTIC_ERROR" | "WORKFLOW_TASK_FAILED_CAUSE_BAD_MODIFY_WORKFLOW_PROPERTIES_ATTRIBUTES" | "WORKFLOW_TASK_FAILED_CAUSE_PENDING_CHILD_WORKFLOWS_LIMIT_EXCEEDED" | "WORKFLOW_TASK_FAILED_CAUSE_PENDING_ACTIVITIES_LIMIT_EXCEEDED" | "WORKFLOW_TASK_FAILED_CAUSE_PENDING_SIGNALS_LIMIT_EXCEEDED" | "WORKFLOW_TASK_FAILED_CAUSE_PENDING_REQUEST_CANCEL_LIMIT_EXCEEDED" | "WORKFLOW_TASK_FAILED_CAUSE_BAD_UPDATE_WORKFLOW_EXECUTION_MESSAGE" | "WORKFLOW_TASK_FAILED_CAUSE_UNHANDLED_UPDATE" | "WORKFLOW_TASK_FAILED_CAUSE_BAD_SCHEDULE_NEXUS_OPERATION_ATTRIBUTES" | "WORKFLOW_TASK_FAILED_CAUSE_PENDING_NEXUS_OPERATIONS_LIMIT_EXCEEDED" | "WORKFLOW_TASK_FAILED_CAUSE_BAD_REQUEST_CANCEL_NEXUS_OPERATION_ATTRIBUTES" | "WORKFLOW_TASK_FAILED_CAUSE_FEATURE_DISABLED" | "WORKFLOW_TASK_FAILED_CAUSE_GRPC_MESSAGE_TOO_LARGE" | "WORKFLOW_TASK_FAILED_CAUSE_PAYLOADS_TOO_LARGE" | "WORKFLOW_TASK_FAILED_CAUSE_EXTERNAL_STORAGE_FAILURE" | "WORKFLOW_TASK_FAILED_CAUSE_WORKFLOW_PAUSE_REQUESTED_BEFORE_TASK_STARTED" | "WORKFLOW_TASK_FAILED_CAUSE_REQUEST_TOO_LARGE";
  "temporal.api.worker.v1.EnvironmentInfo.Architecture": "ARCHITECTURE_UNSPECIFIED" | "ARCHITECTURE_AMD64" | "ARCHITECTURE_ARM64";
  "temporal.api.worker.v1.EnvironmentInfo.HostingEnvironment.HostingEnvironmentType": "HOSTING_ENVIRONMENT_TYPE_UNSPECIFIED" | "HOSTING_ENVIRONMENT_TYPE_DOCKER" | "HOSTING_ENVIRONMENT_TYPE_K8S" | "HOSTING_ENVIRONMENT_TYPE_AWS_LAMBDA" | "HOSTING_ENVIRONMENT_TYPE_AWS_ECS" | "HOSTING_ENVIRONMENT_TYPE_GOOGLE_CLOUD_RUN" | "HOSTING_ENVIRONMENT_TYPE_GOOGLE_APP_ENGINE" | "HOSTING_ENVIRONMENT_TYPE_AZURE_APP_SERVICE" | "HOSTING_ENVIRONMENT_TYPE_AZURE_FUNCTIONS" | "HOSTING_ENVIRONMENT_TYPE_AZURE_CONTAINER_APPS";
  "temporal.api.worker.v1.EnvironmentInfo.LinuxPlatform.Libc": "LIBC_UNSPECIFIED" | "LIBC_GLIBC" | "LIBC_MUSL";
  "temporal.api.worker.v1.EnvironmentInfo.Runtime.RuntimeType": "RUNTIME_TYPE_UNSPECIFIED" | "RUNTIME_TYPE_JVM" | "RUNTIME_TYPE_CPYTHON" | "RUNTIME_TYPE_NODE" | "RUNTIME_TYPE_BUN" | "RUNTIME_TYPE_CRUBY" | "RUNTIME_TYPE_GO" | "RUNTIME_TYPE_DOTNET_FRAMEWORK" | "RUNTIME_TYPE_DOTNET_CORE" | "RUNTIME_TYPE_NATIVE" | "RUNTIME_TYPE_ROADRUNNER";
  "temporal.api.worker.v1.EnvironmentInfo.WindowsPlatform.Crt": "CRT_UNSPECIFIED" | "CRT_UCRT" | "CRT_MSVCRT" | "CRT_MINGW" | "CRT_CYGWIN";
  "temporal.api.workflow.v1.VersioningOverride.PinnedOverrideBehavior": "PINNED_OVERRIDE_BEHAVIOR_UNSPECIFIED" | "PINNED_OVERRIDE_BEHAVIOR_PINNED";
}
