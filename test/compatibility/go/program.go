// What a program has at hand: a client, a task queue of its own with the workflows it registers, and assertions.
package main

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/google/uuid"
	"github.com/stretchr/testify/require"
	enumspb "go.temporal.io/api/enums/v1"
	historypb "go.temporal.io/api/history/v1"
	"go.temporal.io/api/workflowservice/v1"
	"go.temporal.io/sdk/activity"
	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/worker"
	"go.temporal.io/sdk/workflow"
)

// Feature is a program with the name that it has in every language.
type Feature struct {
	Name string
	Run  func(p *Program)
}

type Program struct {
	*require.Assertions
	context.Context
	Client    client.Client
	Namespace string
	// Queue is polled by nobody else.
	Queue string

	connection client.Options
	mutex      sync.Mutex
	failures   []string
	workflows  []func(worker.Registry)
	activities []func(worker.Registry)
	served     worker.Worker
	cleanups   []func()
}

func runProgram(feature Feature, connection client.Options, shared client.Client, limit time.Duration) outcome {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	p := &Program{
		Context: ctx, Client: shared, Namespace: connection.Namespace, connection: connection,
		Queue: "go-" + feature.Name + "-" + uuid.NewString()[:8],
	}
	p.Assertions = require.New(p)
	startedAt := time.Now()
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		defer p.recover()
		feature.Run(p)
	}()
	select {
	case <-ended:
	case <-time.After(limit + 5*time.Second):
		p.Errorf("it hangs")
	}
	took := time.Since(startedAt)
	for i := len(p.cleanups) - 1; i >= 0; i-- {
		p.cleanups[i]()
	}
	p.mutex.Lock()
	defer p.mutex.Unlock()
	return outcome{
		Name: feature.Name, Ok: len(p.failures) == 0, Error: strings.Join(p.failures, "\n"), Ms: took.Milliseconds(),
	}
}

func (p *Program) recover() {
	if failure := recover(); failure != nil {
		p.Errorf("panic: %v", failure)
	}
}

// Errorf and FailNow make a Program what assertions expect of a test.
func (p *Program) Errorf(format string, args ...any) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	p.failures = append(p.failures, strings.TrimSpace(fmt.Sprintf(format, args...)))
}

func (p *Program) FailNow() { runtime.Goexit() }

// Deferred runs when the program is over, the last one first.
func (p *Program) Deferred(cleanup func()) { p.cleanups = append(p.cleanups, cleanup) }

// Workflow, Activity and the like register for every worker that the program starts afterwards.
func (p *Program) Workflow(name string, workflowFunc any) {
	p.WorkflowWith(workflow.RegisterOptions{Name: name}, workflowFunc)
}

func (p *Program) WorkflowWith(options workflow.RegisterOptions, workflowFunc any) {
	p.workflows = append(p.workflows, func(r worker.Registry) { r.RegisterWorkflowWithOptions(workflowFunc, options) })
}

func (p *Program) Activity(name string, activityFunc any) {
	p.activities = append(p.activities, func(r worker.Registry) {
		r.RegisterActivityWithOptions(activityFunc, activity.RegisterOptions{Name: name})
	})
}

// Register is for what is neither: dynamic code, services.
func (p *Program) Register(register func(worker.Registry)) {
	p.activities = append(p.activities, register)
}

// Serve starts the worker of the program's queue. Starting a workflow does it when the program did not.
func (p *Program) Serve(options worker.Options) worker.Worker {
	p.served = p.ServeOn(p.Client, p.Queue, options)
	return p.served
}

func (p *Program) ServeOn(c client.Client, queue string, options worker.Options) worker.Worker {
	w := worker.New(c, queue, options)
	registrations := p.activities
	if !options.DisableWorkflowWorker {
		registrations = append(slices.Clone(p.workflows), p.activities...)
	}
	for _, register := range registrations {
		register(w)
	}
	p.NoError(w.Start())
	var once sync.Once
	stopping := &stoppable{Worker: w, once: &once}
	p.Deferred(stopping.Stop)
	return stopping
}

// A worker that may be stopped twice.
type stoppable struct {
	worker.Worker
	once *sync.Once
}

func (s *stoppable) Stop() { s.once.Do(s.Worker.Stop) }

// Dial makes a client of the program's own.
func (p *Program) Dial(change func(*client.Options)) client.Client {
	options := p.connection
	change(&options)
	c, err := client.Dial(options)
	p.NoError(err)
	p.Deferred(c.Close)
	return c
}

func (p *Program) ID(name string) string { return p.Queue + "-" + name }

