import type { ChatMessage } from "./chatStore";
import { splitLinks } from "./links";

const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const together = 3 * 60_000;

/** Lines that follow each other closely stand under one name. */
export function ChatLineView({ message, before }: { message: ChatMessage; before: ChatMessage | undefined }) {
  const follows = before?.from === message.from && before.kind === message.kind && before.via === message.via && message.at - before.at < together;
  return (
    <article class={`line line--${message.kind}${follows ? " line--follows" : ""}`}>
      {!follows && (
        <header>
          <strong>{message.name}</strong>
          {message.kind === "plugin" && <span class="line__badge">Plugin</span>}
          {message.via !== undefined && (
            <span class="line__badge" title={`Written by the plugin ${message.via}; ${message.name} agreed to it`}>
              via <bdi>{message.via}</bdi>
            </span>
          )}
          <time dateTime={new Date(message.at).toISOString()}>{clock.format(message.at)}</time>
        </header>
      )}
      <p>
        {splitLinks(message.text).map((part, index) =>
          "link" in part ? (
            <a key={index} href={part.link} target="_blank" rel="noopener noreferrer nofollow">
              {part.link}
            </a>
          ) : (
            part.text
          ),
        )}
      </p>
    </article>
  );
}
