import { useEffect, useRef } from "preact/hooks";
import { EmptyState } from "../design/EmptyState";
import { ChatComposer } from "./ChatComposer";
import { ChatLineView } from "./ChatLineView";
import type { ChatStore } from "./chatStore";
import "./chat.css";

export function ChatPanel({ chat, open }: { chat: ChatStore; open: boolean }) {
  const messages = chat.messages.value;
  const log = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  useEffect(() => {
    const element = log.current!;
    if (atEnd.current) element.scrollTop = element.scrollHeight;
  }, [messages, open]);
  return (
    <div class="chat">
      <div
        ref={log}
        class="chat__log"
        role="log"
        aria-label="Messages"
        tabIndex={0}
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
          atEnd.current = scrollHeight - scrollTop - clientHeight < 40;
        }}
      >
        {messages.length === 0 && (
          <EmptyState icon="chat" title="Nothing written yet">
            <p>Messages go straight to the people who are here now. The host does not see them, and whoever comes later does not get them.</p>
          </EmptyState>
        )}
        {messages.map((message, index) => (
          <ChatLineView key={message.id} message={message} before={messages[index - 1]} />
        ))}
      </div>
      <ChatComposer chat={chat} />
    </div>
  );
}
