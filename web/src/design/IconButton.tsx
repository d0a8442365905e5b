import type { JSX } from "preact";
import { Icon, type IconName } from "./icons";
import "./controls.css";

type Props = Omit<JSX.IntrinsicElements["button"], "icon" | "class" | "label"> & {
  icon: IconName;
  /** The accessible name. */
  label: string;
  /** Shown on hover with the label, e.g. `M`. */
  shortcut?: string | undefined;
  look?: "off" | "on" | "danger" | "quiet" | undefined;
  /** A small number on the corner; part of the description, not of the name. */
  badge?: number;
};

export function IconButton({ icon, label, shortcut, look, badge = 0, ...rest }: Props) {
  return (
    <button
      type="button"
      class={look ? `icon-button icon-button--${look}` : "icon-button"}
      aria-label={label}
      title={shortcut ? `${label} (${shortcut})` : label}
      aria-keyshortcuts={shortcut}
      {...rest}
    >
      <Icon name={icon} />
      {badge > 0 && (
        <span class="badge" aria-hidden="true">
          {badge > 99 ? "99+" : badge}
        </span>
      )}
    </button>
  );
}
