// Activities without a workflow, priorities, what operators do to activities, and a connection as a customer makes it.
package main

import (
	"context"
	"errors"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	commonpb "go.temporal.io/api/common/v1"
	enumspb "go.temporal.io/api/enums/v1"
	taskqueuepb "go.temporal.io/api/taskqueue/v1"
	"go.temporal.io/api/workflowservice/v1"
	"go.temporal.io/sdk/activity"
	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/worker"
	"go.temporal.io/sdk/workflow"
)

var priorityFeatures = []Feature{
	{"priority", func(p *Program) {
		// Urgent activities overtake those that waited before them; queues have partitions, so only on the whole.
		order := dispatchOrder(p, slices.Concat(slices.Repeat([]int{5}, 12), slices.Repeat([]int{1}, 12)),
			func(key int) temporal.Priority { return temporal.Priority{PriorityKey: key} })
		urgent := 0
		for _, key := range order[:12] {
			if key == 1 {
				urgent++
			}
		}
		p.GreaterOrEqual(urgent, 9, order)
	}},
	{"priority-workflow", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) (int, error) {
			var key int
			options := workflow.ChildWorkflowOptions{Priority: temporal.Priority{PriorityKey: 4}}
			err := workflow.ExecuteChildWorkflow(workflow.WithChildOptions(ctx, options), "child").Get(ctx, &key)
			return 10*workflow.GetInfo(ctx).Priority.PriorityKey + key, err
		})
		p.Workflow("child", func(ctx workflow.Context) (int, error) { return workflow.GetInfo(ctx).Priority.PriorityKey, nil })
		run := p.StartWith(client.StartWorkflowOptions{Priority: temporal.Priority{PriorityKey: 2}}, "main")
		p.Equal(24, Answer[int](p, run))
		p.Equal(int32(2), p.Describe(run).WorkflowExecutionInfo.Priority.PriorityKey)
	}},
	{"fairness", func(p *Program) {
		// A tenant with much work does not hold up one with little.
		const small = 2
		order := dispatchOrder(p, append(slices.Repeat([]int{1}, 40), small), func(tenant int) temporal.Priority {
			return temporal.Priority{FairnessKey: string(rune('a' + tenant)), FairnessWeight: 1}
		})
		p.Less(slices.Index(order, small), 20, order)
	}},
}

// dispatchOrder schedules an activity for each key before any worker polls and answers the order of their starts.
func dispatchOrder(p *Program, keys []int, priorityOf func(int) temporal.Priority) []int {
	queue := p.Queue + "-activities"
	p.Workflow("main", func(ctx workflow.Context) error {
		var futures []workflow.Future
		for _, key := range keys {
			options := workflow.ActivityOptions{
				TaskQueue: queue, StartToCloseTimeout: time.Minute, Priority: priorityOf(key),
			}
			futures = append(futures, workflow.ExecuteActivity(workflow.WithActivityOptions(ctx, options), "note", key))
		}
		for _, future := range futures {
			if err := future.Get(ctx, nil); err != nil {
				return err
			}
		}
		return nil
	})
	var mutex sync.Mutex
	var order []int
	p.Activity("note", func(_ context.Context, key int) error {
		mutex.Lock()
		defer mutex.Unlock()
		order = append(order, key)
		return nil
	})
	run := p.Start("main")
	p.Await("all activities in the backlog", func() bool {
		return count(p.Types(run), enumspb.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED) == len(keys)
	})
	p.Await("the backlog", func() bool {
		description, err := p.Client.WorkflowService().DescribeTaskQueue(p, &workflowservice.DescribeTaskQueueRequest{
			Namespace: p.Namespace, TaskQueue: &taskqueuepb.TaskQueue{Name: queue}, TaskQueueType: enumspb.TASK_QUEUE_TYPE_ACTIVITY,
			ReportStats: true,
		})
		p.NoError(err)
		return description.Stats.GetApproximateBacklogCount() >= int64(len(keys))
	})
	p.ServeOn(p.Client, queue, worker.Options{
		DisableWorkflowWorker: true, MaxConcurrentActivityExecutionSize: 1, MaxConcurrentActivityTaskPollers: 1,
	})
	p.NoError(run.Get(p, nil))
	return order
}

