// Schedules: their life, what they start, and what they do when the last run is still open.
package main

import (
	"time"

	enumspb "go.temporal.io/api/enums/v1"
	"go.temporal.io/api/serviceerror"
	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/worker"
	"go.temporal.io/sdk/workflow"
)

var scheduleFeatures = []Feature{
	{"schedule-create-describe", func(p *Program) {
		handle := scheduled(p, client.ScheduleOptions{
			Spec: client.ScheduleSpec{
				Intervals:    []client.ScheduleIntervalSpec{{Every: time.Hour, Offset: 7 * time.Minute}},
				Calendars:    []client.ScheduleCalendarSpec{{Hour: []client.ScheduleRange{{Start: 9, End: 17, Step: 2}}}},
				TimeZoneName: "Europe/Paris",
			},
			Paused: true, Note: "not yet", Memo: map[string]any{"team": "red"},
			TypedSearchAttributes: temporal.NewSearchAttributes(contractKeyword.ValueSet(p.Queue)),
		})
		description, err := handle.Describe(p)
		p.NoError(err)
		p.Equal(time.Hour, description.Schedule.Spec.Intervals[0].Every)
		p.Equal(7*time.Minute, description.Schedule.Spec.Intervals[0].Offset)
		p.Equal(client.ScheduleRange{Start: 9, End: 17, Step: 2}, description.Schedule.Spec.Calendars[0].Hour[0])
		p.Equal("Europe/Paris", description.Schedule.Spec.TimeZoneName)
		p.True(description.Schedule.State.Paused)
		p.Equal("not yet", description.Schedule.State.Note)
		p.Equal(`"red"`, string(description.Memo.Fields["team"].Data))
		value, _ := description.TypedSearchAttributes.GetKeyword(contractKeyword)
		p.Equal(p.Queue, value)
		p.NotEmpty(description.Info.NextActionTimes)
	}},
	{"schedule-runs", func(p *Program) {
		handle := scheduled(p, client.ScheduleOptions{
			Spec:             client.ScheduleSpec{Intervals: []client.ScheduleIntervalSpec{{Every: time.Second}}},
			RemainingActions: 2,
		})
		p.Await("two actions", func() bool {
			description, err := handle.Describe(p)
			p.NoError(err)
			return description.Info.NumActions == 2 && len(description.Info.RecentActions) == 2
		})
		description, err := handle.Describe(p)
		p.NoError(err)
		started := description.Info.RecentActions[0].StartWorkflowResult
		p.NoError(p.Client.GetWorkflow(p, started.WorkflowID, started.FirstExecutionRunID).Get(p, nil))
		p.Equal(0, description.Schedule.State.RemainingActions)
	}},
	{"schedule-list", func(p *Program) {
		scheduled(p, client.ScheduleOptions{
			Paused: true, TypedSearchAttributes: temporal.NewSearchAttributes(contractKeyword.ValueSet(p.Queue)),
		})
		p.Await("the schedule in the list", func() bool {
			iterator, err := p.Client.ScheduleClient().List(p, client.ScheduleListOptions{
				Query: "ContractKeyword = '" + p.Queue + "'",
			})
			p.NoError(err)
			if !iterator.HasNext() {
				return false
			}
			entry, err := iterator.Next()
			p.NoError(err)
			return entry.ID == p.ID("schedule") && entry.Paused && entry.WorkflowType.Name == "main"
		})
	}},
	{"schedule-trigger", func(p *Program) {
		handle := scheduled(p, client.ScheduleOptions{Paused: true})
		p.NoError(handle.Trigger(p, client.ScheduleTriggerOptions{}))
		p.Await("the triggered action", func() bool {
			description, err := handle.Describe(p)
			p.NoError(err)
			return description.Info.NumActions == 1
		})
	}},
	{"schedule-pause", func(p *Program) {
		handle := scheduled(p, client.ScheduleOptions{})
		p.NoError(handle.Pause(p, client.SchedulePauseOptions{Note: "stop"}))
		description, err := handle.Describe(p)
		p.NoError(err)
		p.True(description.Schedule.State.Paused)
		p.Equal("stop", description.Schedule.State.Note)
		p.NoError(handle.Unpause(p, client.ScheduleUnpauseOptions{Note: "go on"}))
		description, err = handle.Describe(p)
		p.NoError(err)
		p.False(description.Schedule.State.Paused)
		p.Equal("go on", description.Schedule.State.Note)
	}},
	{"schedule-backfill", func(p *Program) {
		handle := scheduled(p, client.ScheduleOptions{
			Paused: true, Spec: client.ScheduleSpec{Intervals: []client.ScheduleIntervalSpec{{Every: time.Minute}}},
		})
		start := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)
		p.NoError(handle.Backfill(p, client.ScheduleBackfillOptions{Backfill: []client.ScheduleBackfill{{
			Start: start, End: start.Add(2 * time.Minute), Overlap: enumspb.SCHEDULE_OVERLAP_POLICY_ALLOW_ALL,
		}}}))
		p.Await("three runs of the past", func() bool {
			description, err := handle.Describe(p)
			p.NoError(err)
			return description.Info.NumActions == 3
		})
	}},
	{"schedule-update", func(p *Program) {
		handle := scheduled(p, client.ScheduleOptions{Paused: true})
		p.NoError(handle.Update(p, client.ScheduleUpdateOptions{
			DoUpdate: func(input client.ScheduleUpdateInput) (*client.ScheduleUpdate, error) {
				schedule := input.Description.Schedule
				schedule.Spec.Intervals = []client.ScheduleIntervalSpec{{Every: 3 * time.Hour}}
				schedule.Policy.Overlap = enumspb.SCHEDULE_OVERLAP_POLICY_BUFFER_ALL
				return &client.ScheduleUpdate{Schedule: &schedule}, nil
			},
		}))
		description, err := handle.Describe(p)
		p.NoError(err)
		p.Equal(3*time.Hour, description.Schedule.Spec.Intervals[0].Every)
		p.Equal(enumspb.SCHEDULE_OVERLAP_POLICY_BUFFER_ALL, description.Schedule.Policy.Overlap)
		p.False(description.Info.LastUpdateAt.IsZero())
	}},
	{"schedule-cron", func(p *Program) {
		handle := scheduled(p, client.ScheduleOptions{
			Paused: true, Spec: client.ScheduleSpec{CronExpressions: []string{"30 12 * * MON-FRI"}},
		})
		description, err := handle.Describe(p)
		p.NoError(err)
		calendar := description.Schedule.Spec.Calendars[0]
		p.Equal(client.ScheduleRange{Start: 30, End: 30, Step: 1}, calendar.Minute[0])
		p.Equal(1, calendar.DayOfWeek[0].Start)
		p.Equal(5, calendar.DayOfWeek[0].End)
	}},
	{"schedule-delete", func(p *Program) {
		handle := scheduled(p, client.ScheduleOptions{Paused: true})
		p.NoError(handle.Delete(p))
		_, err := handle.Describe(p)
		var missing *serviceerror.NotFound
		p.ErrorAs(err, &missing)
	}},
	{"schedule-id-taken", func(p *Program) {
		scheduled(p, client.ScheduleOptions{Paused: true})
		_, err := p.Client.ScheduleClient().Create(p, client.ScheduleOptions{
			ID: p.ID("schedule"), Action: &client.ScheduleWorkflowAction{Workflow: "main", TaskQueue: p.Queue},
		})
		p.ErrorIs(err, temporal.ErrScheduleAlreadyRunning)
	}},
	{"schedule-pause-on-failure", func(p *Program) {
		p.Workflow("main", func(workflow.Context) error { return temporal.NewApplicationError("no", "No") })
		handle := scheduled(p, client.ScheduleOptions{PauseOnFailure: true})
		p.NoError(handle.Trigger(p, client.ScheduleTriggerOptions{}))
		p.Await("the pause", func() bool {
			description, err := handle.Describe(p)
			p.NoError(err)
			return description.Schedule.State.Paused
		})
	}},
}

