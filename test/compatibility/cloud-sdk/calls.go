// What holds for all resources: pages, operation ids, and one winner for each version.
package main

import (
	"fmt"
	"sort"
	"strconv"
	"sync"

	"github.com/google/uuid"
	cloudservice "go.temporal.io/cloud-sdk/api/cloudservice/v1"
	identitypb "go.temporal.io/cloud-sdk/api/identity/v1"
	namespacepb "go.temporal.io/cloud-sdk/api/namespace/v1"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/proto"
)

func readPages(t *T) {
	var made []string
	for range 5 {
		made = append(made, t.serviceAccount(&identitypb.ServiceAccountSpec{
			Name: unique("page"), Access: accountRole(identitypb.AccountAccess_ROLE_READ),
		}))
	}
	seen := map[string]int{}
	token := ""
	for {
		page, err := t.cloud.GetServiceAccounts(t, &cloudservice.GetServiceAccountsRequest{PageSize: 2, PageToken: token})
		t.NoError(err)
		t.LessOrEqual(len(page.ServiceAccount), 2)
		for _, one := range page.ServiceAccount {
			seen[one.Id]++
		}
		if token = page.NextPageToken; token == "" {
			break
		}
	}
	for _, id := range made {
		t.Equal(1, seen[id])
		t.deleteServiceAccount(id)
	}
	_, err := t.cloud.GetServiceAccounts(t, &cloudservice.GetServiceAccountsRequest{PageToken: "of nobody"})
	t.refused(err, codes.InvalidArgument, "page_token")
}

func repeatOperations(t *T) {
	request := &cloudservice.CreateNamespaceRequest{AsyncOperationId: uuid.NewString(), Spec: &namespacepb.NamespaceSpec{
		Name: unique("once"), Regions: []string{"aws-us-east-1"}, RetentionDays: 7, ApiKeyAuth: &namespacepb.ApiKeyAuthSpec{Enabled: true},
	}}
	first, err := t.cloud.CreateNamespace(t, request)
	t.NoError(err)
	second, err := t.cloud.CreateNamespace(t, request)
	t.NoError(err)
	t.Equal(first.Namespace, second.Namespace)
	t.Equal(request.AsyncOperationId, second.AsyncOperation.Id)
	t.done(second.AsyncOperation, nil)
	other := proto.Clone(request).(*cloudservice.CreateNamespaceRequest)
	other.Spec.RetentionDays = 8
	_, err = t.cloud.CreateNamespace(t, other)
	t.refused(err, codes.InvalidArgument, "async_operation_id")
	t.deleteNamespace(first.Namespace)
}

const racers = 50
const rounds = 3

// Each client writes its own retention into the version that all of them read.
func race(t *T) {
	id := t.namespace(unique("race"))
	for range rounds {
		before := t.readNamespace(id)
		verdicts := make([]error, racers)
		operations := make([]*cloudservice.UpdateNamespaceResponse, racers)
		var running sync.WaitGroup
		for index := range racers {
			client := t.dial()
			running.Go(func() {
				defer client.Close()
				spec := proto.Clone(before.Spec).(*namespacepb.NamespaceSpec)
				spec.RetentionDays = before.Spec.RetentionDays%30 + int32(index) + 1
				if spec.RetentionDays == before.Spec.RetentionDays {
					spec.RetentionDays = 90
				}
				operations[index], verdicts[index] = client.CloudService().UpdateNamespace(t, &cloudservice.UpdateNamespaceRequest{
					Namespace: id, Spec: spec, ResourceVersion: before.ResourceVersion,
				})
			})
		}
		running.Wait()
		counts := map[codes.Code]int{}
		for index, err := range verdicts {
			counts[status.Code(err)]++
			if err == nil {
				t.done(operations[index].AsyncOperation, nil)
			}
		}
		t.Equal(map[codes.Code]int{codes.OK: 1, codes.FailedPrecondition: racers - 1}, counts, describe(verdicts))
		t.NotEqual(before.ResourceVersion, t.readNamespace(id).ResourceVersion)
	}
	t.deleteNamespace(id)
}

func describe(verdicts []error) string {
	texts := map[string]int{}
	for _, err := range verdicts {
		texts[fmt.Sprint(err)]++
	}
	var lines []string
	for text, count := range texts {
		lines = append(lines, strconv.Itoa(count)+" x "+text)
	}
	sort.Strings(lines)
	return fmt.Sprint(lines)
}