var standaloneActivityFeatures = []Feature{
	{"standalone-activity", func(p *Program) {
		p.Activity("greet", func(_ context.Context, name string) (string, error) { return "Hello, " + name, nil })
		handle := standalone(p, "greet", "Ada")
		var greeting string
		p.NoError(handle.Get(p, &greeting))
		p.Equal("Hello, Ada", greeting)
		description, err := handle.Describe(p, client.DescribeActivityOptions{})
		p.NoError(err)
		p.Equal(enumspb.ACTIVITY_EXECUTION_STATUS_COMPLETED, description.Status)
	}},
	{"standalone-activity-retry", func(p *Program) {
		p.Activity("flaky", func(ctx context.Context) (int32, error) {
			if attempt := activity.GetInfo(ctx).Attempt; attempt == 3 {
				return attempt, nil
			}
			return 0, errors.New("again")
		})
		var attempt int32
		p.NoError(standalone(p, "flaky").Get(p, &attempt))
		p.Equal(int32(3), attempt)
	}},
	{"standalone-activity-failure", func(p *Program) {
		p.Activity("fail", func(context.Context) error {
			return temporal.NewNonRetryableApplicationError("no", "Refused", nil)
		})
		p.Equal("Refused", p.Application(standalone(p, "fail").Get(p, nil)).Type())
	}},
	{"standalone-activity-cancel", func(p *Program) {
		p.Activity("linger", func(ctx context.Context) error {
			for ctx.Err() == nil {
				activity.RecordHeartbeat(ctx)
				time.Sleep(20 * time.Millisecond)
			}
			return ctx.Err()
		})
		handle := standalone(p, "linger")
		p.Await("the attempt", func() bool {
			description, err := handle.Describe(p, client.DescribeActivityOptions{})
			p.NoError(err)
			return description.RunState == enumspb.PENDING_ACTIVITY_STATE_STARTED
		})
		p.NoError(handle.Cancel(p, client.CancelActivityOptions{Reason: "too late"}))
		p.True(temporal.IsCanceledError(handle.Get(p, nil)))
	}},
	{"standalone-activity-terminate", func(p *Program) {
		handle := standalone(p, "nobody serves this on", "another queue")
		p.NoError(handle.Terminate(p, client.TerminateActivityOptions{Reason: "enough"}))
		var terminated *temporal.TerminatedError
		p.ErrorAs(handle.Get(p, nil), &terminated)
	}},
	{"standalone-activity-list", func(p *Program) {
		p.Activity("noop", func(context.Context) error { return nil })
		handle := standalone(p, "noop")
		p.NoError(handle.Get(p, nil))
		p.Await("the activity in the list", func() bool {
			listed, err := p.Client.ListActivities(p, client.ListActivitiesOptions{
				Query: "ActivityId = '" + handle.GetID() + "'",
			})
			p.NoError(err)
			for info, err := range listed.Results {
				p.NoError(err)
				return info.ActivityID == handle.GetID()
			}
			return false
		})
		counted, err := p.Client.CountActivities(p, client.CountActivitiesOptions{
			Query: "ActivityId = '" + handle.GetID() + "'",
		})
		p.NoError(err)
		p.Equal(int64(1), counted.Count)
	}},
	{"standalone-activity-id-taken", func(p *Program) {
		first := standalone(p, "nobody serves this")
		_, err := p.Client.ExecuteActivity(p, standaloneOptions(p), "nobody serves this")
		p.ErrorContains(err, "already")
		p.NoError(first.Terminate(p, client.TerminateActivityOptions{}))
	}},
}

func standaloneOptions(p *Program) client.StartActivityOptions {
	return client.StartActivityOptions{
		ID: p.ID("activity"), TaskQueue: p.Queue, ScheduleToCloseTimeout: 40 * time.Second,
		StartToCloseTimeout: 30 * time.Second, HeartbeatTimeout: 5 * time.Second,
		RetryPolicy: &temporal.RetryPolicy{InitialInterval: 10 * time.Millisecond},
	}
}

func standalone(p *Program, name string, args ...any) client.ActivityHandle {
	if p.served == nil && len(p.activities) > 0 {
		p.Serve(worker.Options{})
	}
	handle, err := p.Client.ExecuteActivity(p, standaloneOptions(p), name, args...)
	p.NoError(err)
	return handle
}