// scheduled creates a schedule of the workflow "main"; a short workflow is registered unless the program has its own.
func scheduled(p *Program, options client.ScheduleOptions) client.ScheduleHandle {
	if len(p.workflows) == 0 {
		p.Workflow("main", func(workflow.Context) error { return nil })
	}
	if p.served == nil {
		p.Serve(worker.Options{})
	}
	options.ID = p.ID("schedule")
	if options.Spec.Intervals == nil && options.Spec.CronExpressions == nil {
		options.Spec.Intervals = []client.ScheduleIntervalSpec{{Every: 24 * time.Hour}}
	}
	options.Action = &client.ScheduleWorkflowAction{ID: p.ID("scheduled"), Workflow: "main", TaskQueue: p.Queue}
	handle, err := p.Client.ScheduleClient().Create(p, options)
	p.NoError(err)
	// The program's own time may be over when this runs; a schedule that was deleted is gone already.
	p.Deferred(func() { _ = handle.Delete(p) })
	return handle
}

var scheduleOverlapFeatures = []Feature{
	{"schedule-overlap-skip", func(p *Program) {
		handle := overlapping(p, enumspb.SCHEDULE_OVERLAP_POLICY_SKIP)
		p.Await("the skipped action", func() bool {
			description, err := handle.Describe(p)
			p.NoError(err)
			return description.Info.NumActionsSkippedOverlap == 1 && description.Info.NumActions == 1
		})
		finishAll(p, handle)
	}},
	{"schedule-overlap-buffer-one", func(p *Program) {
		handle := overlapping(p, enumspb.SCHEDULE_OVERLAP_POLICY_BUFFER_ONE)
		finishAll(p, handle)
		p.Await("the second action", func() bool { return actions(p, handle) == 2 })
		finishAll(p, handle)
	}},
	{"schedule-overlap-allow-all", func(p *Program) {
		handle := overlapping(p, enumspb.SCHEDULE_OVERLAP_POLICY_ALLOW_ALL)
		p.Await("the second action", func() bool { return actions(p, handle) == 2 })
		description, err := handle.Describe(p)
		p.NoError(err)
		for _, action := range description.Info.RecentActions {
			started := action.StartWorkflowResult
			run := p.Client.GetWorkflow(p, started.WorkflowID, started.FirstExecutionRunID)
			p.Equal(enumspb.WORKFLOW_EXECUTION_STATUS_RUNNING, p.Status(run))
			p.NoError(p.Client.SignalWorkflow(p, started.WorkflowID, "", "go", nil))
		}
	}},
	{"schedule-overlap-cancel-other", func(p *Program) {
		handle := overlapping(p, enumspb.SCHEDULE_OVERLAP_POLICY_CANCEL_OTHER)
		p.Equal(enumspb.WORKFLOW_EXECUTION_STATUS_CANCELED, firstEnds(p, handle))
		finishAll(p, handle)
	}},
	{"schedule-overlap-terminate-other", func(p *Program) {
		handle := overlapping(p, enumspb.SCHEDULE_OVERLAP_POLICY_TERMINATE_OTHER)
		p.Equal(enumspb.WORKFLOW_EXECUTION_STATUS_TERMINATED, firstEnds(p, handle))
		finishAll(p, handle)
	}},
}

