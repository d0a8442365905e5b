import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./icons";
import "./controls.css";

/** What stands where nothing is yet: what it is for and what to do. */
export function EmptyState({ icon, title, children }: { icon: IconName; title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <Icon name={icon} />
      <p class="empty__title">{title}</p>
      {children}
    </div>
  );
}
