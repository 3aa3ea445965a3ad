// Lists, counts, scans, and batch operations over what they find.
package main

import (
	"fmt"

	batchpb "go.temporal.io/api/batch/v1"
	enumspb "go.temporal.io/api/enums/v1"
	filterpb "go.temporal.io/api/filter/v1"
	workflowpb "go.temporal.io/api/workflow/v1"
	"go.temporal.io/api/workflowservice/v1"
	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/workflow"
)

var visibilityFeatures = []Feature{
	{"list-filter", func(p *Program) {
		listed(p, 5)
		for filter, expected := range map[string]int{
			"ContractInt >= 3":                                2,
			"ContractInt BETWEEN 1 AND 3":                     3,
			"ContractInt = 1 OR ContractInt = 2":              2,
			"ContractInt IN (0, 4)":                           2,
			"NOT ContractInt = 0":                             4,
			"ContractBool = true":                             3,
			"ExecutionStatus = 'Completed'":                   5,
			"ExecutionStatus = 'Running'":                     0,
			"WorkflowType = 'main' AND CloseTime IS NOT NULL": 5,
			"StartTime > '2020-01-01T00:00:00Z'":              5,
			"ContractList = 'all'":                            5,
			"WorkflowId STARTS_WITH 'go-list-filter'":         5,
			"ContractDouble IS NULL":                          5,
		} {
			p.Len(list(p, filter), expected, filter)
		}
	}},
	{"list-pages", func(p *Program) {
		listed(p, 5)
		seen := map[string]bool{}
		request := &workflowservice.ListWorkflowExecutionsRequest{PageSize: 2, Query: mine(p, "")}
		for pages := 0; pages < 10; pages++ {
			page, err := p.Client.ListWorkflow(p, request)
			p.NoError(err)
			for _, execution := range page.Executions {
				seen[execution.Execution.RunId] = true
			}
			if request.NextPageToken = page.NextPageToken; len(request.NextPageToken) == 0 {
				break
			}
		}
		p.Len(seen, 5)
	}},
	{"list-invalid-filter", func(p *Program) {
		for _, filter := range []string{"nonsense (", "NobodyDefinedThis = 1", "ContractInt = 'not a number'"} {
			_, err := p.Client.ListWorkflow(p, &workflowservice.ListWorkflowExecutionsRequest{Query: filter})
			p.Error(err, filter)
		}
	}},
	{"count", func(p *Program) {
		listed(p, 5)
		response, err := p.Client.CountWorkflow(p, &workflowservice.CountWorkflowExecutionsRequest{Query: mine(p, "")})
		p.NoError(err)
		p.Equal(int64(5), response.Count)
	}},
	{"count-by-status", func(p *Program) {
		listed(p, 3)
		response, err := p.Client.CountWorkflow(p, &workflowservice.CountWorkflowExecutionsRequest{
			Query: mine(p, "") + " GROUP BY ExecutionStatus",
		})
		p.NoError(err)
		p.Len(response.Groups, 1)
		p.Equal(int64(3), response.Groups[0].Count)
		p.Equal(`"Completed"`, string(response.Groups[0].GroupValues[0].Data))
	}},
	{"scan", func(p *Program) {
		listed(p, 3)
		response, err := p.Client.ScanWorkflow(p, &workflowservice.ScanWorkflowExecutionsRequest{Query: mine(p, "")})
		p.NoError(err)
		p.Len(response.Executions, 3)
	}},
	{"list-open-and-closed", func(p *Program) {
		runs := listed(p, 1)
		p.Await("the closed run", func() bool {
			response, err := p.Client.ListClosedWorkflow(p, &workflowservice.ListClosedWorkflowExecutionsRequest{
				Filters: &workflowservice.ListClosedWorkflowExecutionsRequest_ExecutionFilter{
					ExecutionFilter: &filterpb.WorkflowExecutionFilter{WorkflowId: runs[0].GetID()},
				},
				StartTimeFilter: &filterpb.StartTimeFilter{},
			})
			p.NoError(err)
			return len(response.Executions) == 1
		})
	}},
}

// mine restricts a filter to the program's runs.
func mine(p *Program, filter string) string {
	own := fmt.Sprintf("ContractKeyword = '%s'", p.Queue)
	if filter == "" {
		return own
	}
	return own + " AND (" + filter + ")"
}

func list(p *Program, filter string) []*workflowpb.WorkflowExecutionInfo {
	response, err := p.Client.ListWorkflow(p, &workflowservice.ListWorkflowExecutionsRequest{Query: mine(p, filter)})
	p.NoError(err)
	return response.Executions
}

