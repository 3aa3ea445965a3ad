// Chooses which columns of a table are shown.
import { Columns3 } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "./icon-button.tsx";
import { Menu } from "./menu.tsx";
import type { ColumnTable } from "./use-columns.tsx";

export function ColumnChooser({ table }: { table: ColumnTable }): ReactNode {
  const columns = table.getAllLeafColumns();
  const shown = columns.filter((column) => column.getIsVisible()).length;
  return (
    <Menu
      align="end"
      trigger={<IconButton label="Choose columns" icon={<Columns3 />} />}
      groups={[
        {
          title: "Columns",
          items: columns.map((column) => ({
            label: String(column.columnDef.header),
            isChecked: column.getIsVisible(),
            // The last one stays: a table without columns says nothing.
            onSelect: () => (shown === 1 && column.getIsVisible() ? undefined : column.toggleVisibility()),
          })),
        },
      ]}
    />
  );
}
