// Theme, density, clock zone and the rail's width: the four choices about the look, and how the page follows them.
import { preference } from "./preference.ts";

export const theme = preference("theme", ["system", "light", "dark"], "system");
export const density = preference("density", ["comfortable", "compact"], "comfortable");
export const zone = preference("zone", ["local", "utc"], "local");
export const rail = preference("rail", ["wide", "narrow"], "wide");

/** Writes theme and density to the document, now and at each change. */
export function followLook(root: HTMLElement): void {
  const apply = (): void => {
    const chosen = theme.read();
    if (chosen === "system") delete root.dataset["theme"];
    else root.dataset["theme"] = chosen;
    root.dataset["density"] = density.read();
  };
  theme.subscribe(apply);
  density.subscribe(apply);
  apply();
}
