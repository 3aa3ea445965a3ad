// How runs end and go on: cancel, terminate, timeouts, retries, cron, continue-as-new, resets.
package main

import (
	"errors"
	"time"

	commonpb "go.temporal.io/api/common/v1"
	enumspb "go.temporal.io/api/enums/v1"
	"go.temporal.io/api/serviceerror"
	"go.temporal.io/api/workflowservice/v1"
	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/worker"
	"go.temporal.io/sdk/workflow"
)

var lifecycleFeatures = []Feature{
	{"continue-as-new", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context, left int) (string, error) {
			if left > 0 {
				return "", workflow.NewContinueAsNewError(ctx, "main", left-1)
			}
			return workflow.GetInfo(ctx).FirstRunID, nil
		})
		run := p.Start("main", 3)
		p.Equal(run.GetFirstExecutionRunID(), Answer[string](p, run))
		p.NotEqual(run.GetFirstExecutionRunID(), p.Client.GetWorkflow(p, run.GetID(), "").GetRunID())
	}},
	{"continue-as-new-keeps-signals", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context, isSecond bool) ([]int, error) {
			if isSecond {
				return sumsSignals(ctx, 1)
			}
			if _, err := sumsSignals(ctx, 1); err != nil {
				return nil, err
			}
			return nil, workflow.NewContinueAsNewError(ctx, "main", true)
		})
		run := p.Start("main", false)
		p.NoError(p.Client.SignalWorkflow(p, run.GetID(), "", "add", 1))
		p.Await("the second run", func() bool {
			return p.Client.GetWorkflow(p, run.GetID(), "").GetRunID() != run.GetFirstExecutionRunID()
		})
		p.NoError(p.Client.SignalWorkflow(p, run.GetID(), "", "add", 2))
		p.Equal([]int{2}, Answer[[]int](p, run))
	}},
	{"cancel", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) error { return workflow.Sleep(ctx, time.Hour) })
		run := p.Start("main")
		p.NoError(p.Client.CancelWorkflow(p, run.GetID(), run.GetRunID()))
		p.True(temporal.IsCanceledError(run.Get(p, nil)))
		p.Equal(enumspb.WORKFLOW_EXECUTION_STATUS_CANCELED, p.Status(run))
	}},
	{"cancel-cleanup", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) (string, error) {
			if err := workflow.Sleep(ctx, time.Hour); !temporal.IsCanceledError(err) {
				return "", err
			}
			disconnected, _ := workflow.NewDisconnectedContext(ctx)
			return "cleaned up", workflow.Sleep(disconnected, 50*time.Millisecond)
		})
		run := p.Start("main")
		p.NoError(p.Client.CancelWorkflowWithOptions(p, client.CancelWorkflowOptions{
			WorkflowID: run.GetID(), Reason: "too late",
		}))
		p.Equal("cleaned up", Answer[string](p, run))
		requested := p.Event(run, enumspb.EVENT_TYPE_WORKFLOW_EXECUTION_CANCEL_REQUESTED)
		p.Equal("too late", requested.GetWorkflowExecutionCancelRequestedEventAttributes().Cause)
	}},
	{"terminate", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) error { return workflow.Sleep(ctx, time.Hour) })
		run := p.Start("main")
		p.NoError(p.Client.TerminateWorkflow(p, run.GetID(), run.GetRunID(), "enough", "said", 3))
		var terminated *temporal.TerminatedError
		p.ErrorAs(run.Get(p, nil), &terminated)
		event := p.Event(run, enumspb.EVENT_TYPE_WORKFLOW_EXECUTION_TERMINATED)
		attributes := event.GetWorkflowExecutionTerminatedEventAttributes()
		p.Equal("enough", attributes.Reason)
		p.Len(attributes.Details.Payloads, 2)
		var missing *serviceerror.NotFound
		p.ErrorAs(p.Client.TerminateWorkflow(p, run.GetID(), run.GetRunID(), "twice"), &missing)
	}},
	{"workflow-failure", func(p *Program) {
		p.Workflow("main", func(workflow.Context) error {
			cause := temporal.NewApplicationError("the deeper reason", "Deep")
			return temporal.NewApplicationErrorWithCause("it failed", "Failed", cause, map[string]int{"code": 7})
		})
		err := p.Start("main").Get(p, nil)
		failure := p.Application(err)
		p.Equal("Failed", failure.Type())
		var details map[string]int
		p.NoError(failure.Details(&details))
		p.Equal(map[string]int{"code": 7}, details)
		p.Equal("Deep", p.Application(failure.Unwrap()).Type())
	}},
	{"workflow-retry", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) (int32, error) {
			attempt := workflow.GetInfo(ctx).Attempt
			if attempt < 3 {
				return 0, errors.New("again")
			}
			return attempt, nil
		})
		run := p.StartWith(client.StartWorkflowOptions{
			RetryPolicy: &temporal.RetryPolicy{InitialInterval: 20 * time.Millisecond, MaximumAttempts: 5},
		}, "main")
		p.Equal(int32(3), Answer[int32](p, run))
	}},
	{"workflow-run-timeout", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) error { return workflow.Sleep(ctx, time.Hour) })
		run := p.StartWith(client.StartWorkflowOptions{WorkflowRunTimeout: time.Second}, "main")
		var timeout *temporal.TimeoutError
		p.ErrorAs(run.Get(p, nil), &timeout)
		p.Equal(enumspb.WORKFLOW_EXECUTION_STATUS_TIMED_OUT, p.Status(run))
	}},
	{"workflow-execution-timeout", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) error {
			if err := workflow.Sleep(ctx, 300*time.Millisecond); err != nil {
				return err
			}
			return workflow.NewContinueAsNewError(ctx, "main")
		})
		run := p.StartWith(client.StartWorkflowOptions{WorkflowExecutionTimeout: 2 * time.Second}, "main")
		var timeout *temporal.TimeoutError
		p.ErrorAs(run.Get(p, nil), &timeout)
	}},
	{"workflow-task-timeout", func(p *Program) {
		// The worker that took the task dies with it: another attempt goes to the next one.
		slow := true
		p.Workflow("main", func(workflow.Context) (string, error) {
			if slow {
				slow = false
				time.Sleep(2 * time.Second)
			}
			return "done", nil
		})
		p.Serve(worker.Options{DeadlockDetectionTimeout: time.Minute})
		run := p.StartWith(client.StartWorkflowOptions{WorkflowTaskTimeout: time.Second}, "main")
		p.Equal("done", Answer[string](p, run))
		p.Contains(p.Types(run), enumspb.EVENT_TYPE_WORKFLOW_TASK_TIMED_OUT)
	}},
	{"cron", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) (int, error) {
			count := 0
			if workflow.HasLastCompletionResult(ctx) {
				if err := workflow.GetLastCompletionResult(ctx, &count); err != nil {
					return 0, err
				}
			}
			return count + 1, nil
		})
		run := p.StartWith(client.StartWorkflowOptions{CronSchedule: "@every 1s"}, "main")
		p.Await("the third run", func() bool {
			latest := p.Client.GetWorkflow(p, run.GetID(), "")
			event := p.Events(latest)[0].GetWorkflowExecutionStartedEventAttributes()
			var count int
			if event.LastCompletionResult != nil {
				p.NoError(client.NewValues(event.LastCompletionResult).Get(&count))
			}
			return count >= 2 && event.Initiator == enumspb.CONTINUE_AS_NEW_INITIATOR_CRON_SCHEDULE
		})
		p.NoError(p.Client.TerminateWorkflow(p, run.GetID(), "", ""))
	}},
}

