// The caps of worker deployments, as Temporal's server and Temporal Cloud have them.

export const LIMITS = {
  /** In a namespace. */
  deploymentsMax: 100,
  /** In a deployment. */
  versionsMax: 100,
  /** Names of task queues in a version. */
  versionTaskQueuesMax: 100,
  /** Of all deployments, in a task queue. */
  taskQueueVersionsMax: 200,
  /** A deployment's name and a build id make one id together. */
  nameBytesMax: 480,
  /** Entries of a version's metadata and their size as the request carries them. */
  metadataBytesMax: 64 * 1024,
  rowsPerReadMax: 1_000,
  deploymentsPerPageMax: 1_000,
} as const;
