// Reads CSV as RFC 4180 has it: quoted cells may hold commas, quotes and line breaks. One object for each row.
export function parseCsv(text: string): { columns: string[]; rows: Record<string, string>[] } {
  const lines: string[][] = [[]];
  let cell = "";
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (character === '"') isQuoted = true;
    else if (character === "," || character === "\n") {
      lines.at(-1)?.push(cell);
      cell = "";
      if (character === "\n") lines.push([]);
    } else cell += character;
  }
  const [columns = [], ...cells] = lines.filter((line) => line.length > 0);
  const rows = cells.map((line) =>
    Object.fromEntries(columns.map((name, index) => [name, line[index] ?? ""])),
  );
  return { columns, rows };
}
