// Local activities: markers instead of events, retries by timer, and workflow tasks kept alive by heartbeats.
package main

import (
	"context"
	"errors"
	"time"

	enumspb "go.temporal.io/api/enums/v1"
	"go.temporal.io/sdk/activity"
	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/workflow"
)

var localActivityFeatures = []Feature{
	{"local-activity", func(p *Program) {
		p.Workflow("main", localWorkflow(workflow.LocalActivityOptions{StartToCloseTimeout: 10 * time.Second}, func(
			_ context.Context,
		) (string, error) {
			return "near", nil
		}))
		run := p.Start("main")
		p.Equal("near", Answer[string](p, run))
		p.Contains(p.Types(run), enumspb.EVENT_TYPE_MARKER_RECORDED)
		p.NotContains(p.Types(run), enumspb.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED)
	}},
	{"local-activity-retry", func(p *Program) {
		p.Workflow("main", localWorkflow(retriedLocally(time.Millisecond), failsTwice))
		p.Equal("at last", Run[string](p, "main"))
	}},
	{"local-activity-retry-by-timer", func(p *Program) {
		// A wait longer than the workflow task becomes a timer of the server.
		p.Workflow("main", localWorkflow(retriedLocally(1500*time.Millisecond), failsTwice))
		run := p.StartWith(client.StartWorkflowOptions{WorkflowTaskTimeout: time.Second}, "main")
		p.Equal("at last", Answer[string](p, run))
		p.Contains(p.Types(run), enumspb.EVENT_TYPE_TIMER_FIRED)
	}},
	{"local-activity-long", func(p *Program) {
		// Longer than the workflow task's timeout: the worker completes the task and asks for a new one, again and again.
		p.Workflow("main", localWorkflow(workflow.LocalActivityOptions{StartToCloseTimeout: 30 * time.Second}, func(
			_ context.Context,
		) (string, error) {
			time.Sleep(5 * time.Second)
			return "slow", nil
		}))
		run := p.StartWith(client.StartWorkflowOptions{WorkflowTaskTimeout: 2 * time.Second}, "main")
		p.Equal("slow", Answer[string](p, run))
		types := p.Types(run)
		p.NotContains(types, enumspb.EVENT_TYPE_WORKFLOW_TASK_TIMED_OUT)
		p.Greater(count(types, enumspb.EVENT_TYPE_WORKFLOW_TASK_COMPLETED), 2)
	}},
	{"local-activity-timeout", func(p *Program) {
		options := workflow.LocalActivityOptions{
			StartToCloseTimeout: 300 * time.Millisecond, RetryPolicy: &temporal.RetryPolicy{MaximumAttempts: 1},
		}
		p.Workflow("main", localWorkflow(options, func(ctx context.Context) (string, error) {
			// Later than its context's end: the worker, not the function, has to say that time is over.
			<-ctx.Done()
			time.Sleep(time.Second)
			return "", nil
		}))
		var failure *temporal.TimeoutError
		p.ErrorAs(p.Start("main").Get(p, nil), &failure)
	}},
	{"local-activity-failure", func(p *Program) {
		options := workflow.LocalActivityOptions{StartToCloseTimeout: 10 * time.Second}
		p.Workflow("main", localWorkflow(options, func(context.Context) (string, error) {
			return "", temporal.NewNonRetryableApplicationError("no", "Refused", nil, "why")
		}))
		p.Equal("Refused", p.Application(p.Start("main").Get(p, nil)).Type())
	}},
}

func localWorkflow(
	options workflow.LocalActivityOptions, local func(context.Context) (string, error),
) func(workflow.Context) (string, error) {
	return func(ctx workflow.Context) (string, error) {
		var answer string
		err := workflow.ExecuteLocalActivity(workflow.WithLocalActivityOptions(ctx, options), local).Get(ctx, &answer)
		return answer, err
	}
}

func retriedLocally(interval time.Duration) workflow.LocalActivityOptions {
	return workflow.LocalActivityOptions{
		ScheduleToCloseTimeout: 30 * time.Second,
		RetryPolicy:            &temporal.RetryPolicy{InitialInterval: interval, BackoffCoefficient: 1, MaximumAttempts: 5},
	}
}

func failsTwice(ctx context.Context) (string, error) {
	if activity.GetInfo(ctx).Attempt < 3 {
		return "", errors.New("not yet")
	}
	return "at last", nil
}

func count(types []enumspb.EventType, wanted enumspb.EventType) int {
	found := 0
	for _, eventType := range types {
		if eventType == wanted {
			found++
		}
	}
	return found
}
