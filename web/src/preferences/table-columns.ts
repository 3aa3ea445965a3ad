// Which columns of a table a person has hidden, by the table's name. Kept in this browser only.
const PREFIX = "cellplane.table.";
const NAME = /^[\w-]{1,128}$/;

export type ColumnVisibility = Record<string, boolean>;

export function readColumns(table: string, fallback: ColumnVisibility): ColumnVisibility {
  try {
    const stored: unknown = JSON.parse(window.localStorage.getItem(PREFIX + table) ?? "null");
    if (typeof stored !== "object" || stored === null) return fallback;
    const known = Object.entries(stored).filter(
      (entry): entry is [string, boolean] => NAME.test(entry[0]) && typeof entry[1] === "boolean",
    );
    return { ...fallback, ...Object.fromEntries(known) };
  } catch {
    return fallback;
  }
}

export function keepColumns(table: string, visibility: ColumnVisibility): void {
  try {
    window.localStorage.setItem(PREFIX + table, JSON.stringify(visibility));
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}
