// What makes replays the same: versions, side effects, histories and the replayer.
package main

import (
	"bytes"
	"context"
	"time"

	enumspb "go.temporal.io/api/enums/v1"
	historypb "go.temporal.io/api/history/v1"
	"go.temporal.io/api/workflowservice/v1"
	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/worker"
	"go.temporal.io/sdk/workflow"
	"google.golang.org/protobuf/encoding/protojson"
)

var determinismFeatures = []Feature{
	{"patch", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) (workflow.Version, error) {
			version := workflow.GetVersion(ctx, "change", workflow.DefaultVersion, 2)
			if err := workflow.Sleep(ctx, 10*time.Millisecond); err != nil {
				return 0, err
			}
			if again := workflow.GetVersion(ctx, "change", workflow.DefaultVersion, 2); again != version {
				return 0, temporal.NewApplicationError("the version changed", "Changed")
			}
			return version, nil
		})
		p.Serve(worker.Options{MaxConcurrentWorkflowTaskPollers: 2})
		run := p.Start("main")
		p.Equal(workflow.Version(2), Answer[workflow.Version](p, run))
		types := p.Types(run)
		p.Contains(types, enumspb.EVENT_TYPE_MARKER_RECORDED)
		p.Contains(types, enumspb.EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES)
	}},
	{"patch-old-run", func(p *Program) {
		old := p.ServeOn(p.Client, p.Queue, worker.Options{})
		old.Stop()
		p.Workflow("main", sumsSignals)
		first := p.Serve(worker.Options{})
		run := p.Start("main", 1)
		p.Await("the first task", func() bool { return len(p.Events(run)) >= 4 })
		first.Stop()
		p.workflows = nil
		p.Workflow("main", func(ctx workflow.Context, expected int) ([]int, error) {
			if workflow.GetVersion(ctx, "extra sleep", workflow.DefaultVersion, 1) == 1 {
				if err := workflow.Sleep(ctx, time.Hour); err != nil {
					return nil, err
				}
			}
			return sumsSignals(ctx, expected)
		})
		p.Serve(worker.Options{})
		p.NoError(p.Client.SignalWorkflow(p, run.GetID(), "", "add", 8))
		p.Equal([]int{8}, Answer[[]int](p, run))
	}},
	{"side-effect", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) (bool, error) {
			draw := func() (drawn int64, err error) {
				effect := workflow.SideEffect(ctx, func(workflow.Context) any { return time.Now().UnixNano() })
				err = effect.Get(&drawn)
				return drawn, err
			}
			first, err := draw()
			if err != nil {
				return false, err
			}
			if err := workflow.Sleep(ctx, 10*time.Millisecond); err != nil {
				return false, err
			}
			second, err := draw()
			return first < second, err
		})
		run := p.Start("main")
		p.True(Answer[bool](p, run))
		p.Equal(2, count(p.Types(run), enumspb.EVENT_TYPE_MARKER_RECORDED))
	}},
	{"mutable-side-effect", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) ([]int, error) {
			var seen []int
			equals := func(a, b any) bool { return a == b }
			for _, value := range []int{1, 1, 2, 2} {
				encoded := workflow.MutableSideEffect(ctx, "setting", func(workflow.Context) any { return value }, equals)
				var got int
				if err := encoded.Get(&got); err != nil {
					return nil, err
				}
				seen = append(seen, got)
			}
			return seen, nil
		})
		run := p.Start("main")
		p.Equal([]int{1, 1, 2, 2}, Answer[[]int](p, run))
		p.Equal(2, count(p.Types(run), enumspb.EVENT_TYPE_MARKER_RECORDED))
	}},
	{"workflow-info", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) (map[string]any, error) {
			info := workflow.GetInfo(ctx)
			return map[string]any{
				"queue": info.TaskQueueName, "attempt": info.Attempt, "runTimeout": info.WorkflowRunTimeout.Seconds(),
				"hasBytes": info.GetCurrentHistorySize() > 0, "length": info.GetCurrentHistoryLength(),
				"isSuggested": info.GetContinueAsNewSuggested(),
			}, nil
		})
		run := p.StartWith(client.StartWorkflowOptions{WorkflowRunTimeout: time.Minute}, "main")
		p.Equal(map[string]any{
			"queue": p.Queue, "attempt": 1.0, "runTimeout": 60.0, "hasBytes": true, "length": 3.0, "isSuggested": false,
		}, Answer[map[string]any](p, run))
	}},
}

