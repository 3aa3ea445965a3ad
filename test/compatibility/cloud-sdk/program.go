// What a program has at hand: the client, names of its own, assertions that end it, and the wait for an operation.
package main

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/stretchr/testify/require"
	cloudservice "go.temporal.io/cloud-sdk/api/cloudservice/v1"
	namespacepb "go.temporal.io/cloud-sdk/api/namespace/v1"
	operationpb "go.temporal.io/cloud-sdk/api/operation/v1"
	"go.temporal.io/cloud-sdk/cloudclient"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

const programLimit = 3 * time.Minute
const pollPause = 200 * time.Millisecond

type program struct {
	name string
	run  func(*T)
}

// T is the program's context and its assertions: the first that fails ends the program.
type T struct {
	*require.Assertions
	context.Context
	cancel context.CancelFunc
	client *cloudclient.Client
	cloud  cloudservice.CloudServiceClient
	dial   func() *cloudclient.Client
}

func newT(client *cloudclient.Client, dial func() *cloudclient.Client) *T {
	ctx, cancel := context.WithTimeout(context.Background(), programLimit)
	t := &T{Context: ctx, cancel: cancel, client: client, cloud: client.CloudService(), dial: dial}
	t.Assertions = require.New(t)
	return t
}

func (t *T) Errorf(format string, args ...any) { panic(fmt.Sprintf(format, args...)) }
func (t *T) FailNow()                          { panic("failed") }

func unique(prefix string) string {
	return prefix + "-" + strings.ReplaceAll(uuid.NewString(), "-", "")[:8]
}

// done waits until the operation has ended well.
func (t *T) done(operation *operationpb.AsyncOperation, err error) {
	ended := t.ended(operation, err)
	t.Equal(operationpb.AsyncOperation_STATE_FULFILLED, ended.State, ended.FailureReason)
}

func (t *T) ended(operation *operationpb.AsyncOperation, err error) *operationpb.AsyncOperation {
	t.NoError(err)
	t.NotEmpty(operation.GetId())
	for {
		answer, err := t.cloud.GetAsyncOperation(t, &cloudservice.GetAsyncOperationRequest{AsyncOperationId: operation.Id})
		t.NoError(err)
		switch answer.AsyncOperation.State {
		case operationpb.AsyncOperation_STATE_PENDING, operationpb.AsyncOperation_STATE_IN_PROGRESS:
			t.NotNil(answer.AsyncOperation.CheckDuration)
			select {
			case <-t.Done():
				t.NoError(t.Err())
			case <-time.After(pollPause):
			}
		default:
			return answer.AsyncOperation
		}
	}
}

// refused asserts the code of an error, and that its text says what is meant.
func (t *T) refused(err error, code codes.Code, words string) {
	t.Error(err)
	t.Equal(code.String(), status.Code(err).String(), err.Error())
	t.Contains(strings.ToLower(err.Error()), strings.ToLower(words))
}

// namespace makes a namespace and answers its id.
func (t *T) namespace(name string) string {
	made, err := t.cloud.CreateNamespace(t, &cloudservice.CreateNamespaceRequest{Spec: &namespacepb.NamespaceSpec{
		Name: name, Regions: []string{"aws-us-east-1"}, RetentionDays: 7, ApiKeyAuth: &namespacepb.ApiKeyAuthSpec{Enabled: true},
	}})
	t.done(made.GetAsyncOperation(), err)
	return made.Namespace
}

func (t *T) readNamespace(id string) *namespacepb.Namespace {
	answer, err := t.cloud.GetNamespace(t, &cloudservice.GetNamespaceRequest{Namespace: id})
	t.NoError(err)
	return answer.Namespace
}

func (t *T) deleteNamespace(id string) {
	version := t.readNamespace(id).ResourceVersion
	deleted, err := t.cloud.DeleteNamespace(t, &cloudservice.DeleteNamespaceRequest{Namespace: id, ResourceVersion: version})
	t.done(deleted.GetAsyncOperation(), err)
}
