import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Icon, type IconName } from "./icons";
import { Wordmark } from "./Wordmark";
import "./message.css";

/** A page that says one thing and what to do about it. */
export function MessagePage({ icon, title, children }: { icon: IconName; title: string; children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever cannot see the page change hears its title.
  useEffect(() => heading.current?.focus(), []);
  return (
    <main class="message-page">
      <Wordmark />
      <div class="message-page__icon">
        <Icon name={icon} />
      </div>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </main>
  );
}