// listed runs workflows with search attributes and waits until all of them are listed as closed.
func listed(p *Program, runs int) []client.WorkflowRun {
	p.Workflow("main", func(workflow.Context) error { return nil })
	var started []client.WorkflowRun
	for i := range runs {
		run := p.StartWith(client.StartWorkflowOptions{TypedSearchAttributes: temporal.NewSearchAttributes(
			contractKeyword.ValueSet(p.Queue), contractInt.ValueSet(int64(i)), contractBool.ValueSet(i%2 == 0),
			contractList.ValueSet([]string{"all", fmt.Sprint(i)}),
		)}, "main")
		p.NoError(run.Get(p, nil))
		started = append(started, run)
	}
	p.Await("the runs in the list", func() bool { return len(list(p, "ExecutionStatus = 'Completed'")) == runs })
	return started
}

var batchFeatures = []Feature{
	{"batch-terminate", func(p *Program) {
		runs := batched(p, &workflowservice.StartBatchOperationRequest{
			Operation: &workflowservice.StartBatchOperationRequest_TerminationOperation{
				TerminationOperation: &batchpb.BatchOperationTermination{},
			},
		})
		p.Equal(enumspb.WORKFLOW_EXECUTION_STATUS_TERMINATED, p.Status(runs[0]))
	}},
	{"batch-cancel", func(p *Program) {
		runs := batched(p, &workflowservice.StartBatchOperationRequest{
			Operation: &workflowservice.StartBatchOperationRequest_CancellationOperation{
				CancellationOperation: &batchpb.BatchOperationCancellation{},
			},
		})
		p.Equal(enumspb.WORKFLOW_EXECUTION_STATUS_CANCELED, p.Status(runs[0]))
	}},
	{"batch-signal", func(p *Program) {
		runs := batched(p, &workflowservice.StartBatchOperationRequest{
			Operation: &workflowservice.StartBatchOperationRequest_SignalOperation{
				SignalOperation: &batchpb.BatchOperationSignal{Signal: "go"},
			},
		})
		p.Equal(enumspb.WORKFLOW_EXECUTION_STATUS_COMPLETED, p.Status(runs[0]))
	}},
	{"batch-list-describe", func(p *Program) {
		batched(p, &workflowservice.StartBatchOperationRequest{
			Operation: &workflowservice.StartBatchOperationRequest_SignalOperation{
				SignalOperation: &batchpb.BatchOperationSignal{Signal: "go"},
			},
		})
		description, err := p.Client.WorkflowService().DescribeBatchOperation(p,
			&workflowservice.DescribeBatchOperationRequest{Namespace: p.Namespace, JobId: p.ID("job")})
		p.NoError(err)
		p.Equal("as asked", description.Reason)
		p.Equal(int64(3), description.CompleteOperationCount)
		p.Await("the job in the list", func() bool {
			response, err := p.Client.WorkflowService().ListBatchOperations(p,
				&workflowservice.ListBatchOperationsRequest{Namespace: p.Namespace, PageSize: 100})
			p.NoError(err)
			for _, job := range response.OperationInfo {
				if job.JobId == p.ID("job") {
					return true
				}
			}
			return false
		})
	}},
}

// batched applies an operation to three open runs and answers them when all are closed.
func batched(p *Program, request *workflowservice.StartBatchOperationRequest) []client.WorkflowRun {
	p.Workflow("main", func(ctx workflow.Context) error {
		selector := workflow.NewSelector(ctx)
		selector.AddReceive(workflow.GetSignalChannel(ctx, "go"), func(workflow.ReceiveChannel, bool) {})
		selector.AddReceive(ctx.Done(), func(workflow.ReceiveChannel, bool) {})
		selector.Select(ctx)
		return ctx.Err()
	})
	var runs []client.WorkflowRun
	for range 3 {
		runs = append(runs, p.StartWith(client.StartWorkflowOptions{
			TypedSearchAttributes: temporal.NewSearchAttributes(contractKeyword.ValueSet(p.Queue)),
		}, "main"))
	}
	p.Await("the runs in the list", func() bool { return len(list(p, "ExecutionStatus = 'Running'")) == 3 })
	request.Namespace, request.JobId, request.Reason = p.Namespace, p.ID("job"), "as asked"
	request.VisibilityQuery = mine(p, "ExecutionStatus = 'Running'")
	p.Await("a free slot", func() bool {
		// A namespace runs few jobs at a time: others may be under way.
		_, err := p.Client.WorkflowService().StartBatchOperation(p, request)
		if err != nil && p.Err() != nil {
			p.NoError(err)
		}
		return err == nil
	})
	p.Await("the end of the job", func() bool {
		description, err := p.Client.WorkflowService().DescribeBatchOperation(p,
			&workflowservice.DescribeBatchOperationRequest{Namespace: p.Namespace, JobId: request.JobId})
		return err == nil && description.State == enumspb.BATCH_OPERATION_STATE_COMPLETED
	})
	for _, run := range runs {
		p.Closed(run)
	}
	return runs
}
