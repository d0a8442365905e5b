import { useSignal } from "@preact/signals";
import { IconButton } from "../design/IconButton";
import { maxChatLength } from "./chatLine";
import type { ChatStore } from "./chatStore";

// The counter shows only when it begins to matter.
const countFrom = 3_500;

export function ChatComposer({ chat }: { chat: ChatStore }) {
  const text = useSignal("");
  const send = () => {
    chat.send(text.value);
    text.value = "";
  };
  const left = maxChatLength - text.value.length;
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {chat.reach.value === 0 && <p class="small muted">Nobody is within reach right now, so nobody would get a message.</p>}
      {left < maxChatLength - countFrom && <p class="small muted">{left} characters left</p>}
      <div class="composer__row">
        <textarea
          class="input composer__text"
          aria-label="Message"
          placeholder="Message"
          rows={1}
          maxLength={maxChatLength}
          value={text}
          onInput={(event) => (text.value = event.currentTarget.value)}
          onKeyDown={(event) => {
            // Enter that confirms a word of an input method is not yet meant to send.
            if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            send();
          }}
        />
        <IconButton type="submit" icon="send" label="Send" look="on" disabled={text.value.trim() === ""} />
      </div>
    </form>
  );
}
