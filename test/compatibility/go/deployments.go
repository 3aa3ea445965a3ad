// Worker deployments: pinned and upgrading workflows, ramps, overrides.
package main

import (
	enumspb "go.temporal.io/api/enums/v1"
	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/worker"
	"go.temporal.io/sdk/workflow"
)

var deploymentFeatures = []Feature{
	{"deployment-current-version", func(p *Program) {
		deployed(p, workflow.VersioningBehaviorAutoUpgrade, "1")
		setCurrent(p, "1")
		run := p.Start("main")
		p.NoError(p.Client.SignalWorkflow(p, run.GetID(), "", "go", nil))
		p.Equal("1 then 1", Answer[string](p, run))
		info := p.Describe(run).WorkflowExecutionInfo.VersioningInfo
		p.Equal("1", info.DeploymentVersion.BuildId)
		p.Equal(enumspb.VERSIONING_BEHAVIOR_AUTO_UPGRADE, info.Behavior)
	}},
	{"deployment-auto-upgrade", func(p *Program) {
		p.Equal("1 then 2", acrossVersions(p, workflow.VersioningBehaviorAutoUpgrade))
	}},
	{"deployment-pinned", func(p *Program) {
		p.Equal("1 then 1", acrossVersions(p, workflow.VersioningBehaviorPinned))
	}},
	{"deployment-ramp", func(p *Program) {
		deployed(p, workflow.VersioningBehaviorPinned, "1", "2")
		setCurrent(p, "1")
		handle := p.Client.WorkerDeploymentClient().GetHandle(p.Queue)
		p.Await("the ramp", func() bool {
			_, err := handle.SetRampingVersion(p, client.WorkerDeploymentSetRampingVersionOptions{BuildID: "2", Percentage: 100})
			return err == nil
		})
		p.Await("a run on the ramping version", func() bool {
			run := p.Start("main")
			p.NoError(p.Client.SignalWorkflow(p, run.GetID(), "", "go", nil))
			return Answer[string](p, run) == "2 then 2"
		})
		description, err := handle.Describe(p, client.WorkerDeploymentDescribeOptions{})
		p.NoError(err)
		p.Equal("2", description.Info.RoutingConfig.RampingVersion.BuildID)
		p.Equal(float32(100), description.Info.RoutingConfig.RampingVersionPercentage)
	}},
	{"deployment-override-start", func(p *Program) {
		deployed(p, workflow.VersioningBehaviorAutoUpgrade, "1", "2")
		setCurrent(p, "1")
		run := p.StartWith(client.StartWorkflowOptions{VersioningOverride: pinnedTo(p, "2")}, "main")
		p.NoError(p.Client.SignalWorkflow(p, run.GetID(), "", "go", nil))
		p.Equal("2 then 2", Answer[string](p, run))
	}},
	{"deployment-override-update", func(p *Program) {
		deployed(p, workflow.VersioningBehaviorPinned, "1", "2")
		setCurrent(p, "1")
		run := p.Start("main")
		waiting(p, run)
		_, err := p.Client.UpdateWorkflowExecutionOptions(p, client.UpdateWorkflowExecutionOptionsRequest{
			WorkflowId: run.GetID(),
			WorkflowExecutionOptionsChanges: client.WorkflowExecutionOptionsChanges{
				VersioningOverride: &client.VersioningOverrideChange{Value: pinnedTo(p, "2")},
			},
		})
		p.NoError(err)
		p.NoError(p.Client.SignalWorkflow(p, run.GetID(), "", "go", nil))
		p.Equal("1 then 2", Answer[string](p, run))
	}},
	{"deployment-describe-version", func(p *Program) {
		deployed(p, workflow.VersioningBehaviorPinned, "1")
		setCurrent(p, "1")
		handle := p.Client.WorkerDeploymentClient().GetHandle(p.Queue)
		version, err := handle.DescribeVersion(p, client.WorkerDeploymentDescribeVersionOptions{BuildID: "1"})
		p.NoError(err)
		p.False(version.Info.CurrentSinceTime.IsZero())
		p.NotEmpty(version.Info.TaskQueuesInfos)
		p.Equal(p.Queue, version.Info.TaskQueuesInfos[0].Name)
		p.Await("the deployment in the list", func() bool {
			iterator, err := p.Client.WorkerDeploymentClient().List(p, client.WorkerDeploymentListOptions{PageSize: 100})
			p.NoError(err)
			for iterator.HasNext() {
				entry, err := iterator.Next()
				p.NoError(err)
				if entry.Name == p.Queue {
					return true
				}
			}
			return false
		})
	}},
}

// deployed starts a worker for each build of the deployment that is named as the queue.
func deployed(p *Program, behavior workflow.VersioningBehavior, builds ...string) {
	for _, build := range builds {
		p.workflows = nil
		p.WorkflowWith(workflow.RegisterOptions{Name: "main", VersioningBehavior: behavior}, toldByBuild(build))
		p.served = p.ServeOn(p.Client, p.Queue, worker.Options{DeploymentOptions: worker.DeploymentOptions{
			UseVersioning: true, Version: worker.WorkerDeploymentVersion{DeploymentName: p.Queue, BuildID: build},
		}})
	}
}

// toldByBuild answers the builds that ran before and after the signal "go".
func toldByBuild(build string) func(workflow.Context) (string, error) {
	return func(ctx workflow.Context) (string, error) {
		var before string
		encoded := workflow.SideEffect(ctx, func(workflow.Context) any { return build })
		if err := encoded.Get(&before); err != nil {
			return "", err
		}
		workflow.GetSignalChannel(ctx, "go").Receive(ctx, nil)
		return before + " then " + build, nil
	}
}

func setCurrent(p *Program, build string) {
	handle := p.Client.WorkerDeploymentClient().GetHandle(p.Queue)
	p.Await("build "+build+" as the current one", func() bool {
		_, err := handle.SetCurrentVersion(p, client.WorkerDeploymentSetCurrentVersionOptions{BuildID: build})
		return err == nil
	})
	// The routing reaches the task queues a moment later.
	p.Await("a run on build "+build, func() bool {
		run := p.Start("main")
		p.NoError(p.Client.SignalWorkflow(p, run.GetID(), "", "go", nil))
		return Answer[string](p, run) == build+" then "+build
	})
}

func acrossVersions(p *Program, behavior workflow.VersioningBehavior) string {
	deployed(p, behavior, "1")
	setCurrent(p, "1")
	run := p.Start("main")
	waiting(p, run)
	deployed(p, behavior, "2")
	setCurrent(p, "2")
	p.NoError(p.Client.SignalWorkflow(p, run.GetID(), "", "go", nil))
	return Answer[string](p, run)
}

func waiting(p *Program, run client.WorkflowRun) {
	p.Await("the first task", func() bool {
		return count(p.Types(run), enumspb.EVENT_TYPE_WORKFLOW_TASK_COMPLETED) == 1
	})
}

func pinnedTo(p *Program, build string) client.VersioningOverride {
	return &client.PinnedVersioningOverride{
		Version: worker.WorkerDeploymentVersion{DeploymentName: p.Queue, BuildID: build},
	}
}