// overlapping triggers a schedule twice whose workflow waits for the signal "go".
func overlapping(p *Program, policy enumspb.ScheduleOverlapPolicy) client.ScheduleHandle {
	p.Workflow("main", func(ctx workflow.Context) error {
		selector := workflow.NewSelector(ctx)
		selector.AddReceive(workflow.GetSignalChannel(ctx, "go"), func(workflow.ReceiveChannel, bool) {})
		selector.AddReceive(ctx.Done(), func(workflow.ReceiveChannel, bool) {})
		selector.Select(ctx)
		return ctx.Err()
	})
	handle := scheduled(p, client.ScheduleOptions{})
	p.NoError(handle.Trigger(p, client.ScheduleTriggerOptions{Overlap: policy}))
	p.Await("the first action", func() bool { return actions(p, handle) == 1 })
	// Two actions of one second have one workflow id.
	time.Sleep(1100 * time.Millisecond)
	p.NoError(handle.Trigger(p, client.ScheduleTriggerOptions{Overlap: policy}))
	return handle
}

func actions(p *Program, handle client.ScheduleHandle) int {
	description, err := handle.Describe(p)
	p.NoError(err)
	return description.Info.NumActions
}

func firstEnds(p *Program, handle client.ScheduleHandle) enumspb.WorkflowExecutionStatus {
	p.Await("the second action", func() bool { return actions(p, handle) == 2 })
	description, err := handle.Describe(p)
	p.NoError(err)
	first := description.Info.RecentActions[0].StartWorkflowResult
	run := p.Client.GetWorkflow(p, first.WorkflowID, first.FirstExecutionRunID)
	p.Closed(run)
	return p.Status(run)
}

func finishAll(p *Program, handle client.ScheduleHandle) {
	description, err := handle.Describe(p)
	p.NoError(err)
	for _, running := range description.Info.RunningWorkflows {
		// It may have ended meanwhile.
		_ = p.Client.SignalWorkflow(p, running.WorkflowID, "", "go", nil)
	}
}
