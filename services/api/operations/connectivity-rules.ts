// Operations of connectivity rules.
import type { cloudV1, temporal } from "#contracts";
import {
  createConnectivityRule,
  deleteConnectivityRule,
  getConnectivityRule,
  getConnectivityRules,
  getConnectivityRuleSources,
  setConnectivityRuleSources,
} from "#domain/connectivity-rules";
import { operation, type Operation } from "./operation.ts";

const CLOUD = "temporal.api.cloud.cloudservice.v1.CloudService";
const CONNECTIVITY = "cellplane.cloud.v1.ConnectivityService";

export const connectivityRuleOperations: Operation[] = [
  operation({
    rpc: `${CLOUD}/CreateConnectivityRule`,
    permission: "cloud.connectivityrule.create",
    run: (context, request: temporal.api.cloud.cloudservice.v1.ICreateConnectivityRuleRequest) =>
      createConnectivityRule(context, request),
  }),
  operation({
    rpc: `${CLOUD}/GetConnectivityRule`,
    permission: "cloud.connectivityrule.get",
    run: (context, request: temporal.api.cloud.cloudservice.v1.IGetConnectivityRuleRequest) =>
      getConnectivityRule(context, request),
  }),
  operation({
    rpc: `${CLOUD}/GetConnectivityRules`,
    permission: "cloud.connectivityrule.list",
    run: (context, request: temporal.api.cloud.cloudservice.v1.IGetConnectivityRulesRequest) =>
      getConnectivityRules(context, request),
  }),
  operation({
    rpc: `${CLOUD}/DeleteConnectivityRule`,
    permission: "cloud.connectivityrule.delete",
    run: (context, request: temporal.api.cloud.cloudservice.v1.IDeleteConnectivityRuleRequest) =>
      deleteConnectivityRule(context, request),
  }),
  operation({
    rpc: `${CONNECTIVITY}/GetConnectivityRuleSources`,
    permission: "cloud.connectivityrule.get",
    run: (context, request: cloudV1.IGetConnectivityRuleSourcesRequest) =>
      getConnectivityRuleSources(context, request),
  }),
  operation({
    rpc: `${CONNECTIVITY}/SetConnectivityRuleSources`,
    permission: "cloud.connectivityrule.update",
    run: (context, request: cloudV1.ISetConnectivityRuleSourcesRequest) =>
      setConnectivityRuleSources(context, request),
  }),
];
