// Timers, signals and queries.
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

var timerFeatures = []Feature{
	{"timer", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) (float64, error) {
			before := workflow.Now(ctx)
			err := workflow.Sleep(ctx, 1100*time.Millisecond)
			return workflow.Now(ctx).Sub(before).Seconds(), err
		})
		p.GreaterOrEqual(Run[float64](p, "main"), 1.09)
	}},
	{"timer-cancel", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) (bool, error) {
			cancellable, cancel := workflow.WithCancel(ctx)
			timer := workflow.NewTimer(cancellable, time.Hour)
			if err := workflow.Sleep(ctx, 100*time.Millisecond); err != nil {
				return false, err
			}
			cancel()
			return temporal.IsCanceledError(timer.Get(ctx, nil)), nil
		})
		run := p.Start("main")
		p.True(Answer[bool](p, run))
		p.Contains(p.Types(run), enumspb.EVENT_TYPE_TIMER_CANCELED)
	}},
	{"timer-summary", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) error {
			options := workflow.TimerOptions{Summary: "a short nap"}
			return workflow.NewTimerWithOptions(ctx, 10*time.Millisecond, options).Get(ctx, nil)
		})
		run := p.Start("main")
		p.NoError(run.Get(p, nil))
		event := p.Event(run, enumspb.EVENT_TYPE_TIMER_STARTED)
		p.Equal(`"a short nap"`, string(event.UserMetadata.Summary.Data))
	}},
	{"condition-timeout", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) (bool, error) {
			return workflow.AwaitWithTimeout(ctx, 200*time.Millisecond, func() bool { return false })
		})
		p.False(Run[bool](p, "main"))
	}},
}

var signalFeatures = []Feature{
	{"signal", func(p *Program) {
		p.Workflow("main", sumsSignals)
		run := p.Start("main", 3)
		for _, amount := range []int{1, 2, 4} {
			p.NoError(p.Client.SignalWorkflow(p, run.GetID(), run.GetRunID(), "add", amount))
		}
		p.Equal([]int{1, 2, 4}, Answer[[]int](p, run))
	}},
	{"signal-before-worker", func(p *Program) {
		p.Workflow("main", sumsSignals)
		options := p.filled(client.StartWorkflowOptions{})
		run, err := p.Client.ExecuteWorkflow(p, options, "main", 2)
		p.NoError(err)
		p.NoError(p.Client.SignalWorkflow(p, run.GetID(), "", "add", 1))
		p.NoError(p.Client.SignalWorkflow(p, run.GetID(), "", "add", 2))
		p.Serve(worker.Options{})
		p.Equal([]int{1, 2}, Answer[[]int](p, run))
	}},
	{"signal-with-start", func(p *Program) {
		p.Workflow("main", sumsSignals)
		p.Serve(worker.Options{})
		options := p.filled(client.StartWorkflowOptions{})
		first, err := p.Client.SignalWithStartWorkflow(p, options.ID, "add", 1, options, "main", 2)
		p.NoError(err)
		second, err := p.Client.SignalWithStartWorkflow(p, options.ID, "add", 2, options, "main", 2)
		p.NoError(err)
		p.Equal(first.GetRunID(), second.GetRunID())
		p.Equal([]int{1, 2}, Answer[[]int](p, second))
	}},
	{"signal-closed", func(p *Program) {
		p.Workflow("main", func(workflow.Context) error { return nil })
		run := p.Start("main")
		p.NoError(run.Get(p, nil))
		var missing *serviceerror.NotFound
		p.ErrorAs(p.Client.SignalWorkflow(p, run.GetID(), "", "add", 1), &missing)
	}},
	{"signal-external", func(p *Program) {
		p.Workflow("main", sumsSignals)
		p.Workflow("sender", func(ctx workflow.Context, target string) error {
			return workflow.SignalExternalWorkflow(ctx, target, "", "add", 5).Get(ctx, nil)
		})
		run := p.Start("main", 1)
		p.NoError(p.Start("sender", run.GetID()).Get(p, nil))
		p.Equal([]int{5}, Answer[[]int](p, run))
	}},
	{"signal-external-missing", func(p *Program) {
		p.Workflow("sender", func(ctx workflow.Context) (bool, error) {
			err := workflow.SignalExternalWorkflow(ctx, "nobody-"+p.Queue, "", "add", 5).Get(ctx, nil)
			var unknown *temporal.UnknownExternalWorkflowExecutionError
			return errors.As(err, &unknown), nil
		})
		p.True(Run[bool](p, "sender"))
	}},
	{"cancel-external", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) error { return workflow.Sleep(ctx, time.Hour) })
		p.Workflow("canceller", func(ctx workflow.Context, target string) error {
			return workflow.RequestCancelExternalWorkflow(ctx, target, "").Get(ctx, nil)
		})
		run := p.Start("main")
		p.NoError(p.Start("canceller", run.GetID()).Get(p, nil))
		p.True(temporal.IsCanceledError(run.Get(p, nil)))
	}},
	{"cancel-external-missing", func(p *Program) {
		p.Workflow("canceller", func(ctx workflow.Context) (bool, error) {
			err := workflow.RequestCancelExternalWorkflow(ctx, "nobody-"+p.Queue, "").Get(ctx, nil)
			var unknown *temporal.UnknownExternalWorkflowExecutionError
			return errors.As(err, &unknown), nil
		})
		p.True(Run[bool](p, "canceller"))
	}},
}

