// Child workflows: results, failures, cancellation types and what becomes of them when the parent closes.
package main

import (
	"errors"
	"time"

	enumspb "go.temporal.io/api/enums/v1"
	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/workflow"
)

var childFeatures = []Feature{
	{"child-result", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) (string, error) {
			var answer string
			err := workflow.ExecuteChildWorkflow(ctx, "child", "Ada").Get(ctx, &answer)
			return answer, err
		})
		p.Workflow("child", func(ctx workflow.Context, name string) (string, error) {
			return name + " of " + workflow.GetInfo(ctx).ParentWorkflowExecution.ID, nil
		})
		run := p.Start("main")
		p.Equal("Ada of "+run.GetID(), Answer[string](p, run))
	}},
	{"child-failure", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) error {
			return workflow.ExecuteChildWorkflow(ctx, "child").Get(ctx, nil)
		})
		p.Workflow("child", func(workflow.Context) error { return temporal.NewApplicationError("no", "Naughty") })
		err := p.Start("main").Get(p, nil)
		var failure *temporal.ChildWorkflowExecutionError
		p.ErrorAs(err, &failure)
		p.Equal("Naughty", p.Application(err).Type())
	}},
	{"child-timeout", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) error {
			options := workflow.ChildWorkflowOptions{WorkflowRunTimeout: time.Second}
			return workflow.ExecuteChildWorkflow(workflow.WithChildOptions(ctx, options), "child").Get(ctx, nil)
		})
		p.Workflow("child", func(ctx workflow.Context) error { return workflow.Sleep(ctx, time.Hour) })
		var failure *temporal.TimeoutError
		p.ErrorAs(p.Start("main").Get(p, nil), &failure)
	}},
	{"child-retry", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) (int32, error) {
			options := workflow.ChildWorkflowOptions{
				RetryPolicy: &temporal.RetryPolicy{InitialInterval: 10 * time.Millisecond, MaximumAttempts: 3},
			}
			var attempt int32
			err := workflow.ExecuteChildWorkflow(workflow.WithChildOptions(ctx, options), "child").Get(ctx, &attempt)
			return attempt, err
		})
		p.Workflow("child", func(ctx workflow.Context) (int32, error) {
			if attempt := workflow.GetInfo(ctx).Attempt; attempt == 3 {
				return attempt, nil
			}
			return 0, errors.New("again")
		})
		p.Equal(int32(3), Run[int32](p, "main"))
	}},
	{"child-id-taken", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context, id string) (bool, error) {
			options := workflow.ChildWorkflowOptions{WorkflowID: id}
			err := workflow.ExecuteChildWorkflow(workflow.WithChildOptions(ctx, options), "child").Get(ctx, nil)
			return temporal.IsWorkflowExecutionAlreadyStartedError(err), nil
		})
		p.Workflow("child", func(ctx workflow.Context) error { return workflow.Sleep(ctx, time.Hour) })
		taken := p.Start("child")
		p.True(Run[bool](p, "main", taken.GetID()))
		p.NoError(p.Client.TerminateWorkflow(p, taken.GetID(), "", ""))
	}},
	{"child-signal", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) ([]int, error) {
			child := workflow.ExecuteChildWorkflow(ctx, "child", 1)
			if err := child.SignalChildWorkflow(ctx, "add", 9).Get(ctx, nil); err != nil {
				return nil, err
			}
			var amounts []int
			err := child.Get(ctx, &amounts)
			return amounts, err
		})
		p.Workflow("child", sumsSignals)
		p.Equal([]int{9}, Run[[]int](p, "main"))
	}},
	{"child-continues-as-new", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) (int, error) {
			var answer int
			err := workflow.ExecuteChildWorkflow(ctx, "child", 3).Get(ctx, &answer)
			return answer, err
		})
		p.Workflow("child", func(ctx workflow.Context, left int) (int, error) {
			if left > 0 {
				return 0, workflow.NewContinueAsNewError(ctx, "child", left-1)
			}
			return 77, nil
		})
		p.Equal(77, Run[int](p, "main"))
	}},
	{"child-cancel-wait", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) (string, error) {
			options := workflow.ChildWorkflowOptions{WaitForCancellation: true}
			cancellable, cancel := workflow.WithCancel(workflow.WithChildOptions(ctx, options))
			child := workflow.ExecuteChildWorkflow(cancellable, "child")
			if err := child.GetChildWorkflowExecution().Get(ctx, nil); err != nil {
				return "", err
			}
			cancel()
			var answer string
			err := child.Get(ctx, &answer)
			return answer, err
		})
		p.Workflow("child", func(ctx workflow.Context) (string, error) {
			if err := workflow.Sleep(ctx, time.Hour); !temporal.IsCanceledError(err) {
				return "", err
			}
			disconnected, _ := workflow.NewDisconnectedContext(ctx)
			return "cleaned up", workflow.Sleep(disconnected, 100*time.Millisecond)
		})
		p.Equal("cleaned up", Run[string](p, "main"))
	}},
	{"child-terminated", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context, id string) (bool, error) {
			options := workflow.ChildWorkflowOptions{WorkflowID: id}
			err := workflow.ExecuteChildWorkflow(workflow.WithChildOptions(ctx, options), "child").Get(ctx, nil)
			var terminated *temporal.TerminatedError
			return errors.As(err, &terminated), nil
		})
		p.Workflow("child", func(ctx workflow.Context) error { return workflow.Sleep(ctx, time.Hour) })
		run := p.Start("main", p.ID("child"))
		p.Await("the child", func() bool {
			return p.Client.TerminateWorkflow(p, p.ID("child"), "", "by hand") == nil
		})
		p.True(Answer[bool](p, run))
	}},
}

