// Payloads: codecs, converters, failure converters, headers, and what is too large.
package main

import (
	"context"
	"strings"
	"sync"

	commonpb "go.temporal.io/api/common/v1"
	enumspb "go.temporal.io/api/enums/v1"
	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/converter"
	"go.temporal.io/sdk/interceptor"
	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/worker"
	"go.temporal.io/sdk/workflow"
)

const megabyte = 1 << 20

var payloadFeatures = []Feature{
	{"payload-types", func(p *Program) {
		p.Workflow("main", func(_ workflow.Context, raw []byte, none *string, message *commonpb.WorkflowType, list []int) (
			map[string]any, error,
		) {
			return map[string]any{"raw": len(raw), "none": none, "message": message.Name, "list": list}, nil
		})
		run := p.Start("main", []byte{0, 255}, nil, &commonpb.WorkflowType{Name: "typed"}, []int{1, 2})
		p.Equal(map[string]any{"raw": 2.0, "none": nil, "message": "typed", "list": []any{1.0, 2.0}},
			Answer[map[string]any](p, run))
		input := p.Events(run)[0].GetWorkflowExecutionStartedEventAttributes().Input.Payloads
		var encodings []string
		for _, payload := range input {
			encodings = append(encodings, string(payload.Metadata["encoding"]))
		}
		p.Equal([]string{"binary/plain", "binary/null", "json/protobuf", "json/plain"}, encodings)
	}},
	{"payload-codec", func(p *Program) {
		p.Client = p.Dial(func(options *client.Options) {
			options.DataConverter = converter.NewCodecDataConverter(
				converter.GetDefaultDataConverter(), converter.NewZlibCodec(converter.ZlibCodecOptions{AlwaysEncode: true}))
		})
		p.Workflow("main", func(ctx workflow.Context, name string) (string, error) {
			var greeting string
			err := workflow.ExecuteActivity(short(ctx), "greet", name).Get(ctx, &greeting)
			return greeting, err
		})
		p.Activity("greet", func(_ context.Context, name string) (string, error) { return "Hello, " + name, nil })
		run := p.Start("main", "Ada")
		p.Equal("Hello, Ada", Answer[string](p, run))
		input := p.Events(run)[0].GetWorkflowExecutionStartedEventAttributes().Input.Payloads[0]
		p.Equal("binary/zlib", string(input.Metadata["encoding"]))
	}},
	{"failure-converter", func(p *Program) {
		p.Client = p.Dial(func(options *client.Options) {
			options.FailureConverter = temporal.NewDefaultFailureConverter(temporal.DefaultFailureConverterOptions{
				DataConverter: converter.GetDefaultDataConverter(), EncodeCommonAttributes: true,
			})
		})
		p.Workflow("main", func(workflow.Context) error { return temporal.NewApplicationError("a secret", "Secret") })
		run := p.Start("main")
		p.Contains(run.Get(p, nil).Error(), "a secret")
		event := p.Event(run, enumspb.EVENT_TYPE_WORKFLOW_EXECUTION_FAILED)
		failure := event.GetWorkflowExecutionFailedEventAttributes().Failure
		p.Equal("Encoded failure", failure.Message)
		p.NotNil(failure.EncodedAttributes)
	}},
	{"payload-large", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context, text string) (int, error) {
			var echoed string
			err := workflow.ExecuteActivity(short(ctx), "echo", text).Get(ctx, &echoed)
			return len(echoed), err
		})
		p.Activity("echo", func(_ context.Context, text string) (string, error) { return text, nil })
		p.Equal(3*megabyte/2, Run[int](p, "main", strings.Repeat("x", 3*megabyte/2)))
	}},
	{"payload-too-large-start", func(p *Program) {
		p.Workflow("main", func(workflow.Context, string) error { return nil })
		_, err := p.TryStart(client.StartWorkflowOptions{}, "main", strings.Repeat("x", 5*megabyte/2))
		p.Error(err)
	}},
	{"payload-too-large-activity-result", func(p *Program) {
		p.Workflow("main", func(ctx workflow.Context) error {
			return workflow.ExecuteActivity(once(ctx), "blow").Get(ctx, nil)
		})
		p.Activity("blow", func(context.Context) (string, error) { return strings.Repeat("x", 5*megabyte/2), nil })
		p.Serve(worker.Options{DisablePayloadErrorLimit: true})
		var failure *temporal.ActivityError
		p.ErrorAs(p.Start("main").Get(p, nil), &failure)
	}},
	{"payload-too-large-signal", func(p *Program) {
		p.Workflow("main", sumsSignals)
		run := p.Start("main", 1)
		p.Error(p.Client.SignalWorkflow(p, run.GetID(), "", "add", strings.Repeat("x", 5*megabyte/2)))
		p.NoError(p.Client.SignalWorkflow(p, run.GetID(), "", "add", 1))
		p.NoError(run.Get(p, nil))
	}},
}