var historyFeatures = []Feature{
	{"history-download", func(p *Program) {
		run := replayable(p)
		events := p.Events(run)
		for i, event := range events {
			p.Equal(int64(i+1), event.EventId)
		}
		description := p.Describe(run).WorkflowExecutionInfo
		p.Equal(int64(len(events)), description.HistoryLength)
		p.Positive(description.HistorySizeBytes)
	}},
	{"history-pages", func(p *Program) {
		run := replayable(p)
		request := &workflowservice.GetWorkflowExecutionHistoryRequest{
			Namespace: p.Namespace, Execution: p.Describe(run).WorkflowExecutionInfo.Execution, MaximumPageSize: 3,
		}
		var ids []int64
		for {
			page, err := p.Client.WorkflowService().GetWorkflowExecutionHistory(p, request)
			p.NoError(err)
			for _, event := range page.History.Events {
				ids = append(ids, event.EventId)
			}
			if request.NextPageToken = page.NextPageToken; request.NextPageToken == nil {
				break
			}
		}
		p.Len(ids, len(p.Events(run)))
	}},
	{"history-reverse", func(p *Program) {
		run := replayable(p)
		page, err := p.Client.WorkflowService().GetWorkflowExecutionHistoryReverse(p,
			&workflowservice.GetWorkflowExecutionHistoryReverseRequest{
				Namespace: p.Namespace, Execution: p.Describe(run).WorkflowExecutionInfo.Execution,
			})
		p.NoError(err)
		events := page.History.Events
		p.Equal(int64(len(events)), events[0].EventId)
		p.Equal(int64(1), events[len(events)-1].EventId)
	}},
	{"history-close-event", func(p *Program) {
		p.Workflow("main", sumsSignals)
		run := p.Start("main", 1)
		closed := make(chan *historypb.HistoryEvent, 1)
		go func() {
			iterator := p.Client.GetWorkflowHistory(p, run.GetID(), run.GetRunID(), true,
				enumspb.HISTORY_EVENT_FILTER_TYPE_CLOSE_EVENT)
			event, err := iterator.Next()
			if err == nil {
				closed <- event
			}
		}()
		p.NoError(p.Client.SignalWorkflow(p, run.GetID(), "", "add", 1))
		select {
		case event := <-closed:
			p.Equal(enumspb.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED, event.EventType)
		case <-p.Done():
			p.FailNowWith("no closing event")
		}
	}},
	{"replay", func(p *Program) {
		run := replayable(p)
		p.NoError(replayed(p, run, replayableWorkflow))
	}},
	{"replay-divergence", func(p *Program) {
		run := replayable(p)
		p.Error(replayed(p, run, func(ctx workflow.Context) (string, error) {
			return "", workflow.Sleep(ctx, time.Second)
		}))
	}},
}

func replayableWorkflow(ctx workflow.Context) (string, error) {
	if err := workflow.Sleep(ctx, 10*time.Millisecond); err != nil {
		return "", err
	}
	var greeting string
	err := workflow.ExecuteActivity(short(ctx), "greet").Get(ctx, &greeting)
	return greeting, err
}

// replayable answers a closed run with a timer and an activity.
func replayable(p *Program) client.WorkflowRun {
	p.Workflow("main", replayableWorkflow)
	p.Activity("greet", func(context.Context) (string, error) { return "Hello", nil })
	run := p.Start("main")
	p.NoError(run.Get(p, nil))
	return run
}

// replayed takes the way of a user: the history as JSON, read again and replayed.
func replayed(p *Program, run client.WorkflowRun, code any) error {
	text, err := protojson.Marshal(&historypb.History{Events: p.Events(run)})
	p.NoError(err)
	history, err := client.HistoryFromJSON(bytes.NewReader(text), client.HistoryJSONOptions{})
	p.NoError(err)
	replayer := worker.NewWorkflowReplayer()
	replayer.RegisterWorkflowWithOptions(code, workflow.RegisterOptions{Name: "main"})
	return replayer.ReplayWorkflowHistory(quiet(), history)
}
