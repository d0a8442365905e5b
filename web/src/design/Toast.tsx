import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import "./controls.css";

interface ToastItem {
  readonly id: number;
  readonly content: ComponentChildren;
}

const shown = signal<readonly ToastItem[]>([]);
let next = 0;

/** Says something for a few seconds; read out by screen readers too. */
export function toast(content: ComponentChildren, milliseconds = 4_000): void {
  const item = { id: next++, content };
  shown.value = [...shown.value.slice(-2), item];
  setTimeout(() => (shown.value = shown.value.filter((each) => each !== item)), milliseconds);
}

export function Toasts() {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {shown.value.map((item) => (
        <div class="toast" key={item.id}>
          {/* One text, however many names it is put together from. */}
          <div class="toast__text">{item.content}</div>
        </div>
      ))}
    </div>
  );
}
