// An endpoint's configuration as it is stored: the checked, normal form of the public spec. Plain JSON.

export interface EndpointConfiguration {
  name: string;
  /** `namespace` is "<name>.<account>". */
  target: { namespace: string; taskQueue: string };
  /** "<name>.<account>" of the namespaces that may call it, in the order they were given. */
  callers: string[];
  /** Markdown; empty for none. */
  description: string;
}
