// What else an account has: endpoints, rules, sinks, projects, its settings, usage and log.
package main

import (
	"time"

	accountpb "go.temporal.io/cloud-sdk/api/account/v1"
	cloudservice "go.temporal.io/cloud-sdk/api/cloudservice/v1"
	connectivitypb "go.temporal.io/cloud-sdk/api/connectivityrule/v1"
	identitypb "go.temporal.io/cloud-sdk/api/identity/v1"
	namespacepb "go.temporal.io/cloud-sdk/api/namespace/v1"
	nexuspb "go.temporal.io/cloud-sdk/api/nexus/v1"
	projectpb "go.temporal.io/cloud-sdk/api/project/v1"
	sinkpb "go.temporal.io/cloud-sdk/api/sink/v1"
	"google.golang.org/grpc/codes"
	"google.golang.org/protobuf/types/known/timestamppb"
)

func endpointSpec(name, target, caller string) *nexuspb.EndpointSpec {
	return &nexuspb.EndpointSpec{
		Name: name,
		TargetSpec: &nexuspb.EndpointTargetSpec{Variant: &nexuspb.EndpointTargetSpec_WorkerTargetSpec{
			WorkerTargetSpec: &nexuspb.WorkerTargetSpec{NamespaceId: target, TaskQueue: "orders"},
		}},
		PolicySpecs: []*nexuspb.EndpointPolicySpec{{Variant: &nexuspb.EndpointPolicySpec_AllowedCloudNamespacePolicySpec{
			AllowedCloudNamespacePolicySpec: &nexuspb.AllowedCloudNamespacePolicySpec{NamespaceId: caller},
		}}},
	}
}

func liveEndpoints(t *T) {
	target, caller := t.namespace(unique("target")), t.namespace(unique("caller"))
	spec := endpointSpec(unique("endpoint"), target, caller)
	made, err := t.cloud.CreateNexusEndpoint(t, &cloudservice.CreateNexusEndpointRequest{Spec: spec})
	t.done(made.GetAsyncOperation(), err)
	read := func() *nexuspb.Endpoint {
		answer, err := t.cloud.GetNexusEndpoint(t, &cloudservice.GetNexusEndpointRequest{EndpointId: made.EndpointId})
		t.NoError(err)
		return answer.Endpoint
	}
	changed := endpointSpec(spec.Name, caller, target)
	updated, err := t.cloud.UpdateNexusEndpoint(t, &cloudservice.UpdateNexusEndpointRequest{
		EndpointId: made.EndpointId, Spec: changed, ResourceVersion: read().ResourceVersion,
	})
	t.done(updated.GetAsyncOperation(), err)
	t.Equal(caller, read().Spec.TargetSpec.GetWorkerTargetSpec().GetNamespaceId())
	found, err := t.cloud.GetNexusEndpoints(t, &cloudservice.GetNexusEndpointsRequest{Name: spec.Name})
	t.NoError(err)
	t.Len(found.Endpoints, 1)
	_, err = t.cloud.CreateNexusEndpoint(t, &cloudservice.CreateNexusEndpointRequest{Spec: spec})
	t.refused(err, codes.AlreadyExists, "")
	_, err = t.cloud.CreateNexusEndpoint(t, &cloudservice.CreateNexusEndpointRequest{Spec: endpointSpec("1 bad", target, caller)})
	t.refused(err, codes.InvalidArgument, "name")
	deleted, err := t.cloud.DeleteNexusEndpoint(t, &cloudservice.DeleteNexusEndpointRequest{
		EndpointId: made.EndpointId, ResourceVersion: read().ResourceVersion,
	})
	t.done(deleted.GetAsyncOperation(), err)
	t.deleteNamespace(target)
	t.deleteNamespace(caller)
}

