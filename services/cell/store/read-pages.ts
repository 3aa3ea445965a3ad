// Reads everything that a paged query has, page after page in the order of keys.

/** Before every id, and so before the first page of what is ordered by one. */
export const FIRST_UUID = "00000000-0000-0000-0000-000000000000";

export interface PageAfter<Key> {
  after: Key;
  rowsMax: number;
}

/** The pages after the first given; a row holds the key by which the next page is asked for. */
export async function* readPages<Key, Row extends Key>(
  read: (page: PageAfter<Key>) => Promise<Row[]>,
  first: PageAfter<Key>,
): AsyncGenerator<Row[], void, undefined> {
  const { rowsMax } = first;
  for (let { after } = first; ;) {
    const rows = await read({ after, rowsMax });
    yield rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < rowsMax) return;
    after = last;
  }
}
