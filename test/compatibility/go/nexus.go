// Nexus: operations that answer at once, operations that are workflows, their failures and cancellation.
package main

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/nexus-rpc/sdk-go/nexus"
	enumspb "go.temporal.io/api/enums/v1"
	nexuspb "go.temporal.io/api/nexus/v1"
	"go.temporal.io/api/operatorservice/v1"
	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/temporalnexus"
	"go.temporal.io/sdk/worker"
	"go.temporal.io/sdk/workflow"
)

var nexusFeatures = []Feature{
	{"nexus-sync", func(p *Program) {
		nexusService(p)
		run := p.Start("main", "greet", "Ada")
		p.Equal("Hello, Ada", Answer[string](p, run))
		p.Contains(p.Types(run), enumspb.EVENT_TYPE_NEXUS_OPERATION_COMPLETED)
		p.NotContains(p.Types(run), enumspb.EVENT_TYPE_NEXUS_OPERATION_STARTED)
	}},
	{"nexus-workflow", func(p *Program) {
		nexusService(p)
		run := p.Start("main", "order", "Ada")
		p.Equal("ordered by Ada", Answer[string](p, run))
		started := p.Event(run, enumspb.EVENT_TYPE_NEXUS_OPERATION_STARTED)
		p.NotEmpty(started.Links)
	}},
	{"nexus-failure", func(p *Program) {
		nexusService(p)
		err := p.Start("main", "refuse", "Ada").Get(p, nil)
		var failure *temporal.NexusOperationError
		p.ErrorAs(err, &failure)
		p.Equal("refuse", failure.Operation)
		p.Contains(err.Error(), "no thanks")
	}},
	{"nexus-handler-error", func(p *Program) {
		nexusService(p)
		err := p.Start("main", "not there", "Ada").Get(p, nil)
		var failure *nexus.HandlerError
		p.ErrorAs(err, &failure)
		p.Equal(nexus.HandlerErrorTypeNotFound, failure.Type)
	}},
	{"nexus-workflow-failure", func(p *Program) {
		nexusService(p)
		err := p.Start("main", "order", "").Get(p, nil)
		var failure *temporal.NexusOperationError
		p.ErrorAs(err, &failure)
		p.Equal("NoName", p.Application(err).Type())
	}},
	{"nexus-cancel", func(p *Program) {
		nexusService(p)
		run := p.Start("canceller")
		p.Equal("canceled", Answer[string](p, run))
		p.Contains(p.Types(run), enumspb.EVENT_TYPE_NEXUS_OPERATION_CANCEL_REQUESTED)
		p.Contains(p.Types(run), enumspb.EVENT_TYPE_NEXUS_OPERATION_CANCELED)
	}},
	{"nexus-timeout", func(p *Program) {
		nexusService(p)
		err := p.Start("impatient").Get(p, nil)
		var failure *temporal.TimeoutError
		p.ErrorAs(err, &failure)
	}},
	{"nexus-endpoint-missing", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) error {
			c := workflow.NewNexusClient("nobody-made-this", "shop")
			return c.ExecuteOperation(ctx, "greet", "Ada", workflow.NexusOperationOptions{}).Get(ctx, nil)
		})
		run := p.Start("main")
		p.Await("the failed task", func() bool {
			return count(p.Types(run), enumspb.EVENT_TYPE_WORKFLOW_TASK_FAILED) >= 1
		})
		p.NoError(p.Client.TerminateWorkflow(p, run.GetID(), "", ""))
	}},
	{"nexus-standalone", func(p *Program) {
		endpoint := nexusService(p)
		p.Serve(worker.Options{})
		c, err := p.Client.NewNexusClient(client.NexusClientOptions{Endpoint: endpoint, Service: "shop"})
		p.NoError(err)
		handle, err := c.ExecuteOperation(p, "order", "Ada", client.StartNexusOperationOptions{
			ID: p.ID("operation"), ScheduleToCloseTimeout: 30 * time.Second,
		})
		p.NoError(err)
		var answer string
		p.NoError(handle.Get(p, &answer))
		p.Equal("ordered by Ada", answer)
	}},
}

