// What the control plane needs on a Temporal cluster: a namespace of its own.
import { registerNamespace } from "#harness/temporal-process";
import { randomIds } from "#shared/ids";

/** A namespace of its own for the control plane, once every part of the cluster sees it. */
export async function registerControlNamespace(address: string): Promise<string> {
  const namespace = `cellplane-${randomIds.short(8)}`;
  await registerNamespace({ address, namespace });
  return namespace;
}
