// Activity timeouts, heartbeats, and activities that somebody else completes.
package main

import (
	"context"
	"errors"
	"time"

	enumspb "go.temporal.io/api/enums/v1"
	"go.temporal.io/api/serviceerror"
	"go.temporal.io/api/workflowservice/v1"
	"go.temporal.io/sdk/activity"
	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/worker"
	"go.temporal.io/sdk/workflow"
)

var activityTimeoutFeatures = []Feature{
	{"activity-timeout-start-to-close", func(p *Program) {
		failure := timedOutActivity(p, workflow.ActivityOptions{
			StartToCloseTimeout: time.Second, RetryPolicy: &temporal.RetryPolicy{MaximumAttempts: 1},
		})
		p.Equal(enumspb.TIMEOUT_TYPE_START_TO_CLOSE, failure.TimeoutType())
	}},
	{"activity-timeout-schedule-to-start", func(p *Program) {
		failure := timedOutActivity(p, workflow.ActivityOptions{
			TaskQueue: p.Queue + "-nobody", ScheduleToStartTimeout: time.Second, StartToCloseTimeout: time.Minute,
		})
		p.Equal(enumspb.TIMEOUT_TYPE_SCHEDULE_TO_START, failure.TimeoutType())
	}},
	{"activity-timeout-schedule-to-close", func(p *Program) {
		failure := timedOutActivity(p, workflow.ActivityOptions{
			ScheduleToCloseTimeout: time.Second, RetryPolicy: &temporal.RetryPolicy{MaximumAttempts: 1},
		})
		// The attempt's own timeout is cut to the same moment: either may be told.
		p.Contains([]enumspb.TimeoutType{enumspb.TIMEOUT_TYPE_SCHEDULE_TO_CLOSE, enumspb.TIMEOUT_TYPE_START_TO_CLOSE},
			failure.TimeoutType())
	}},
	{"activity-timeout-heartbeat", func(p *Program) {
		failure := timedOutActivity(p, workflow.ActivityOptions{
			StartToCloseTimeout: time.Minute, HeartbeatTimeout: time.Second,
			RetryPolicy: &temporal.RetryPolicy{MaximumAttempts: 1},
		})
		p.Equal(enumspb.TIMEOUT_TYPE_HEARTBEAT, failure.TimeoutType())
		var details string
		p.NoError(failure.LastHeartbeatDetails(&details))
		p.Equal("last words", details)
	}},
	{"activity-heartbeat-resume", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) (int, error) {
			var from int
			err := workflow.ExecuteActivity(short(ctx), "count").Get(ctx, &from)
			return from, err
		})
		p.Activity("count", func(ctx context.Context) (int, error) {
			if activity.HasHeartbeatDetails(ctx) {
				var from int
				err := activity.GetHeartbeatDetails(ctx, &from)
				return from, err
			}
			activity.RecordHeartbeat(ctx, 42)
			return 0, errors.New("dies halfway")
		})
		p.Equal(42, Run[int](p, "main"))
	}},
	{"activity-heartbeat-described", func(p *Program) {
		beaten, done := make(chan struct{}), make(chan struct{})
		p.Workflow("main", func(ctx workflow.Context) error {
			return workflow.ExecuteActivity(once(ctx), "beat").Get(ctx, nil)
		})
		p.Activity("beat", func(ctx context.Context) error {
			activity.RecordHeartbeat(ctx, "at 7")
			close(beaten)
			<-done
			return nil
		})
		run := p.Start("main")
		<-beaten
		p.Await("heartbeat details", func() bool {
			pending := p.Describe(run).PendingActivities
			if len(pending) != 1 || pending[0].HeartbeatDetails == nil {
				return false
			}
			var details string
			p.NoError(client.NewValues(pending[0].HeartbeatDetails).Get(&details))
			return details == "at 7"
		})
		close(done)
		p.NoError(run.Get(p, nil))
	}},
}

