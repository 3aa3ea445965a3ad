// One prepared statement with its values, as the stores hand them to a flush. Values of columns are whole arrays.

export interface Statement {
  /** Unique to the text: the connection prepares it once. */
  readonly name: string;
  readonly text: string;
  /** Buffers go as PostgreSQL's binary format, everything else as text. */
  readonly values: readonly unknown[];
}