func (p *Program) Start(name string, args ...any) client.WorkflowRun {
	return p.StartWith(client.StartWorkflowOptions{}, name, args...)
}

// StartWith fills in the id and the queue unless the options say them.
func (p *Program) StartWith(options client.StartWorkflowOptions, name string, args ...any) client.WorkflowRun {
	run, err := p.TryStart(options, name, args...)
	p.NoError(err)
	return run
}

func (p *Program) TryStart(
	options client.StartWorkflowOptions, name string, args ...any,
) (client.WorkflowRun, error) {
	if p.served == nil {
		p.Serve(worker.Options{})
	}
	return p.Client.ExecuteWorkflow(p, p.filled(options), name, args...)
}

func (p *Program) filled(options client.StartWorkflowOptions) client.StartWorkflowOptions {
	if options.ID == "" {
		options.ID = p.ID(uuid.NewString()[:8])
	}
	if options.TaskQueue == "" {
		options.TaskQueue = p.Queue
	}
	return options
}

// Answer waits for the workflow's result.
func Answer[T any](p *Program, run client.WorkflowRun) T {
	var value T
	p.NoError(run.Get(p, &value))
	return value
}

// Run starts a workflow and answers its result.
func Run[T any](p *Program, name string, args ...any) T {
	return Answer[T](p, p.Start(name, args...))
}

func (p *Program) Events(run client.WorkflowRun) []*historypb.HistoryEvent {
	all := enumspb.HISTORY_EVENT_FILTER_TYPE_ALL_EVENT
	iterator := p.Client.GetWorkflowHistory(p, run.GetID(), run.GetRunID(), false, all)
	var events []*historypb.HistoryEvent
	for iterator.HasNext() {
		event, err := iterator.Next()
		p.NoError(err)
		events = append(events, event)
	}
	return events
}

func (p *Program) Types(run client.WorkflowRun) []enumspb.EventType {
	var types []enumspb.EventType
	for _, event := range p.Events(run) {
		types = append(types, event.EventType)
	}
	return types
}

// Event answers the first event of a type.
func (p *Program) Event(run client.WorkflowRun, eventType enumspb.EventType) *historypb.HistoryEvent {
	for _, event := range p.Events(run) {
		if event.EventType == eventType {
			return event
		}
	}
	p.FailNowWith("no event %s", eventType)
	return nil
}

func (p *Program) FailNowWith(format string, args ...any) {
	p.Errorf(format, args...)
	p.FailNow()
}

func (p *Program) Describe(run client.WorkflowRun) *workflowservice.DescribeWorkflowExecutionResponse {
	description, err := p.Client.DescribeWorkflow(p, run.GetID(), run.GetRunID())
	p.NoError(err)
	return description.RawResponse
}

func (p *Program) Status(run client.WorkflowRun) enumspb.WorkflowExecutionStatus {
	return p.Describe(run).WorkflowExecutionInfo.Status
}

// Await polls until the condition holds; the program's limit ends it.
func (p *Program) Await(what string, condition func() bool) {
	for !condition() {
		select {
		case <-p.Done():
			p.FailNowWith("waited in vain for %s", what)
		case <-time.After(50 * time.Millisecond):
		}
	}
}

func (p *Program) Query(run client.WorkflowRun, name string, value any) {
	encoded, err := p.Client.QueryWorkflow(p, run.GetID(), run.GetRunID(), name)
	p.NoError(err)
	p.NoError(encoded.Get(value))
}

// Application asserts that the error hides an application error and answers it.
func (p *Program) Application(err error) *temporal.ApplicationError {
	var failure *temporal.ApplicationError
	p.ErrorAs(err, &failure)
	return failure
}

// Closed waits for the end of a run, however it ends.
func (p *Program) Closed(run client.WorkflowRun) {
	p.Await("the end of "+run.GetID(), func() bool {
		return p.Status(run) != enumspb.WORKFLOW_EXECUTION_STATUS_RUNNING
	})
}

// short is for activities that are there at once: one second between attempts would only cost time.
func short(ctx workflow.Context) workflow.Context {
	return workflow.WithActivityOptions(ctx, workflow.ActivityOptions{
		StartToCloseTimeout: 30 * time.Second,
		RetryPolicy:         &temporal.RetryPolicy{InitialInterval: 10 * time.Millisecond},
	})
}

// once is for activities that must not be tried again.
func once(ctx workflow.Context) workflow.Context {
	return workflow.WithActivityOptions(ctx, workflow.ActivityOptions{
		StartToCloseTimeout: 30 * time.Second,
		RetryPolicy:         &temporal.RetryPolicy{MaximumAttempts: 1},
	})
}