func liveRules(t *T) {
	made, err := t.cloud.CreateConnectivityRule(t, &cloudservice.CreateConnectivityRuleRequest{Spec: &connectivitypb.ConnectivityRuleSpec{
		ConnectionType: &connectivitypb.ConnectivityRuleSpec_PrivateRule{PrivateRule: &connectivitypb.PrivateConnectivityRule{
			ConnectionId: "vpce-0a1b2c3d4e5f6" + unique("")[1:5], Region: "aws-us-east-1",
		}},
	}})
	t.done(made.GetAsyncOperation(), err)
	read := func() *connectivitypb.ConnectivityRule {
		answer, err := t.cloud.GetConnectivityRule(t, &cloudservice.GetConnectivityRuleRequest{ConnectivityRuleId: made.ConnectivityRuleId})
		t.NoError(err)
		return answer.ConnectivityRule
	}
	namespace := t.namespace(unique("rules"))
	t.update(namespace, func(spec *namespacepb.NamespaceSpec) { spec.ConnectivityRuleIds = []string{made.ConnectivityRuleId} })
	listed, err := t.cloud.GetConnectivityRules(t, &cloudservice.GetConnectivityRulesRequest{Namespace: namespace})
	t.NoError(err)
	t.Len(listed.ConnectivityRules, 1)
	_, err = t.cloud.DeleteConnectivityRule(t, &cloudservice.DeleteConnectivityRuleRequest{
		ConnectivityRuleId: made.ConnectivityRuleId, ResourceVersion: read().ResourceVersion,
	})
	t.refused(err, codes.FailedPrecondition, "")
	t.update(namespace, func(spec *namespacepb.NamespaceSpec) { spec.ConnectivityRuleIds = nil })
	deleted, err := t.cloud.DeleteConnectivityRule(t, &cloudservice.DeleteConnectivityRuleRequest{
		ConnectivityRuleId: made.ConnectivityRuleId, ResourceVersion: read().ResourceVersion,
	})
	t.done(deleted.GetAsyncOperation(), err)
	t.deleteNamespace(namespace)
}

func liveExportSinks(t *T) {
	namespace := t.namespace(unique("exports"))
	spec := &namespacepb.ExportSinkSpec{Name: "history", Enabled: true, S3: &sinkpb.S3Spec{
		RoleName: "export", BucketName: "orders-history", Region: "us-east-1", AwsAccountId: "123456789012",
	}}
	made, err := t.cloud.CreateNamespaceExportSink(t, &cloudservice.CreateNamespaceExportSinkRequest{Namespace: namespace, Spec: spec})
	t.done(made.GetAsyncOperation(), err)
	read := func() *namespacepb.ExportSink {
		answer, err := t.cloud.GetNamespaceExportSink(t, &cloudservice.GetNamespaceExportSinkRequest{Namespace: namespace, Name: "history"})
		t.NoError(err)
		return answer.Sink
	}
	spec.Enabled = false
	updated, err := t.cloud.UpdateNamespaceExportSink(t, &cloudservice.UpdateNamespaceExportSinkRequest{
		Namespace: namespace, Spec: spec, ResourceVersion: read().ResourceVersion,
	})
	t.done(updated.GetAsyncOperation(), err)
	t.False(read().Spec.Enabled)
	listed, err := t.cloud.GetNamespaceExportSinks(t, &cloudservice.GetNamespaceExportSinksRequest{Namespace: namespace})
	t.NoError(err)
	t.Len(listed.Sinks, 1)
	deleted, err := t.cloud.DeleteNamespaceExportSink(t, &cloudservice.DeleteNamespaceExportSinkRequest{
		Namespace: namespace, Name: "history", ResourceVersion: read().ResourceVersion,
	})
	t.done(deleted.GetAsyncOperation(), err)
	t.deleteNamespace(namespace)
}

func liveAuditSinks(t *T) {
	spec := &accountpb.AuditLogSinkSpec{Name: unique("audit"), Enabled: false}
	spec.SinkType = &accountpb.AuditLogSinkSpec_KinesisSink{KinesisSink: &sinkpb.KinesisSpec{
		RoleName: "arn:aws:iam::123456789012:role/Audit", Region: "us-east-1",
		DestinationUri: "arn:aws:kinesis:us-east-1:123456789012:stream/audit",
	}}
	made, err := t.cloud.CreateAccountAuditLogSink(t, &cloudservice.CreateAccountAuditLogSinkRequest{Spec: spec})
	t.done(made.GetAsyncOperation(), err)
	read, err := t.cloud.GetAccountAuditLogSink(t, &cloudservice.GetAccountAuditLogSinkRequest{Name: spec.Name})
	t.NoError(err)
	deleted, err := t.cloud.DeleteAccountAuditLogSink(t, &cloudservice.DeleteAccountAuditLogSinkRequest{
		Name: spec.Name, ResourceVersion: read.Sink.ResourceVersion,
	})
	t.done(deleted.GetAsyncOperation(), err)
}

