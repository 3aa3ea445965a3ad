// Raises the directory's version in the transaction of whatever changed. The row stays locked until that transaction
// ends, so versions are committed in their order and no change hides behind a newer version.
import type { Transaction } from "#domain/database";

export const DIRECTORY_CHANNEL = "cellplane_directory";
const ROW_ID = 1;

/** Call it last in a transaction: all that touch the directory wait for each other from here on. */
export async function touchDirectory(tx: Transaction): Promise<void> {
  await tx.directoryVersion.update({ where: { id: ROW_ID }, data: { version: { increment: 1 } } });
  // Listeners learn of it at commit; a lost notification costs them one period.
  await tx.$executeRaw`select pg_notify(${DIRECTORY_CHANNEL}, '')`;
}

/** The version as decimal text. */
export async function directoryVersion(tx: Transaction): Promise<string> {
  const row = await tx.directoryVersion.findUniqueOrThrow({ where: { id: ROW_ID } });
  return row.version.toString();
}
