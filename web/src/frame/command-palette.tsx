// Everything by typing: sections, namespaces, and what can be done. Opens with Ctrl or Cmd K.
import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { Search } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./command-palette.module.css";
import { useCommands, type Command, type CommandGroup } from "./use-commands.tsx";

interface Props {
  isOpen: boolean;
  onClose: () => void;
  onKeys: () => void;
}

export function CommandPalette(props: Props): ReactNode {
  const { isOpen, onClose } = props;
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => (open ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles["scrim"]} />
        <Dialog.Popup className={styles["popup"]} aria-label="Search and commands">
          <Palette {...props} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Palette({ onClose, onKeys }: Props): ReactNode {
  const groups = useCommands({ onKeys });
  return (
    <Autocomplete.Root
      open
      inline
      items={groups}
      autoHighlight="always"
      keepHighlight
      itemToStringValue={textOf}
    >
      <Autocomplete.InputGroup className={styles["field"]}>
        <Search aria-hidden />
        <Autocomplete.Input
          className={styles["input"]}
          aria-label="Search commands"
          placeholder="Go to a page or a namespace, or do something"
        />
      </Autocomplete.InputGroup>
      <Autocomplete.Empty className={styles["empty"]}>Nothing fits. Try another word.</Autocomplete.Empty>
      <Autocomplete.List className={styles["list"]}>
        {(group: CommandGroup) => (
          <Autocomplete.Group key={group.value} items={group.items} className={styles["group"]}>
            <Autocomplete.GroupLabel className={styles["title"]}>{group.value}</Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(command: Command) => (
                <Autocomplete.Item
                  key={command.id}
                  value={command}
                  className={styles["item"]}
                  onClick={() => {
                    onClose();
                    command.run();
                  }}
                >
                  {command.icon}
                  <span className={styles["label"]}>{command.label}</span>
                  {command.keys === undefined ? null : <kbd>{command.keys}</kbd>}
                </Autocomplete.Item>
              )}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
    </Autocomplete.Root>
  );
}

function textOf(command: Command): string {
  return `${command.label} ${command.words ?? ""}`;
}