// sumsSignals answers the amounts of the first signals in their order.
func sumsSignals(ctx workflow.Context, expected int) ([]int, error) {
	var amounts []int
	for range expected {
		var amount int
		workflow.GetSignalChannel(ctx, "add").Receive(ctx, &amount)
		amounts = append(amounts, amount)
	}
	return amounts, nil
}

var queryFeatures = []Feature{
	{"query-open", func(p *Program) {
		p.Workflow("main", queryable)
		run := p.Start("main")
		var state string
		p.Query(run, "state", &state)
		p.Equal("waiting", state)
		p.NoError(p.Client.SignalWorkflow(p, run.GetID(), "", "go", nil))
		p.NoError(run.Get(p, nil))
	}},
	{"query-after-signal", func(p *Program) {
		// A query sees every signal that was accepted before it.
		p.Workflow("main", func(ctx workflow.Context) error {
			total := 0
			err := workflow.SetQueryHandler(ctx, "total", func() (int, error) { return total, nil })
			for err == nil && total < 55 {
				var amount int
				workflow.GetSignalChannel(ctx, "add").Receive(ctx, &amount)
				total += amount
			}
			return err
		})
		run := p.Start("main")
		sum := 0
		for amount := 1; amount <= 10; amount++ {
			sum += amount
			p.NoError(p.Client.SignalWorkflow(p, run.GetID(), "", "add", amount))
			var total int
			p.Query(run, "total", &total)
			p.Equal(sum, total)
		}
	}},
	{"query-closed", func(p *Program) {
		p.Workflow("main", queryable)
		run := p.Start("main")
		p.NoError(p.Client.SignalWorkflow(p, run.GetID(), "", "go", nil))
		p.NoError(run.Get(p, nil))
		var state string
		p.Query(run, "state", &state)
		p.Equal("done", state)
	}},
	{"query-failing", func(p *Program) {
		p.Workflow("main", queryable)
		run := p.Start("main")
		_, err := p.Client.QueryWorkflow(p, run.GetID(), "", "broken")
		var failed *serviceerror.QueryFailed
		p.ErrorAs(err, &failed)
		p.Contains(err.Error(), "it is broken")
	}},
	{"query-unknown", func(p *Program) {
		p.Workflow("main", queryable)
		run := p.Start("main")
		_, err := p.Client.QueryWorkflow(p, run.GetID(), "", "no such query")
		var failed *serviceerror.QueryFailed
		p.ErrorAs(err, &failed)
	}},
	{"query-rejected", func(p *Program) {
		p.Workflow("main", queryable)
		run := p.Start("main")
		p.NoError(p.Client.TerminateWorkflow(p, run.GetID(), "", "enough"))
		response, err := p.Client.QueryWorkflowWithOptions(p, &client.QueryWorkflowWithOptionsRequest{
			WorkflowID: run.GetID(), QueryType: "state",
			QueryRejectCondition: enumspb.QUERY_REJECT_CONDITION_NOT_OPEN,
		})
		p.NoError(err)
		p.Equal(enumspb.WORKFLOW_EXECUTION_STATUS_TERMINATED, response.QueryRejected.Status)
	}},
	{"query-stack-trace", func(p *Program) {
		p.Workflow("main", queryable)
		run := p.Start("main")
		var trace string
		p.Query(run, client.QueryTypeStackTrace, &trace)
		p.Contains(trace, "queryable")
	}},
	{"query-no-worker", func(p *Program) {
		run, err := p.Client.ExecuteWorkflow(p, p.filled(client.StartWorkflowOptions{}), "main")
		p.NoError(err)
		_, err = p.Client.QueryWorkflow(p, run.GetID(), "", "state")
		p.Error(err)
		p.NoError(p.Client.TerminateWorkflow(p, run.GetID(), "", "nobody works here"))
	}},
}

// queryable waits for the signal "go" and tells its state.
func queryable(ctx workflow.Context) error {
	state := "waiting"
	if err := workflow.SetQueryHandler(ctx, "state", func() (string, error) { return state, nil }); err != nil {
		return err
	}
	broken := func() (string, error) { return "", errors.New("it is broken") }
	if err := workflow.SetQueryHandler(ctx, "broken", broken); err != nil {
		return err
	}
	workflow.GetSignalChannel(ctx, "go").Receive(ctx, nil)
	state = "done"
	return nil
}