var closePolicyFeatures = []Feature{
	{"parent-close-terminate", func(p *Program) {
		p.Equal(enumspb.WORKFLOW_EXECUTION_STATUS_TERMINATED, orphan(p, enumspb.PARENT_CLOSE_POLICY_TERMINATE))
	}},
	{"parent-close-request-cancel", func(p *Program) {
		p.Equal(enumspb.WORKFLOW_EXECUTION_STATUS_CANCELED, orphan(p, enumspb.PARENT_CLOSE_POLICY_REQUEST_CANCEL))
	}},
	{"parent-close-abandon", func(p *Program) {
		p.Equal(enumspb.WORKFLOW_EXECUTION_STATUS_COMPLETED, orphan(p, enumspb.PARENT_CLOSE_POLICY_ABANDON))
	}},
}

// orphan answers how a child ends whose parent closed before it.
func orphan(p *Program, policy enumspb.ParentClosePolicy) enumspb.WorkflowExecutionStatus {
	p.Workflow("main", func(ctx workflow.Context, id string) error {
		options := workflow.ChildWorkflowOptions{WorkflowID: id, ParentClosePolicy: policy}
		child := workflow.ExecuteChildWorkflow(workflow.WithChildOptions(ctx, options), "child")
		return child.GetChildWorkflowExecution().Get(ctx, nil)
	})
	p.Workflow("child", func(ctx workflow.Context) error {
		selector := workflow.NewSelector(ctx)
		selector.AddReceive(workflow.GetSignalChannel(ctx, "go"), func(workflow.ReceiveChannel, bool) {})
		selector.AddReceive(ctx.Done(), func(workflow.ReceiveChannel, bool) {})
		selector.Select(ctx)
		return ctx.Err()
	})
	p.NoError(p.Start("main", p.ID("child")).Get(p, nil))
	child := p.Client.GetWorkflow(p, p.ID("child"), "")
	if policy == enumspb.PARENT_CLOSE_POLICY_ABANDON {
		p.Equal(enumspb.WORKFLOW_EXECUTION_STATUS_RUNNING, p.Status(child))
		p.NoError(p.Client.SignalWorkflow(p, child.GetID(), "", "go", nil))
	}
	p.Closed(child)
	return p.Status(child)
}