var interceptionFeatures = []Feature{
	{"headers", func(p *Program) {
		p.Client = p.Dial(func(options *client.Options) {
			options.ContextPropagators = []workflow.ContextPropagator{tenantPropagator{}}
		})
		p.Workflow("main", func(ctx workflow.Context) (string, error) {
			var tenant string
			if err := workflow.ExecuteActivity(short(ctx), "who").Get(ctx, &tenant); err != nil {
				return "", err
			}
			var child string
			err := workflow.ExecuteChildWorkflow(ctx, "child").Get(ctx, &child)
			return tenant + " " + child, err
		})
		p.Workflow("child", func(ctx workflow.Context) (string, error) {
			tenant, _ := ctx.Value(tenantKey{}).(string)
			return tenant, nil
		})
		p.Activity("who", func(ctx context.Context) (string, error) {
			tenant, _ := ctx.Value(tenantKey{}).(string)
			return tenant, nil
		})
		p.Context = context.WithValue(p.Context, tenantKey{}, "acme")
		p.Equal("acme acme", Run[string](p, "main"))
	}},
	{"interceptors", func(p *Program) {
		calls := &recorder{}
		p.Client = p.Dial(func(options *client.Options) {
			options.Interceptors = []interceptor.ClientInterceptor{&clientRecorder{calls: calls}}
		})
		p.Workflow("main", func(ctx workflow.Context) error {
			return workflow.ExecuteActivity(short(ctx), "noop").Get(ctx, nil)
		})
		p.Activity("noop", func(context.Context) error { return nil })
		p.Serve(worker.Options{Interceptors: []interceptor.WorkerInterceptor{&workerRecorder{calls: calls}}})
		p.NoError(p.Start("main").Get(p, nil))
		p.Equal([]string{"start", "activity"}, calls.names)
	}},
	{"request-failure-metrics", func(p *Program) {
		counts := &counters{values: map[string]int64{}}
		c := p.Dial(func(options *client.Options) { options.MetricsHandler = counts })
		_, err := c.DescribeWorkflow(p, "nobody-"+p.Queue, "")
		p.Error(err)
		counts.mutex.Lock()
		defer counts.mutex.Unlock()
		p.Equal(int64(1), counts.values["temporal_request_failure DescribeWorkflowExecution NOT_FOUND"], "%v", counts.values)
	}},
}

type tenantKey struct{}

// tenantPropagator carries a tenant's name from the client through workflows to activities and children.
type tenantPropagator struct{}

const tenantHeader = "tenant"

func write(value any, writer workflow.HeaderWriter) error {
	if value == nil {
		return nil
	}
	payload, err := converter.GetDefaultDataConverter().ToPayload(value)
	writer.Set(tenantHeader, payload)
	return err
}

func readTenant(reader workflow.HeaderReader) (tenant string, err error) {
	if payload, found := reader.Get(tenantHeader); found {
		err = converter.GetDefaultDataConverter().FromPayload(payload, &tenant)
	}
	return tenant, err
}

func (tenantPropagator) Inject(ctx context.Context, writer workflow.HeaderWriter) error {
	return write(ctx.Value(tenantKey{}), writer)
}

