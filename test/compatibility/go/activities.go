// Activities: results, retries and cancellation.
package main

import (
	"context"
	"errors"
	"sync/atomic"
	"time"

	enumspb "go.temporal.io/api/enums/v1"
	"go.temporal.io/api/workflowservice/v1"
	"go.temporal.io/sdk/activity"
	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/converter"
	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/worker"
	"go.temporal.io/sdk/workflow"
	"google.golang.org/grpc"
)

var activityFeatures = []Feature{
	{"activity-result", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context, name string) (string, error) {
			var greeting string
			err := workflow.ExecuteActivity(short(ctx), "greet", name).Get(ctx, &greeting)
			return greeting, err
		})
		p.Activity("greet", func(_ context.Context, name string) (string, error) { return "Hello, " + name, nil })
		run := p.Start("main", "Ada")
		p.Equal("Hello, Ada", Answer[string](p, run))
		p.Equal([]enumspb.EventType{
			enumspb.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED,
			enumspb.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED,
			enumspb.EVENT_TYPE_WORKFLOW_TASK_STARTED,
			enumspb.EVENT_TYPE_WORKFLOW_TASK_COMPLETED,
			enumspb.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED,
			enumspb.EVENT_TYPE_ACTIVITY_TASK_STARTED,
			enumspb.EVENT_TYPE_ACTIVITY_TASK_COMPLETED,
			enumspb.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED,
			enumspb.EVENT_TYPE_WORKFLOW_TASK_STARTED,
			enumspb.EVENT_TYPE_WORKFLOW_TASK_COMPLETED,
			enumspb.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED,
		}, p.Types(run))
	}},
	{"activity-parallel", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) (int, error) {
			var futures []workflow.Future
			for i := range 30 {
				futures = append(futures, workflow.ExecuteActivity(short(ctx), "double", i))
			}
			sum := 0
			for _, future := range futures {
				var doubled int
				if err := future.Get(ctx, &doubled); err != nil {
					return 0, err
				}
				sum += doubled
			}
			return sum, nil
		})
		p.Activity("double", func(_ context.Context, n int) (int, error) { return 2 * n, nil })
		p.Equal(870, Run[int](p, "main"))
	}},
	{"activity-info", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) (map[string]any, error) {
			var info map[string]any
			options := workflow.ActivityOptions{
				ActivityID: "mine", StartToCloseTimeout: 20 * time.Second, ScheduleToCloseTimeout: 30 * time.Second,
			}
			err := workflow.ExecuteActivity(workflow.WithActivityOptions(ctx, options), "describe").Get(ctx, &info)
			return info, err
		})
		p.Activity("describe", func(ctx context.Context) (map[string]any, error) {
			info := activity.GetInfo(ctx)
			return map[string]any{
				"id": info.ActivityID, "type": info.ActivityType.Name, "attempt": info.Attempt,
				"workflow": info.WorkflowExecution.ID, "workflowType": info.WorkflowType.Name,
				"queue": info.TaskQueue, "namespace": info.WorkflowNamespace, "hasToken": len(info.TaskToken) > 0,
				"secondsLeft": info.Deadline.Sub(info.StartedTime).Round(time.Second).Seconds(),
			}, nil
		})
		run := p.Start("main")
		p.Equal(map[string]any{
			"id": "mine", "type": "describe", "attempt": 1.0, "workflow": run.GetID(), "workflowType": "main",
			"queue": p.Queue, "namespace": p.Namespace, "hasToken": true, "secondsLeft": 20.0,
		}, Answer[map[string]any](p, run))
	}},
	{"activity-retry", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) (int32, error) {
			var attempt int32
			err := workflow.ExecuteActivity(short(ctx), "flaky").Get(ctx, &attempt)
			return attempt, err
		})
		p.Activity("flaky", func(ctx context.Context) (int32, error) {
			attempt := activity.GetInfo(ctx).Attempt
			if attempt < 3 {
				return 0, errors.New("not yet")
			}
			return attempt, nil
		})
		run := p.Start("main")
		p.Equal(int32(3), Answer[int32](p, run))
		started := p.Event(run, enumspb.EVENT_TYPE_ACTIVITY_TASK_STARTED).GetActivityTaskStartedEventAttributes()
		p.Equal(int32(3), started.Attempt)
		p.Equal("not yet", started.LastFailure.Message)
	}},
	{"activity-retry-exhausted", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) error {
			options := workflow.ActivityOptions{
				StartToCloseTimeout: 30 * time.Second,
				RetryPolicy:         &temporal.RetryPolicy{InitialInterval: time.Millisecond, MaximumAttempts: 2},
			}
			return workflow.ExecuteActivity(workflow.WithActivityOptions(ctx, options), "fail").Get(ctx, nil)
		})
		var attempts atomic.Int32
		p.Activity("fail", func(context.Context) error {
			attempts.Add(1)
			return temporal.NewApplicationError("as asked", "Usual", "because", 7)
		})
		err := p.Start("main").Get(p, nil)
		var failure *temporal.ActivityError
		p.ErrorAs(err, &failure)
		p.Equal(enumspb.RETRY_STATE_MAXIMUM_ATTEMPTS_REACHED, failure.RetryState())
		application := p.Application(err)
		p.Equal("Usual", application.Type())
		var why string
		var number int
		p.NoError(application.Details(&why, &number))
		p.Equal("because 7", why+" "+string(rune('0'+number)))
		p.Equal(int32(2), attempts.Load())
	}},
	{"activity-non-retryable", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context, kind string) error {
			options := workflow.ActivityOptions{
				StartToCloseTimeout: 30 * time.Second,
				RetryPolicy:         &temporal.RetryPolicy{NonRetryableErrorTypes: []string{"Fatal"}},
			}
			return workflow.ExecuteActivity(workflow.WithActivityOptions(ctx, options), "fail", kind).Get(ctx, nil)
		})
		p.Activity("fail", func(_ context.Context, kind string) error {
			if kind == "Fatal" {
				return temporal.NewApplicationError("named by the policy", kind)
			}
			return temporal.NewNonRetryableApplicationError("says so itself", kind, nil)
		})
		for _, kind := range []string{"Fatal", "Other"} {
			var failure *temporal.ActivityError
			p.ErrorAs(p.Start("main", kind).Get(p, nil), &failure)
			p.Equal(enumspb.RETRY_STATE_NON_RETRYABLE_FAILURE, failure.RetryState())
		}
	}},
	{"activity-next-retry-delay", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) (float64, error) {
			options := workflow.ActivityOptions{
				StartToCloseTimeout: 30 * time.Second,
				RetryPolicy:         &temporal.RetryPolicy{InitialInterval: time.Hour},
			}
			before := workflow.Now(ctx)
			err := workflow.ExecuteActivity(workflow.WithActivityOptions(ctx, options), "wait").Get(ctx, nil)
			return workflow.Now(ctx).Sub(before).Seconds(), err
		})
		p.Activity("wait", func(ctx context.Context) error {
			if activity.GetInfo(ctx).Attempt > 1 {
				return nil
			}
			options := temporal.ApplicationErrorOptions{NextRetryDelay: 700 * time.Millisecond}
			return temporal.NewApplicationErrorWithOptions("later", "Later", options)
		})
		p.GreaterOrEqual(Run[float64](p, "main"), 0.69)
	}},
	{"activity-cancel-try", func(p *Program) {
		p.Equal([]string{"canceled", "canceled"}, cancelActivity(p, false, enumspb.EVENT_TYPE_ACTIVITY_TASK_CANCEL_REQUESTED))
	}},
	{"activity-cancel-wait", func(p *Program) {
		p.Equal([]string{"canceled", "canceled"}, cancelActivity(p, true, enumspb.EVENT_TYPE_ACTIVITY_TASK_CANCELED))
	}},
	{"activity-cancel-ignored", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) (string, error) {
			return cancelledActivity(ctx, workflow.ActivityOptions{WaitForCancellation: true})
		})
		p.Activity("linger", func(ctx context.Context) (string, error) {
			for ctx.Err() == nil {
				activity.RecordHeartbeat(ctx)
				time.Sleep(20 * time.Millisecond)
			}
			return "finished anyway", nil
		})
		p.Equal("finished anyway", Run[string](p, "main"))
	}},
	{"activity-eager", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) error {
			return workflow.ExecuteActivity(short(ctx), "noop").Get(ctx, nil)
		})
		p.Activity("noop", func(context.Context) error { return nil })
		// The activity comes with the answer to the workflow task, not by a poll.
		var eager atomic.Int32
		watching := p.Dial(func(options *client.Options) {
			options.ConnectionOptions.DialOptions = []grpc.DialOption{grpc.WithChainUnaryInterceptor(func(
				ctx context.Context, method string, request, reply any, c *grpc.ClientConn, call grpc.UnaryInvoker, more ...grpc.CallOption,
			) error {
				err := call(ctx, method, request, reply, c, more...)
				if answer, ok := reply.(*workflowservice.RespondWorkflowTaskCompletedResponse); ok {
					eager.Add(int32(len(answer.ActivityTasks)))
				}
				return err
			})}
		})
		p.served = p.ServeOn(watching, p.Queue, worker.Options{})
		p.NoError(p.Start("main").Get(p, nil))
		p.Equal(int32(1), eager.Load())
	}},
	{"activity-summary", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) error {
			options := workflow.ActivityOptions{StartToCloseTimeout: 30 * time.Second, Summary: "to greet"}
			return workflow.ExecuteActivity(workflow.WithActivityOptions(ctx, options), "noop").Get(ctx, nil)
		})
		p.Activity("noop", func(context.Context) error { return nil })
		run := p.Start("main")
		p.NoError(run.Get(p, nil))
		event := p.Event(run, enumspb.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED)
		p.Equal(`"to greet"`, string(event.UserMetadata.Summary.Data))
	}},
	{"activity-on-another-queue", func(p *Program) {
		other := p.Queue + "-other"
		p.Workflow("main", func(ctx workflow.Context) (string, error) {
			var queue string
			options := workflow.ActivityOptions{TaskQueue: other, StartToCloseTimeout: 30 * time.Second}
			err := workflow.ExecuteActivity(workflow.WithActivityOptions(ctx, options), "where").Get(ctx, &queue)
			return queue, err
		})
		p.Activity("where", func(ctx context.Context) (string, error) { return activity.GetInfo(ctx).TaskQueue, nil })
		p.ServeOn(p.Client, other, worker.Options{DisableWorkflowWorker: true})
		p.Equal(other, Run[string](p, "main"))
	}},
	{"activity-dynamic", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) (string, error) {
			var answer string
			err := workflow.ExecuteActivity(short(ctx), "nobody registered this").Get(ctx, &answer)
			return answer, err
		})
		p.Register(func(r worker.Registry) {
			r.RegisterDynamicActivity(func(ctx context.Context, _ converter.EncodedValues) (string, error) {
				return activity.GetInfo(ctx).ActivityType.Name, nil
			}, activity.DynamicRegisterOptions{})
		})
		p.Equal("nobody registered this", Run[string](p, "main"))
	}},
	{"activity-session", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) (bool, error) {
			session, err := workflow.CreateSession(short(ctx), &workflow.SessionOptions{
				CreationTimeout: 20 * time.Second, ExecutionTimeout: 30 * time.Second,
			})
			if err != nil {
				return false, err
			}
			defer workflow.CompleteSession(session)
			var first, second string
			if err := workflow.ExecuteActivity(session, "where").Get(session, &first); err != nil {
				return false, err
			}
			err = workflow.ExecuteActivity(session, "where").Get(session, &second)
			return first == second && first != p.Queue, err
		})
		p.Activity("where", func(ctx context.Context) (string, error) { return activity.GetInfo(ctx).TaskQueue, nil })
		p.Serve(worker.Options{EnableSessionWorker: true})
		p.True(Run[bool](p, "main"))
	}},
}