func liveProjects(t *T) {
	spec := &projectpb.ProjectSpec{DisplayName: unique("project"), Description: "Orders"}
	made, err := t.cloud.CreateProject(t, &cloudservice.CreateProjectRequest{Spec: spec})
	t.done(made.GetAsyncOperation(), err)
	read := func() *projectpb.Project {
		answer, err := t.cloud.GetProject(t, &cloudservice.GetProjectRequest{ProjectId: made.ProjectId})
		t.NoError(err)
		return answer.Project
	}
	spec.Description = "Orders and returns"
	updated, err := t.cloud.UpdateProject(t, &cloudservice.UpdateProjectRequest{
		ProjectId: made.ProjectId, Spec: spec, ResourceVersion: read().ResourceVersion,
	})
	t.done(updated.GetAsyncOperation(), err)
	t.Equal(spec.Description, read().Spec.Description)
	created, err := t.cloud.CreateNamespace(t, &cloudservice.CreateNamespaceRequest{ProjectId: made.ProjectId, Spec: &namespacepb.NamespaceSpec{
		Name: unique("project"), Regions: []string{"aws-us-east-1"}, RetentionDays: 1, ApiKeyAuth: &namespacepb.ApiKeyAuthSpec{Enabled: true},
	}})
	t.done(created.GetAsyncOperation(), err)
	t.Equal(made.ProjectId, t.readNamespace(created.Namespace).ProjectId)

	user := t.user()
	given, err := t.cloud.SetUserProjectAccess(t, &cloudservice.SetUserProjectAccessRequest{
		ProjectId: made.ProjectId, UserId: user, ResourceVersion: t.readUser(user).ResourceVersion,
		Access: &identitypb.ProjectAccess{Role: identitypb.ProjectAccess_PROJECT_ROLE_WRITE},
	})
	t.done(given.GetAsyncOperation(), err)
	assigned, err := t.cloud.GetUserProjectAssignments(t, &cloudservice.GetUserProjectAssignmentsRequest{ProjectId: made.ProjectId})
	t.NoError(err)
	t.NotEmpty(assigned.Users)
	remove := func() (*cloudservice.DeleteProjectResponse, error) {
		return t.cloud.DeleteProject(t, &cloudservice.DeleteProjectRequest{ProjectId: made.ProjectId, ResourceVersion: read().ResourceVersion})
	}
	_, err = remove()
	t.refused(err, codes.FailedPrecondition, "namespace")
	t.deleteNamespace(created.Namespace)
	t.deleteUser(user)
	deleted, err := remove()
	t.done(deleted.GetAsyncOperation(), err)
}

func readAccount(t *T) {
	account, err := t.cloud.GetAccount(t, &cloudservice.GetAccountRequest{})
	t.NoError(err)
	t.NotEmpty(account.Account.Id)
	today := time.Now().UTC().Truncate(24 * time.Hour)
	_, err = t.cloud.GetUsage(t, &cloudservice.GetUsageRequest{
		StartTimeInclusive: timestamppb.New(today.AddDate(0, 0, -1)), EndTimeExclusive: timestamppb.New(today.AddDate(0, 0, 1)),
	})
	t.NoError(err)
	_, err = t.cloud.GetUsage(t, &cloudservice.GetUsageRequest{
		StartTimeInclusive: timestamppb.New(today.Add(time.Hour)), EndTimeExclusive: timestamppb.New(today.AddDate(0, 0, 1)),
	})
	t.refused(err, codes.InvalidArgument, "midnight")
	logs, err := t.cloud.GetAuditLogs(t, &cloudservice.GetAuditLogsRequest{PageSize: 5})
	t.NoError(err)
	t.NotEmpty(logs.Logs)
}
