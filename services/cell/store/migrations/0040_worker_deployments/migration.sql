-- Worker deployments and their versions: read once when the cell starts, a row replaced when it changes. A version's row
-- holds its task queues, so that setting a deployment's routing does not write them.
create table worker_deployments (
  namespace_id uuid not null,
  name text collate "C" not null,
  create_request_id text not null,
  -- Makes the token by which clients tell states apart.
  changes bigint not null,
  -- Encoded temporal.api.deployment.v1.WorkerDeploymentInfo without its versions.
  info bytea not null,
  primary key (namespace_id, name)
);

create table worker_deployment_versions (
  namespace_id uuid not null,
  deployment_name text collate "C" not null,
  build_id text collate "C" not null,
  create_request_id text not null,
  -- Encoded temporal.api.deployment.v1.WorkerDeploymentVersionInfo.
  info bytea not null,
  primary key (namespace_id, deployment_name, build_id)
);
