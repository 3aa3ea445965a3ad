// Which namespace a call is about: its request's field decides, and what the header and the SNI name say must agree.
import { CloudError } from "#shared/errors";
import type { DirectoryView } from "../directory/directory-view.ts";
import type { GatewayMethod } from "./methods.ts";
import { scanString } from "./scan-namespace.ts";

interface Named {
  method: GatewayMethod;
  /** Header `temporal-namespace`. */
  header: string | undefined;
  /** What `namespaceOfServerName` made of the SNI name. */
  serverName: string | undefined;
  /** The request's message, inflated. */
  message: Uint8Array;
  view: DirectoryView;
}

/** The namespace's name; undefined for a method without one. Errors: INVALID_ARGUMENT for none or contradicting ones. */
export function namespaceOf(named: Named): string | undefined {
  const { method, header, serverName } = named;
  const field = method.namespaceField === 0 ? undefined : fieldOf(named);
  const name = field ?? header ?? serverName;
  for (const other of [header, serverName]) {
    if (other !== undefined && name !== undefined && other.toLowerCase() !== name.toLowerCase()) {
      throw new CloudError(
        "INVALID_ARGUMENT",
        "The namespace of the request, of the temporal-namespace header and of the server name differ.",
      );
    }
  }
  // Only the field and the header have the namespace's exact spelling; names themselves are lower-case.
  return name;
}

function fieldOf({ method, message, view }: Named): string {
  const name = scanString(message, method.namespaceField);
  const id = method.namespaceIdField === 0 ? "" : scanString(message, method.namespaceIdField);
  if (id !== "") {
    const named = view.namespacesById.get(id)?.name;
    // An unknown id becomes a name that no namespace has, so it is refused like any other.
    if (name !== "" && name !== named) return "";
    return named ?? "";
  }
  if (name === "")
    throw new CloudError("INVALID_ARGUMENT", "Namespace not set on request.", { field: "namespace" });
  return name;
}

/** The namespace that an SNI name stands for, or undefined when it names the gateway itself. */
export function namespaceOfServerName(
  serverName: string,
  domain: string | undefined,
  view: DirectoryView,
): string | undefined {
  if (serverName === "") return undefined;
  if (domain !== undefined && serverName.endsWith(`.${domain.toLowerCase()}`)) {
    return serverName.slice(0, -domain.length - 1);
  }
  return view.namespaces.has(serverName) ? serverName : undefined;
}
