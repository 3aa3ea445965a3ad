// The form of a new namespace as the API's message, as a command and as Terraform.
import { shellWord, terraformOf } from "#format/show-as";
import type { NamespaceSpec } from "./namespace-facts.ts";

export interface NamespaceForm {
  name: string;
  region: string;
  auth: "apiKey" | "mtls";
  retentionDays: string;
}

export function specOf({ name, region, auth, retentionDays }: NamespaceForm): NamespaceSpec {
  return {
    name: name.trim(),
    replicas: [{ region }],
    retentionDays: Number(retentionDays) || 0,
    ...(auth === "apiKey" ? { apiKeyAuth: { enabled: true } } : { mtlsAuth: { enabled: true } }),
  };
}

export function createCommand({ name, region, auth, retentionDays }: NamespaceForm): string {
  return [
    "temporal cloud namespace create",
    `--namespace ${shellWord(name.trim() || "NAME")}`,
    `--region ${shellWord(region)}`,
    `--retention-days ${shellWord(retentionDays)}`,
    auth === "apiKey" ? "--api-key-auth-enabled" : "--mtls-auth-enabled",
  ].join(" \\\n  ");
}

export function createTerraform({ name, region, auth, retentionDays }: NamespaceForm): string {
  return terraformOf("temporalcloud_namespace", name.trim(), {
    name: name.trim(),
    regions: [region],
    retention_days: Number(retentionDays) || 0,
    ...(auth === "apiKey" ? { api_key_auth: true } : { accepted_client_ca: "(filebase64 of your CA)" }),
  });
}