// nexusService serves the service "shop" and workflows that call it through an endpoint, whose name it answers.
func nexusService(p *Program) string {
	endpoint := nexusEndpoint(p)
	order := func(ctx workflow.Context, name string) (string, error) {
		switch name {
		case "":
			return "", temporal.NewNonRetryableApplicationError("who orders?", "NoName", nil)
		case "forever":
			return "", workflow.Sleep(ctx, time.Hour)
		}
		return "ordered by " + name, workflow.Sleep(ctx, 10*time.Millisecond)
	}
	p.Register(func(r worker.Registry) {
		r.RegisterWorkflowWithOptions(order, workflow.RegisterOptions{Name: "order"})
		service := nexus.NewService("shop")
		_ = service.Register(
			nexus.NewSyncOperation("greet", func(_ context.Context, name string, _ nexus.StartOperationOptions) (string, error) {
				return "Hello, " + name, nil
			}),
			nexus.NewSyncOperation("refuse", func(context.Context, string, nexus.StartOperationOptions) (string, error) {
				return "", nexus.NewOperationFailedErrorf("no thanks")
			}),
			temporalnexus.MustNewWorkflowRunOperationWithOptions(temporalnexus.WorkflowRunOperationOptions[string, string]{
				Name: "order",
				Handler: func(ctx context.Context, name string, options nexus.StartOperationOptions) (temporalnexus.WorkflowHandle[string], error) {
					return temporalnexus.ExecuteUntypedWorkflow[string](ctx, options,
						client.StartWorkflowOptions{ID: p.ID("order-" + options.RequestID)}, "order", name)
				},
			}),
		)
		r.RegisterNexusService(service)
	})
	call := func(ctx workflow.Context, operation, name string, options workflow.NexusOperationOptions) workflow.NexusOperationFuture {
		return workflow.NewNexusClient(endpoint, "shop").ExecuteOperation(ctx, operation, name, options)
	}
	p.Workflow("main", func(ctx workflow.Context, operation, name string) (string, error) {
		var answer string
		err := call(ctx, operation, name, workflow.NexusOperationOptions{}).Get(ctx, &answer)
		return answer, err
	})
	p.Workflow("canceller", func(ctx workflow.Context) (string, error) {
		cancellable, cancel := workflow.WithCancel(ctx)
		future := call(cancellable, "order", "forever", workflow.NexusOperationOptions{})
		if err := future.GetNexusOperationExecution().Get(ctx, nil); err != nil {
			return "", err
		}
		cancel()
		if err := future.Get(ctx, nil); !temporal.IsCanceledError(err) {
			return "", errors.Join(errors.New("not canceled"), err)
		}
		return "canceled", nil
	})
	p.Workflow("impatient", func(ctx workflow.Context) error {
		options := workflow.NexusOperationOptions{ScheduleToCloseTimeout: time.Second}
		return call(ctx, "order", "forever", options).Get(ctx, nil)
	})
	return endpoint
}

func nexusEndpoint(p *Program) string {
	name := strings.ReplaceAll(p.Queue, "_", "-")
	created, err := p.Client.OperatorService().CreateNexusEndpoint(p, &operatorservice.CreateNexusEndpointRequest{
		Spec: &nexuspb.EndpointSpec{Name: name, Target: &nexuspb.EndpointTarget{
			Variant: &nexuspb.EndpointTarget_Worker_{
				Worker: &nexuspb.EndpointTarget_Worker{Namespace: p.Namespace, TaskQueue: p.Queue},
			},
		}},
	})
	p.NoError(err)
	p.Deferred(func() {
		// The program's own time may be over when this runs.
		_, _ = p.Client.OperatorService().DeleteNexusEndpoint(p, &operatorservice.DeleteNexusEndpointRequest{
			Id: created.Endpoint.Id, Version: created.Endpoint.Version,
		})
	})
	return name
}