var operatorFeatures = []Feature{
	{"activity-pause", func(p *Program) {
		run, mend := failing(p, 50*time.Millisecond)
		_, err := p.Client.WorkflowService().PauseActivity(p, &workflowservice.PauseActivityRequest{
			Namespace: p.Namespace, Execution: executionOf(run), Reason: "look at it",
			Activity: &workflowservice.PauseActivityRequest_Id{Id: "watched"},
		})
		p.NoError(err)
		p.Await("the pause", func() bool { return p.Describe(run).PendingActivities[0].Paused })
		mend()
		_, err = p.Client.WorkflowService().UnpauseActivity(p, &workflowservice.UnpauseActivityRequest{
			Namespace: p.Namespace, Execution: executionOf(run),
			Activity: &workflowservice.UnpauseActivityRequest_Id{Id: "watched"},
		})
		p.NoError(err)
		p.NoError(run.Get(p, nil))
	}},
	{"activity-reset", func(p *Program) {
		// The next attempt would be in an hour.
		run, mend := failing(p, time.Hour)
		p.Await("the wait for the second attempt", func() bool {
			pending := p.Describe(run).PendingActivities
			return len(pending) == 1 && pending[0].Attempt == 2
		})
		mend()
		_, err := p.Client.WorkflowService().ResetActivity(p, &workflowservice.ResetActivityRequest{
			Namespace: p.Namespace, Execution: executionOf(run),
			Activity: &workflowservice.ResetActivityRequest_Id{Id: "watched"},
		})
		p.NoError(err)
		p.NoError(run.Get(p, nil))
	}},
	{"workflow-pause", func(p *Program) {
		p.Workflow("main", sumsSignals)
		run := p.Start("main", 1)
		waiting(p, run)
		_, err := p.Client.WorkflowService().PauseWorkflowExecution(p, &workflowservice.PauseWorkflowExecutionRequest{
			Namespace: p.Namespace, WorkflowId: run.GetID(), Reason: "look at it", RequestId: p.ID("pause"),
		})
		p.NoError(err)
		p.Equal(enumspb.WORKFLOW_EXECUTION_STATUS_PAUSED, p.Status(run))
		p.NoError(p.Client.SignalWorkflow(p, run.GetID(), "", "add", 4))
		_, err = p.Client.WorkflowService().UnpauseWorkflowExecution(p, &workflowservice.UnpauseWorkflowExecutionRequest{
			Namespace: p.Namespace, WorkflowId: run.GetID(), RequestId: p.ID("unpause"),
		})
		p.NoError(err)
		p.Equal([]int{4}, Answer[[]int](p, run))
	}},
}

// failing starts a run whose activity fails until it is mended.
func failing(p *Program, interval time.Duration) (run client.WorkflowRun, mend func()) {
	var isMended, wasTried atomic.Bool
	p.Workflow("main", func(ctx workflow.Context) error {
		options := workflow.ActivityOptions{
			ActivityID: "watched", StartToCloseTimeout: 30 * time.Second,
			RetryPolicy: &temporal.RetryPolicy{InitialInterval: interval, BackoffCoefficient: 1},
		}
		return workflow.ExecuteActivity(workflow.WithActivityOptions(ctx, options), "fail").Get(ctx, nil)
	})
	p.Activity("fail", func(context.Context) error {
		if isMended.Load() {
			return nil
		}
		wasTried.Store(true)
		return errors.New("not yet")
	})
	run = p.Start("main")
	p.Await("the first attempt", wasTried.Load)
	return run, func() { isMended.Store(true) }
}

func executionOf(run client.WorkflowRun) *commonpb.WorkflowExecution {
	return &commonpb.WorkflowExecution{WorkflowId: run.GetID(), RunId: run.GetRunID()}
}

var connectionFeatures = []Feature{
	{"connection", func(p *Program) {
		// What a customer does first: one workflow with an activity, a query and an update.
		p.Workflow("main", func(ctx workflow.Context, name string) (string, error) {
			var greeting string
			if err := workflow.ExecuteActivity(short(ctx), "greet", name).Get(ctx, &greeting); err != nil {
				return "", err
			}
			isOver := false
			err := errors.Join(
				workflow.SetQueryHandler(ctx, "greeting", func() (string, error) { return greeting, nil }),
				workflow.SetUpdateHandler(ctx, "finish", func(_ workflow.Context, sign string) (string, error) {
					greeting, isOver = greeting+sign, true
					return greeting, nil
				}),
			)
			if err != nil {
				return "", err
			}
			return greeting, workflow.Await(ctx, func() bool { return isOver && workflow.AllHandlersFinished(ctx) })
		})
		p.Activity("greet", func(_ context.Context, name string) (string, error) { return "Hello, " + name, nil })
		run := p.Start("main", "Ada")
		p.Await("the activity", func() bool {
			return count(p.Types(run), enumspb.EVENT_TYPE_ACTIVITY_TASK_COMPLETED) == 1
		})
		var greeting string
		p.Query(run, "greeting", &greeting)
		p.Equal("Hello, Ada", greeting)
		p.Equal("Hello, Ada!", update[string](p, run, "finish", "!"))
		p.Equal("Hello, Ada!", Answer[string](p, run))
	}},
}