// cancelActivity answers what the workflow and the activity saw of a cancellation.
func cancelActivity(p *Program, wait bool, expected enumspb.EventType) []string {
	seen := make(chan string, 1)
	p.Workflow("main", func(ctx workflow.Context) (string, error) {
		return cancelledActivity(ctx, workflow.ActivityOptions{WaitForCancellation: wait})
	})
	p.Activity("linger", func(ctx context.Context) (string, error) {
		for ctx.Err() == nil {
			activity.RecordHeartbeat(ctx)
			time.Sleep(20 * time.Millisecond)
		}
		if errors.Is(context.Cause(ctx), context.Canceled) || ctx.Err() != nil {
			seen <- "canceled"
		}
		return "", ctx.Err()
	})
	run := p.Start("main")
	workflowSaw := Answer[string](p, run)
	p.Contains(p.Types(run), expected)
	return []string{workflowSaw, <-seen}
}

func cancelledActivity(ctx workflow.Context, options workflow.ActivityOptions) (string, error) {
	options.StartToCloseTimeout = 30 * time.Second
	options.HeartbeatTimeout = 3 * time.Second
	cancellable, cancel := workflow.WithCancel(workflow.WithActivityOptions(ctx, options))
	future := workflow.ExecuteActivity(cancellable, "linger")
	if err := workflow.Sleep(ctx, 500*time.Millisecond); err != nil {
		return "", err
	}
	cancel()
	var answer string
	err := future.Get(ctx, &answer)
	if temporal.IsCanceledError(err) {
		return "canceled", nil
	}
	return answer, err
}