// timedOutActivity answers why the activity's options ended it.
func timedOutActivity(p *Program, options workflow.ActivityOptions) *temporal.TimeoutError {
	p.Workflow("main", func(ctx workflow.Context) error {
		return workflow.ExecuteActivity(workflow.WithActivityOptions(ctx, options), "hang").Get(ctx, nil)
	})
	ended := make(chan struct{})
	p.Activity("hang", func(ctx context.Context) error {
		activity.RecordHeartbeat(ctx, "last words")
		<-ended
		return nil
	})
	p.Serve(worker.Options{DisableEagerActivities: true})
	err := p.Start("main").Get(p, nil)
	close(ended)
	var failure *temporal.TimeoutError
	p.ErrorAs(err, &failure)
	return failure
}

var asyncActivityFeatures = []Feature{
	{"activity-async-by-token", func(p *Program) {
		token, run := asyncActivity(p)
		p.NoError(p.Client.RecordActivityHeartbeat(p, token, "still here"))
		p.NoError(p.Client.CompleteActivity(p, token, "from outside", nil))
		p.Equal("from outside", Answer[string](p, run))
		var missing *serviceerror.NotFound
		p.ErrorAs(p.Client.CompleteActivity(p, token, "twice", nil), &missing)
	}},
	{"activity-async-by-id", func(p *Program) {
		_, run := asyncActivity(p)
		p.NoError(p.Client.RecordActivityHeartbeatByID(p, p.Namespace, run.GetID(), "", "async", "still here"))
		p.NoError(p.Client.CompleteActivityByID(p, p.Namespace, run.GetID(), "", "async", "by its id", nil))
		p.Equal("by its id", Answer[string](p, run))
	}},
	{"activity-async-failure", func(p *Program) {
		token, run := asyncActivity(p)
		refused := temporal.NewNonRetryableApplicationError("refused", "Refused", nil)
		p.NoError(p.Client.CompleteActivity(p, token, nil, refused))
		p.Equal("Refused", p.Application(run.Get(p, nil)).Type())
	}},
	{"activity-async-cancel", func(p *Program) {
		token, run := asyncActivity(p)
		p.NoError(p.Client.CancelWorkflow(p, run.GetID(), ""))
		p.Await("the request to cancel", func() bool {
			beat, err := p.Client.WorkflowService().RecordActivityTaskHeartbeat(p, heartbeatOf(p, token))
			p.NoError(err)
			return beat.CancelRequested
		})
		p.NoError(p.Client.CompleteActivity(p, token, nil, temporal.NewCanceledError("gave up")))
		p.Equal("canceled", Answer[string](p, run))
	}},
}

// asyncActivity starts a workflow whose activity waits for a completion from outside; answers its token.
func asyncActivity(p *Program) ([]byte, client.WorkflowRun) {
	tokens := make(chan []byte, 1)
	p.Workflow("main", func(ctx workflow.Context) (string, error) {
		var answer string
		options := workflow.ActivityOptions{
			ActivityID: "async", StartToCloseTimeout: time.Minute, WaitForCancellation: true,
			RetryPolicy: &temporal.RetryPolicy{MaximumAttempts: 1},
		}
		err := workflow.ExecuteActivity(workflow.WithActivityOptions(ctx, options), "async").Get(ctx, &answer)
		if temporal.IsCanceledError(err) {
			return "canceled", nil
		}
		return answer, err
	})
	p.Activity("async", func(ctx context.Context) (string, error) {
		tokens <- activity.GetInfo(ctx).TaskToken
		return "", activity.ErrResultPending
	})
	run := p.Start("main")
	return <-tokens, run
}

func heartbeatOf(p *Program, token []byte) *workflowservice.RecordActivityTaskHeartbeatRequest {
	return &workflowservice.RecordActivityTaskHeartbeatRequest{Namespace: p.Namespace, TaskToken: token}
}
