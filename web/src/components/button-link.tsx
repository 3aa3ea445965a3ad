// A link that looks like a button: for going somewhere, never for doing something.
import { createLink } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, ReactNode, Ref } from "react";
import { buttonClass, type ButtonKind } from "./button.tsx";

interface Props extends AnchorHTMLAttributes<HTMLAnchorElement> {
  kind?: ButtonKind;
  icon?: ReactNode;
  ref?: Ref<HTMLAnchorElement>;
}

function Anchor({ kind = "secondary", icon, children, ...rest }: Props): ReactNode {
  return (
    <a {...rest} className={buttonClass(kind)}>
      {icon}
      {children}
    </a>
  );
}

export const ButtonLink = createLink(Anchor);
