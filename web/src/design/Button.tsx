import type { ComponentChildren, JSX } from "preact";
import "./controls.css";

type Props = Omit<JSX.IntrinsicElements["button"], "icon" | "class"> & {
  look?: "primary" | "plain" | "danger" | "quiet";
  children: ComponentChildren;
};

export function Button({ look = "plain", type = "button", children, ...rest }: Props) {
  return (
    <button type={type} class={`button button--${look}`} {...rest}>
      {children}
    </button>
  );
}
