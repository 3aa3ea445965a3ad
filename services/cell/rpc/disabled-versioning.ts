// The generations of worker versioning that worker deployments replaced: build id sets, versioning rules and the first
// deployments. Temporal's server has them off unless it is told otherwise; this cell answers as that server does.
import { CloudError, type ErrorCode } from "#shared/errors";
import { rpc, type RpcOperation } from "./operation.ts";

interface Request {
  namespace?: string | null;
}

const GENERATIONS: readonly { code: ErrorCode; message: string; methods: readonly string[] }[] = [
  {
    code: "PERMISSION_DENIED",
    message: "Worker versioning v0.1 (Version Set-based, deprecated) is disabled on this namespace.",
    methods: ["UpdateWorkerBuildIdCompatibility", "GetWorkerBuildIdCompatibility"],
  },
  {
    code: "PERMISSION_DENIED",
    message: "Worker versioning v0.2 (Rules-based, deprecated) is disabled on this namespace.",
    methods: ["UpdateWorkerVersioningRules", "GetWorkerVersioningRules", "GetWorkerTaskReachability"],
  },
  {
    code: "UNIMPLEMENTED",
    message: "Deployments are deprecated and no longer supported, use Worker Deployments instead",
    methods: [
      "DescribeDeployment",
      "ListDeployments",
      "GetDeploymentReachability",
      "GetCurrentDeployment",
      "SetCurrentDeployment",
    ],
  },
];

export const disabledVersioning: readonly RpcOperation[] = GENERATIONS.flatMap(({ code, message, methods }) =>
  methods.map((method) =>
    rpc<Request, never>(method, (engine, request) => {
      engine.namespaces.named(request.namespace);
      throw new CloudError(code, message);
    }),
  ),
);
