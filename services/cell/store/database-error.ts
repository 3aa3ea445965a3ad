// What the database said went wrong, told from what only the driver noticed (a lost connection, no answer in time).

/** The SQLSTATE of an error that the server reported; undefined for every other error. */
export function sqlStateOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  // Set by the driver from the server's message; codes of sockets ("EPIPE") look alike but have no severity.
  const { code, severity } = error as Error & { code?: string; severity?: string };
  return severity === undefined ? undefined : code;
}
