// Updates: stages, validators, de-duplication, and update-with-start.
package main

import (
	"errors"
	"time"

	enumspb "go.temporal.io/api/enums/v1"
	"go.temporal.io/api/serviceerror"
	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/worker"
	"go.temporal.io/sdk/workflow"
)

var updateFeatures = []Feature{
	{"update-completed", func(p *Program) {
		p.Workflow("main", updatable)
		run := p.Start("main")
		p.Equal(5, update[int](p, run, "add", 5))
		p.Equal(12, update[int](p, run, "add", 7))
		p.NoError(p.Client.SignalWorkflow(p, run.GetID(), "", "go", nil))
		p.Equal(12, Answer[int](p, run))
		p.Equal(2, count(p.Types(run), enumspb.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_COMPLETED))
	}},
	{"update-accepted", func(p *Program) {
		p.Workflow("main", updatable)
		run := p.Start("main")
		handle, err := p.Client.UpdateWorkflow(p, updateOptions(run, "wait", client.WorkflowUpdateStageAccepted))
		p.NoError(err)
		p.Equal(0, count(p.Types(run), enumspb.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_COMPLETED))
		p.NoError(p.Client.SignalWorkflow(p, run.GetID(), "", "go", nil))
		var answer string
		p.NoError(handle.Get(p, &answer))
		p.Equal("waited", answer)
		p.NoError(run.Get(p, nil))
	}},
	{"update-rejected", func(p *Program) {
		p.Workflow("main", updatable)
		run := p.Start("main")
		handle, err := p.Client.UpdateWorkflow(p, updateOptions(run, "add", client.WorkflowUpdateStageCompleted, -1))
		p.NoError(err)
		p.Contains(p.Application(handle.Get(p, nil)).Error(), "negative")
		// A refused update leaves no trace.
		p.NotContains(p.Types(run), enumspb.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED)
		p.NoError(p.Client.TerminateWorkflow(p, run.GetID(), "", ""))
	}},
	{"update-failed", func(p *Program) {
		p.Workflow("main", updatable)
		run := p.Start("main")
		handle, err := p.Client.UpdateWorkflow(p, updateOptions(run, "fail", client.WorkflowUpdateStageCompleted))
		p.NoError(err)
		p.Equal("Broken", p.Application(handle.Get(p, nil)).Type())
		p.Contains(p.Types(run), enumspb.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_COMPLETED)
		p.NoError(p.Client.TerminateWorkflow(p, run.GetID(), "", ""))
	}},
	{"update-unknown", func(p *Program) {
		p.Workflow("main", updatable)
		run := p.Start("main")
		handle, err := p.Client.UpdateWorkflow(p, updateOptions(run, "no such", client.WorkflowUpdateStageCompleted))
		p.NoError(err)
		p.ErrorContains(handle.Get(p, nil), "unknown update")
		p.NoError(p.Client.TerminateWorkflow(p, run.GetID(), "", ""))
	}},
	{"update-deduplicated", func(p *Program) {
		p.Workflow("main", updatable)
		run := p.Start("main")
		options := updateOptions(run, "add", client.WorkflowUpdateStageCompleted, 5)
		options.UpdateID = "the only one"
		for range 3 {
			handle, err := p.Client.UpdateWorkflow(p, options)
			p.NoError(err)
			p.Equal("the only one", handle.UpdateID())
			var total int
			p.NoError(handle.Get(p, &total))
			p.Equal(5, total)
		}
		p.NoError(p.Client.TerminateWorkflow(p, run.GetID(), "", ""))
	}},
	{"update-handle", func(p *Program) {
		p.Workflow("main", updatable)
		run := p.Start("main")
		options := updateOptions(run, "add", client.WorkflowUpdateStageCompleted, 5)
		options.UpdateID = "found later"
		_, err := p.Client.UpdateWorkflow(p, options)
		p.NoError(err)
		handle := p.Client.GetWorkflowUpdateHandle(client.GetWorkflowUpdateHandleOptions{
			WorkflowID: run.GetID(), UpdateID: "found later",
		})
		var total int
		p.NoError(handle.Get(p, &total))
		p.Equal(5, total)
		unknown := p.Client.GetWorkflowUpdateHandle(client.GetWorkflowUpdateHandleOptions{
			WorkflowID: run.GetID(), UpdateID: "never sent",
		})
		var missing *serviceerror.NotFound
		p.ErrorAs(unknown.Get(p, nil), &missing)
		p.NoError(p.Client.TerminateWorkflow(p, run.GetID(), "", ""))
	}},
	{"update-closed", func(p *Program) {
		p.Workflow("main", func(workflow.Context) error { return nil })
		run := p.Start("main")
		p.NoError(run.Get(p, nil))
		_, err := p.Client.UpdateWorkflow(p, updateOptions(run, "add", client.WorkflowUpdateStageCompleted, 1))
		var missing *serviceerror.NotFound
		p.ErrorAs(err, &missing)
	}},
	{"update-aborted-by-close", func(p *Program) {
		p.Workflow("main", updatable)
		run := p.Start("main")
		handle, err := p.Client.UpdateWorkflow(p, updateOptions(run, "forever", client.WorkflowUpdateStageAccepted))
		p.NoError(err)
		p.NoError(p.Client.TerminateWorkflow(p, run.GetID(), "", ""))
		p.Equal("AcceptedUpdateCompletedWorkflow", p.Application(handle.Get(p, nil)).Type())
	}},
	{"update-runs-activity", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) error {
			err := workflow.SetUpdateHandler(ctx, "greet", func(ctx workflow.Context, name string) (string, error) {
				var greeting string
				options := workflow.LocalActivityOptions{StartToCloseTimeout: 10 * time.Second}
				local := workflow.WithLocalActivityOptions(ctx, options)
				err := workflow.ExecuteLocalActivity(local, func(name string) (string, error) {
					return "Hello, " + name, nil
				}, name).Get(ctx, &greeting)
				if err == nil {
					err = workflow.Sleep(ctx, 10*time.Millisecond)
				}
				return greeting, err
			})
			if err != nil {
				return err
			}
			workflow.GetSignalChannel(ctx, "go").Receive(ctx, nil)
			return workflow.Await(ctx, func() bool { return workflow.AllHandlersFinished(ctx) })
		})
		run := p.Start("main")
		p.Equal("Hello, Ada", update[string](p, run, "greet", "Ada"))
		p.NoError(p.Client.SignalWorkflow(p, run.GetID(), "", "go", nil))
		p.NoError(run.Get(p, nil))
	}},
	{"update-with-start", func(p *Program) {
		p.Workflow("main", updatable)
		p.Serve(worker.Options{})
		options := p.filled(client.StartWorkflowOptions{
			WorkflowIDConflictPolicy: enumspb.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING,
		})
		var runs []string
		for _, expected := range []int{3, 6} {
			operation := p.Client.NewWithStartWorkflowOperation(options, "main")
			handle, err := p.Client.UpdateWithStartWorkflow(p, client.UpdateWithStartWorkflowOptions{
				StartWorkflowOperation: operation,
				UpdateOptions: client.UpdateWorkflowOptions{
					UpdateName: "add", Args: []any{3}, WaitForStage: client.WorkflowUpdateStageCompleted,
				},
			})
			p.NoError(err)
			var total int
			p.NoError(handle.Get(p, &total))
			p.Equal(expected, total)
			run, err := operation.Get(p)
			p.NoError(err)
			runs = append(runs, run.GetRunID())
		}
		p.Equal(runs[0], runs[1])
		p.NoError(p.Client.TerminateWorkflow(p, options.ID, "", ""))
	}},
	{"update-with-start-conflict", func(p *Program) {
		p.Workflow("main", updatable)
		run := p.Start("main")
		operation := p.Client.NewWithStartWorkflowOperation(client.StartWorkflowOptions{
			ID: run.GetID(), TaskQueue: p.Queue,
			WorkflowIDConflictPolicy: enumspb.WORKFLOW_ID_CONFLICT_POLICY_FAIL,
		}, "main")
		_, err := p.Client.UpdateWithStartWorkflow(p, client.UpdateWithStartWorkflowOptions{
			StartWorkflowOperation: operation,
			UpdateOptions: client.UpdateWorkflowOptions{
				UpdateName: "add", Args: []any{3}, WaitForStage: client.WorkflowUpdateStageCompleted,
			},
		})
		p.True(temporal.IsWorkflowExecutionAlreadyStartedError(err), "%v", err)
		p.NoError(p.Client.TerminateWorkflow(p, run.GetID(), "", ""))
	}},
}

