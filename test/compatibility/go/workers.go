// Workers: how they are tuned, how they stop, and what becomes of workflow code that fails.
package main

import (
	"context"
	"sync/atomic"
	"time"

	enumspb "go.temporal.io/api/enums/v1"
	"go.temporal.io/sdk/activity"
	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/worker"
	"go.temporal.io/sdk/workflow"
)

var workerFeatures = []Feature{
	{"worker-poller-autoscaling", func(p *Program) {
		scaling := worker.NewPollerBehaviorAutoscaling(worker.PollerBehaviorAutoscalingOptions{
			InitialNumberOfPollers: 2, MinimumNumberOfPollers: 1, MaximumNumberOfPollers: 10,
		})
		manyActivities(p, worker.Options{WorkflowTaskPollerBehavior: scaling, ActivityTaskPollerBehavior: scaling})
	}},
	{"worker-tuner", func(p *Program) {
		tuner, err := worker.NewFixedSizeTuner(worker.FixedSizeTunerOptions{
			NumWorkflowSlots: 5, NumActivitySlots: 3, NumLocalActivitySlots: 2, NumNexusSlots: 2,
		})
		p.NoError(err)
		manyActivities(p, worker.Options{Tuner: tuner})
	}},
	{"worker-sticky-timeout", func(p *Program) {
		// A sticky task that waits too long goes back to the queue that all workers share, with the whole history.
		p.Workflow("main", sumsSignals)
		first := p.Serve(worker.Options{StickyScheduleToStartTimeout: time.Millisecond})
		run := p.Start("main", 2)
		waiting(p, run)
		p.Serve(worker.Options{StickyScheduleToStartTimeout: time.Millisecond})
		for _, amount := range []int{1, 2} {
			p.NoError(p.Client.SignalWorkflow(p, run.GetID(), "", "add", amount))
		}
		p.Equal([]int{1, 2}, Answer[[]int](p, run))
		first.Stop()
	}},
	{"worker-graceful-stop", func(p *Program) {
		started := make(chan struct{})
		p.Workflow("main", func(ctx workflow.Context) (string, error) {
			var answer string
			err := workflow.ExecuteActivity(once(ctx), "slow").Get(ctx, &answer)
			return answer, err
		})
		p.Activity("slow", func(ctx context.Context) (string, error) {
			close(started)
			<-activity.GetWorkerStopChannel(ctx)
			return "finished while stopping", nil
		})
		first := p.Serve(worker.Options{WorkerStopTimeout: 10 * time.Second})
		run := p.Start("main")
		<-started
		first.Stop()
		p.Serve(worker.Options{})
		p.Equal("finished while stopping", Answer[string](p, run))
	}},
	{"worker-stopped-with-sticky-run", func(p *Program) {
		p.Workflow("main", sumsSignals)
		first := p.Serve(worker.Options{})
		run := p.Start("main", 2)
		p.NoError(p.Client.SignalWorkflow(p, run.GetID(), "", "add", 1))
		p.Await("two tasks", func() bool {
			return count(p.Types(run), enumspb.EVENT_TYPE_WORKFLOW_TASK_COMPLETED) >= 1
		})
		first.Stop()
		p.Serve(worker.Options{})
		p.NoError(p.Client.SignalWorkflow(p, run.GetID(), "", "add", 2))
		p.Equal([]int{1, 2}, Answer[[]int](p, run))
	}},
	{"worker-activities-per-second", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) error {
			var futures []workflow.Future
			for range 6 {
				futures = append(futures, workflow.ExecuteActivity(short(ctx), "noop"))
			}
			for _, future := range futures {
				if err := future.Get(ctx, nil); err != nil {
					return err
				}
			}
			return nil
		})
		p.Activity("noop", func(context.Context) error { return nil })
		p.Serve(worker.Options{TaskQueueActivitiesPerSecond: 2, DisableEagerActivities: true})
		before := time.Now()
		p.NoError(p.Start("main").Get(p, nil))
		p.Greater(time.Since(before), 1500*time.Millisecond)
	}},
	{"describe-task-queue", func(p *Program) {
		p.Workflow("main", func(workflow.Context) error { return nil })
		p.Serve(worker.Options{Identity: "watched"})
		p.Await("the poller", func() bool {
			response, err := p.Client.DescribeTaskQueue(p, p.Queue, enumspb.TASK_QUEUE_TYPE_WORKFLOW)
			p.NoError(err)
			return len(response.Pollers) > 0 && response.Pollers[0].Identity == "watched"
		})
	}},
}