func (tenantPropagator) InjectFromWorkflow(ctx workflow.Context, writer workflow.HeaderWriter) error {
	return write(ctx.Value(tenantKey{}), writer)
}

func (tenantPropagator) Extract(ctx context.Context, reader workflow.HeaderReader) (context.Context, error) {
	tenant, err := readTenant(reader)
	return context.WithValue(ctx, tenantKey{}, tenant), err
}

func (tenantPropagator) ExtractToWorkflow(ctx workflow.Context, reader workflow.HeaderReader) (workflow.Context, error) {
	tenant, err := readTenant(reader)
	return workflow.WithValue(ctx, tenantKey{}, tenant), err
}

type recorder struct {
	mutex sync.Mutex
	names []string
}

func (r *recorder) add(name string) {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	r.names = append(r.names, name)
}

type clientRecorder struct {
	interceptor.ClientInterceptorBase
	calls *recorder
}

func (c *clientRecorder) InterceptClient(next interceptor.ClientOutboundInterceptor) interceptor.ClientOutboundInterceptor {
	return &outboundRecorder{ClientOutboundInterceptorBase: interceptor.ClientOutboundInterceptorBase{Next: next}, calls: c.calls}
}

type outboundRecorder struct {
	interceptor.ClientOutboundInterceptorBase
	calls *recorder
}

func (o *outboundRecorder) ExecuteWorkflow(ctx context.Context, in *interceptor.ClientExecuteWorkflowInput) (client.WorkflowRun, error) {
	o.calls.add("start")
	return o.Next.ExecuteWorkflow(ctx, in)
}

type workerRecorder struct {
	interceptor.WorkerInterceptorBase
	calls *recorder
}

func (w *workerRecorder) InterceptActivity(
	_ context.Context, next interceptor.ActivityInboundInterceptor,
) interceptor.ActivityInboundInterceptor {
	return &activityRecorder{ActivityInboundInterceptorBase: interceptor.ActivityInboundInterceptorBase{Next: next}, calls: w.calls}
}

type activityRecorder struct {
	interceptor.ActivityInboundInterceptorBase
	calls *recorder
}

func (a *activityRecorder) ExecuteActivity(ctx context.Context, in *interceptor.ExecuteActivityInput) (any, error) {
	a.calls.add("activity")
	return a.Next.ExecuteActivity(ctx, in)
}

// counters sums what the SDK counts, by metric, operation and status.
type counters struct {
	client.MetricsHandler
	mutex  sync.Mutex
	values map[string]int64
}

func (c *counters) WithTags(tags map[string]string) client.MetricsHandler {
	return &taggedCounters{MetricsHandler: client.MetricsNopHandler, all: c, tags: tags}
}

func (c *counters) Counter(string) client.MetricsCounter { return client.MetricsNopHandler.Counter("") }
func (c *counters) Gauge(string) client.MetricsGauge     { return client.MetricsNopHandler.Gauge("") }
func (c *counters) Timer(string) client.MetricsTimer     { return client.MetricsNopHandler.Timer("") }

type taggedCounters struct {
	client.MetricsHandler
	all  *counters
	tags map[string]string
}

func (t *taggedCounters) WithTags(tags map[string]string) client.MetricsHandler {
	merged := map[string]string{}
	for _, some := range []map[string]string{t.tags, tags} {
		for name, value := range some {
			merged[name] = value
		}
	}
	return &taggedCounters{MetricsHandler: client.MetricsNopHandler, all: t.all, tags: merged}
}

func (t *taggedCounters) Counter(name string) client.MetricsCounter {
	return counterFunc(func(delta int64) {
		t.all.mutex.Lock()
		defer t.all.mutex.Unlock()
		t.all.values[strings.TrimSpace(name+" "+t.tags["operation"]+" "+t.tags["status_code"])] += delta
	})
}

type counterFunc func(int64)

func (c counterFunc) Inc(delta int64) { c(delta) }