var resetFeatures = []Feature{
	{"reset", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) (int64, error) {
			var drawn int64
			encoded := workflow.SideEffect(ctx, func(workflow.Context) any { return time.Now().UnixNano() })
			err := encoded.Get(&drawn)
			return drawn, err
		})
		run := p.Start("main")
		first := Answer[int64](p, run)
		reset, err := p.Client.ResetWorkflowExecution(p, resetTo(p, run, 3))
		p.NoError(err)
		second := Answer[int64](p, p.Client.GetWorkflow(p, run.GetID(), reset.RunId))
		p.Greater(second, first)
	}},
	{"reset-keeps-signals", func(p *Program) {
		p.Workflow("main", sumsSignals)
		run := p.Start("main", 1)
		p.NoError(p.Client.SignalWorkflow(p, run.GetID(), "", "add", 3))
		p.NoError(run.Get(p, nil))
		first := p.Event(run, enumspb.EVENT_TYPE_WORKFLOW_TASK_COMPLETED)
		reset, err := p.Client.ResetWorkflowExecution(p, resetTo(p, run, first.EventId))
		p.NoError(err)
		p.Equal([]int{3}, Answer[[]int](p, p.Client.GetWorkflow(p, run.GetID(), reset.RunId)))
	}},
	{"reset-drops-signals", func(p *Program) {
		p.Workflow("main", sumsSignals)
		p.Serve(worker.Options{})
		run := p.Start("main", 1)
		p.Await("the first task", func() bool { return len(p.Events(run)) >= 4 })
		p.NoError(p.Client.SignalWorkflow(p, run.GetID(), "", "add", 3))
		p.NoError(run.Get(p, nil))
		request := resetTo(p, run, 4)
		request.ResetReapplyExcludeTypes = []enumspb.ResetReapplyExcludeType{enumspb.RESET_REAPPLY_EXCLUDE_TYPE_SIGNAL}
		reset, err := p.Client.ResetWorkflowExecution(p, request)
		p.NoError(err)
		p.NoError(p.Client.SignalWorkflow(p, run.GetID(), reset.RunId, "add", 4))
		p.Equal([]int{4}, Answer[[]int](p, p.Client.GetWorkflow(p, run.GetID(), reset.RunId)))
	}},
	{"reset-invalid-point", func(p *Program) {
		p.Workflow("main", func(workflow.Context) error { return nil })
		run := p.Start("main")
		p.NoError(run.Get(p, nil))
		_, err := p.Client.ResetWorkflowExecution(p, resetTo(p, run, 2))
		var invalid *serviceerror.InvalidArgument
		p.ErrorAs(err, &invalid)
	}},
}

func resetTo(p *Program, run client.WorkflowRun, eventID int64) *workflowservice.ResetWorkflowExecutionRequest {
	return &workflowservice.ResetWorkflowExecutionRequest{
		Namespace:                 p.Namespace,
		WorkflowExecution:         &commonpb.WorkflowExecution{WorkflowId: run.GetID(), RunId: run.GetRunID()},
		Reason:                    "try again",
		RequestId:                 p.ID("reset"),
		WorkflowTaskFinishEventId: eventID,
	}
}