func manyActivities(p *Program, options worker.Options) {
	p.Workflow("main", func(ctx workflow.Context) (int, error) {
		var futures []workflow.Future
		for range 20 {
			futures = append(futures, workflow.ExecuteActivity(short(ctx), "one"))
		}
		sum := 0
		for _, future := range futures {
			var one int
			if err := future.Get(ctx, &one); err != nil {
				return 0, err
			}
			sum += one
		}
		return sum, nil
	})
	p.Activity("one", func(context.Context) (int, error) { return 1, nil })
	p.Serve(options)
	var runs []client.WorkflowRun
	for range 5 {
		runs = append(runs, p.Start("main"))
	}
	for _, run := range runs {
		p.Equal(20, Answer[int](p, run))
	}
}

var failureFeatures = []Feature{
	{"workflow-task-failure", func(p *Program) {
		// Code that panics fails the task, not the workflow: the run goes on when the code is mended.
		var isBroken atomic.Bool
		isBroken.Store(true)
		p.Workflow("main", func(workflow.Context) (string, error) {
			if isBroken.Swap(false) {
				panic("not written yet")
			}
			return "mended", nil
		})
		run := p.Start("main")
		p.Equal("mended", Answer[string](p, run))
		failed := p.Event(run, enumspb.EVENT_TYPE_WORKFLOW_TASK_FAILED).GetWorkflowTaskFailedEventAttributes()
		p.Equal(enumspb.WORKFLOW_TASK_FAILED_CAUSE_WORKFLOW_WORKER_UNHANDLED_FAILURE, failed.Cause)
		p.Contains(failed.Failure.Message, "not written yet")
	}},
	{"workflow-panic-policy", func(p *Program) {
		p.Workflow("main", func(workflow.Context) error { panic("fatal") })
		p.Serve(worker.Options{WorkflowPanicPolicy: worker.FailWorkflow})
		p.ErrorContains(p.Start("main").Get(p, nil), "fatal")
	}},
	{"workflow-nondeterminism", func(p *Program) {
		var calls atomic.Int32
		p.Workflow("main", func(ctx workflow.Context) error {
			if calls.Add(1) == 1 {
				return workflow.Sleep(ctx, time.Hour)
			}
			return workflow.ExecuteActivity(short(ctx), "nothing").Get(ctx, nil)
		})
		first := p.Serve(worker.Options{})
		run := p.Start("main")
		p.Await("the timer", func() bool { return count(p.Types(run), enumspb.EVENT_TYPE_TIMER_STARTED) == 1 })
		first.Stop()
		p.Serve(worker.Options{WorkflowPanicPolicy: worker.FailWorkflow})
		p.NoError(p.Client.SignalWorkflow(p, run.GetID(), "", "wake up", nil))
		p.ErrorContains(run.Get(p, nil), "TMPRL1100")
	}},
	{"activity-panic", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) error {
			return workflow.ExecuteActivity(once(ctx), "panics").Get(ctx, nil)
		})
		p.Activity("panics", func(context.Context) error { panic("ouch") })
		err := p.Start("main").Get(p, nil)
		var panicked *temporal.PanicError
		p.ErrorAs(err, &panicked)
		p.Contains(panicked.Error(), "ouch")
	}},
	{"unknown-workflow-type", func(p *Program) {
		p.Workflow("main", func(workflow.Context) error { return nil })
		run := p.Start("nobody wrote this")
		p.Await("the failed task", func() bool {
			return count(p.Types(run), enumspb.EVENT_TYPE_WORKFLOW_TASK_FAILED) >= 1
		})
		p.NoError(p.Client.TerminateWorkflow(p, run.GetID(), "", ""))
	}},
	{"unknown-activity-type", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) error {
			return workflow.ExecuteActivity(once(ctx), "nobody wrote this").Get(ctx, nil)
		})
		p.Activity("another", func(context.Context) error { return nil })
		p.ErrorContains(p.Start("main").Get(p, nil), "nobody wrote this")
	}},
	{"namespace-missing", func(p *Program) {
		c := p.Dial(func(options *client.Options) { options.Namespace = "nobody-made-this" })
		_, err := c.ExecuteWorkflow(p, p.filled(client.StartWorkflowOptions{}), "main")
		p.ErrorContains(err, "nobody-made-this")
	}},
}
