// Starts: ids, delays, eager starts, memo, search attributes and user metadata.
package main

import (
	"time"

	enumspb "go.temporal.io/api/enums/v1"
	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/converter"
	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/worker"
	"go.temporal.io/sdk/workflow"
)

var startFeatures = []Feature{
	{"id-reuse-allow", func(p *Program) {
		p.Workflow("main", func(workflow.Context) error { return nil })
		first := reuse(p, enumspb.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
		second, err := p.TryStart(client.StartWorkflowOptions{
			ID: first.GetID(), WorkflowIDReusePolicy: enumspb.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE,
		}, "main")
		p.NoError(err)
		p.NotEqual(first.GetRunID(), second.GetRunID())
	}},
	{"id-reuse-reject", func(p *Program) {
		p.Workflow("main", func(workflow.Context) error { return nil })
		first := reuse(p, enumspb.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE)
		_, err := p.TryStart(client.StartWorkflowOptions{
			ID: first.GetID(), WorkflowIDReusePolicy: enumspb.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE,
			WorkflowExecutionErrorWhenAlreadyStarted: true,
		}, "main")
		p.True(temporal.IsWorkflowExecutionAlreadyStartedError(err), "%v", err)
	}},
	{"id-reuse-failed-only", func(p *Program) {
		p.Workflow("main", func(_ workflow.Context, fails bool) error {
			if fails {
				return temporal.NewApplicationError("no", "No")
			}
			return nil
		})
		options := p.filled(client.StartWorkflowOptions{
			WorkflowIDReusePolicy:                    enumspb.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE_FAILED_ONLY,
			WorkflowExecutionErrorWhenAlreadyStarted: true,
		})
		p.Error(p.StartWith(options, "main", true).Get(p, nil))
		p.NoError(p.StartWith(options, "main", false).Get(p, nil))
		_, err := p.TryStart(options, "main", false)
		p.True(temporal.IsWorkflowExecutionAlreadyStartedError(err), "%v", err)
	}},
	{"id-conflict-fail", func(p *Program) {
		first, options := occupied(p)
		options.WorkflowExecutionErrorWhenAlreadyStarted = true
		_, err := p.TryStart(options, "main")
		p.True(temporal.IsWorkflowExecutionAlreadyStartedError(err), "%v", err)
		p.NoError(p.Client.TerminateWorkflow(p, first.GetID(), "", ""))
	}},
	{"id-conflict-use-existing", func(p *Program) {
		first, options := occupied(p)
		options.WorkflowIDConflictPolicy = enumspb.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING
		second := p.StartWith(options, "main")
		p.Equal(first.GetRunID(), second.GetRunID())
		p.NoError(p.Client.TerminateWorkflow(p, first.GetID(), "", ""))
	}},
	{"id-conflict-terminate-existing", func(p *Program) {
		first, options := occupied(p)
		options.WorkflowIDConflictPolicy = enumspb.WORKFLOW_ID_CONFLICT_POLICY_TERMINATE_EXISTING
		second := p.StartWith(options, "main")
		p.NotEqual(first.GetRunID(), second.GetRunID())
		old := p.Client.GetWorkflow(p, first.GetID(), first.GetFirstExecutionRunID())
		p.Equal(enumspb.WORKFLOW_EXECUTION_STATUS_TERMINATED, p.Status(old))
		p.NoError(p.Client.TerminateWorkflow(p, first.GetID(), "", ""))
	}},
	{"start-delay", func(p *Program) {
		p.Workflow("main", func(workflow.Context) error { return nil })
		before := time.Now()
		run := p.StartWith(client.StartWorkflowOptions{StartDelay: 1500 * time.Millisecond}, "main")
		p.NoError(run.Get(p, nil))
		p.GreaterOrEqual(time.Since(before), 1500*time.Millisecond)
		p.Equal(1500*time.Millisecond,
			p.Events(run)[0].GetWorkflowExecutionStartedEventAttributes().FirstWorkflowTaskBackoff.AsDuration())
	}},
	{"start-delay-cut-by-signal", func(p *Program) {
		p.Workflow("main", sumsSignals)
		p.Serve(worker.Options{})
		options := p.filled(client.StartWorkflowOptions{StartDelay: time.Hour})
		p.StartWith(options, "main", 1)
		options.StartDelay = 0
		run, err := p.Client.SignalWithStartWorkflow(p, options.ID, "add", 1, options, "main", 1)
		p.NoError(err)
		p.Equal([]int{1}, Answer[[]int](p, run))
	}},
	{"eager-workflow-start", func(p *Program) {
		p.Workflow("main", func(workflow.Context) (string, error) { return "at once", nil })
		run := p.StartWith(client.StartWorkflowOptions{EnableEagerStart: true}, "main")
		p.Equal("at once", Answer[string](p, run))
		p.True(p.Events(run)[0].GetWorkflowExecutionStartedEventAttributes().EagerExecutionAccepted)
	}},
	{"dynamic-workflow", func(p *Program) {
		p.Register(func(r worker.Registry) {
			r.RegisterDynamicWorkflow(func(ctx workflow.Context, _ converter.EncodedValues) (string, error) {
				return workflow.GetInfo(ctx).WorkflowType.Name, nil
			}, workflow.DynamicRegisterOptions{})
		})
		p.Equal("whatever", Run[string](p, "whatever"))
	}},
}

func reuse(p *Program, policy enumspb.WorkflowIdReusePolicy) client.WorkflowRun {
	run := p.StartWith(client.StartWorkflowOptions{WorkflowIDReusePolicy: policy}, "main")
	p.NoError(run.Get(p, nil))
	return run
}

// occupied starts a run and answers it with the options that ask for the same id again.
func occupied(p *Program) (client.WorkflowRun, client.StartWorkflowOptions) {
	p.Workflow("main", func(ctx workflow.Context) error { return workflow.Sleep(ctx, time.Hour) })
	options := p.filled(client.StartWorkflowOptions{})
	return p.StartWith(options, "main"), options
}

var (
	contractKeyword  = temporal.NewSearchAttributeKeyKeyword("ContractKeyword")
	contractList     = temporal.NewSearchAttributeKeyKeywordList("ContractList")
	contractText     = temporal.NewSearchAttributeKeyString("ContractText")
	contractInt      = temporal.NewSearchAttributeKeyInt64("ContractInt")
	contractDouble   = temporal.NewSearchAttributeKeyFloat64("ContractDouble")
	contractBool     = temporal.NewSearchAttributeKeyBool("ContractBool")
	contractDatetime = temporal.NewSearchAttributeKeyTime("ContractDatetime")
)

var propertyFeatures = []Feature{
	{"search-attributes", func(p *Program) {
		moment := time.Date(2024, 5, 6, 7, 8, 9, 0, time.UTC)
		attributes := temporal.NewSearchAttributes(
			contractKeyword.ValueSet("blue"), contractList.ValueSet([]string{"a", "b"}),
			contractText.ValueSet("the quick brown fox"), contractInt.ValueSet(42), contractDouble.ValueSet(1.5),
			contractBool.ValueSet(true), contractDatetime.ValueSet(moment),
		)
		p.Workflow("main", func(ctx workflow.Context) (int, error) {
			return workflow.GetTypedSearchAttributes(ctx).Size(), nil
		})
		run := p.StartWith(client.StartWorkflowOptions{TypedSearchAttributes: attributes}, "main")
		p.Equal(7, Answer[int](p, run))
		description, err := p.Client.DescribeWorkflow(p, run.GetID(), "")
		p.NoError(err)
		described := description.TypedSearchAttributes
		text, _ := described.GetString(contractText)
		list, _ := described.GetKeywordList(contractList)
		at, _ := described.GetTime(contractDatetime)
		p.Equal("the quick brown fox", text)
		p.Equal([]string{"a", "b"}, list)
		p.True(moment.Equal(at))
	}},
	{"search-attributes-upsert", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) error {
			err := workflow.UpsertTypedSearchAttributes(ctx, contractInt.ValueSet(7), contractKeyword.ValueUnset())
			if err != nil {
				return err
			}
			return workflow.Sleep(ctx, 10*time.Millisecond)
		})
		run := p.StartWith(client.StartWorkflowOptions{
			TypedSearchAttributes: temporal.NewSearchAttributes(contractKeyword.ValueSet("gone soon")),
		}, "main")
		p.NoError(run.Get(p, nil))
		description, err := p.Client.DescribeWorkflow(p, run.GetID(), "")
		p.NoError(err)
		number, _ := description.TypedSearchAttributes.GetInt64(contractInt)
		p.Equal(int64(7), number)
		p.False(description.TypedSearchAttributes.ContainsKey(contractKeyword))
	}},
	{"search-attributes-undefined", func(p *Program) {
		p.Workflow("main", func(workflow.Context) error { return nil })
		unknown := temporal.NewSearchAttributeKeyKeyword("NobodyDefinedThis")
		_, err := p.TryStart(client.StartWorkflowOptions{
			TypedSearchAttributes: temporal.NewSearchAttributes(unknown.ValueSet("x")),
		}, "main")
		p.ErrorContains(err, "NobodyDefinedThis")
	}},
	{"memo", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) error {
			return workflow.UpsertMemo(ctx, map[string]any{"note": "second", "gone": nil})
		})
		run := p.StartWith(client.StartWorkflowOptions{
			Memo: map[string]any{"note": "first", "kept": 1, "gone": true},
		}, "main")
		p.NoError(run.Get(p, nil))
		fields := p.Describe(run).WorkflowExecutionInfo.Memo.Fields
		p.Equal(`"second"`, string(fields["note"].Data))
		p.Contains(fields, "kept")
		p.NotContains(fields, "gone")
	}},
	{"user-metadata", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) error {
			workflow.SetCurrentDetails(ctx, "half way")
			workflow.GetSignalChannel(ctx, "go").Receive(ctx, nil)
			return nil
		})
		run := p.StartWith(client.StartWorkflowOptions{StaticSummary: "an order", StaticDetails: "of **two** lines"}, "main")
		description, err := p.Client.DescribeWorkflow(p, run.GetID(), "")
		p.NoError(err)
		summary, err := description.GetStaticSummary()
		p.NoError(err)
		details, err := description.GetStaticDetails()
		p.NoError(err)
		p.Equal("an order / of **two** lines", summary+" / "+details)
		metadata, err := p.Client.QueryWorkflow(p, run.GetID(), "", "__temporal_workflow_metadata")
		p.NoError(err)
		p.True(metadata.HasValue())
		p.NoError(p.Client.SignalWorkflow(p, run.GetID(), "", "go", nil))
		p.NoError(run.Get(p, nil))
	}},
	{"child-properties", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context, id string) error {
			options := workflow.ChildWorkflowOptions{
				WorkflowID: id, Memo: map[string]any{"of": "child"}, StaticSummary: "a child",
				TypedSearchAttributes: temporal.NewSearchAttributes(contractInt.ValueSet(3)),
			}
			return workflow.ExecuteChildWorkflow(workflow.WithChildOptions(ctx, options), "child").Get(ctx, nil)
		})
		p.Workflow("child", func(workflow.Context) error { return nil })
		p.NoError(p.Start("main", p.ID("child")).Get(p, nil))
		description, err := p.Client.DescribeWorkflow(p, p.ID("child"), "")
		p.NoError(err)
		number, _ := description.TypedSearchAttributes.GetInt64(contractInt)
		p.Equal(int64(3), number)
		summary, err := description.GetStaticSummary()
		p.NoError(err)
		p.Equal("a child", summary)
		p.Equal(`"child"`, string(description.RawResponse.WorkflowExecutionInfo.Memo.Fields["of"].Data))
	}},
}