func updateOptions(run client.WorkflowRun, name string, stage client.WorkflowUpdateStage, args ...any) client.UpdateWorkflowOptions {
	return client.UpdateWorkflowOptions{WorkflowID: run.GetID(), UpdateName: name, WaitForStage: stage, Args: args}
}

func update[T any](p *Program, run client.WorkflowRun, name string, args ...any) T {
	handle, err := p.Client.UpdateWorkflow(p, updateOptions(run, name, client.WorkflowUpdateStageCompleted, args...))
	p.NoError(err)
	var answer T
	p.NoError(handle.Get(p, &answer))
	return answer
}

// updatable keeps a total until the signal "go".
func updatable(ctx workflow.Context) (int, error) {
	total, isOver := 0, false
	add := func(_ workflow.Context, amount int) (int, error) {
		total += amount
		return total, nil
	}
	positive := workflow.UpdateHandlerOptions{Validator: func(amount int) error {
		if amount < 0 {
			return errors.New("negative amounts are refused")
		}
		return nil
	}}
	wait := func(ctx workflow.Context) (string, error) {
		return "waited", workflow.Await(ctx, func() bool { return isOver })
	}
	fail := func(workflow.Context) error { return temporal.NewApplicationError("it broke", "Broken") }
	forever := func(ctx workflow.Context) error { return workflow.Sleep(ctx, time.Hour) }
	err := errors.Join(
		workflow.SetUpdateHandlerWithOptions(ctx, "add", add, positive),
		workflow.SetUpdateHandler(ctx, "wait", wait),
		workflow.SetUpdateHandler(ctx, "fail", fail),
		workflow.SetUpdateHandler(ctx, "forever", forever),
	)
	if err != nil {
		return 0, err
	}
	workflow.GetSignalChannel(ctx, "go").Receive(ctx, nil)
	isOver = true
	return total, workflow.Await(ctx, func() bool { return workflow.AllHandlersFinished(ctx) })
}
