// Collects the values of a statement and gives their places: the only way a value gets into a filter's SQL.

export class SqlParameters {
  readonly values: unknown[] = [];

  /** The place of a value, with its SQL type: "$3::text". */
  add(value: unknown, sqlType: string): string {
    this.values.push(value);
    return `$${this.values.length}::${sqlType}`;
  }
}
