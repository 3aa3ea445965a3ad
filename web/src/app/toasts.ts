// Toasts, from anywhere: only for what the person did, never for news. `say("Key disabled", { undo })`.
import { Toast } from "@base-ui/react/toast";

export const toasts = Toast.createToastManager();

export function say(title: string, { text, undo }: { text?: string; undo?: () => void } = {}): void {
  toasts.add({
    title,
    ...(text === undefined ? {} : { description: text }),
    ...(undo === undefined ? {} : { actionProps: { children: "Undo", onClick: undo } }),
  });
}
