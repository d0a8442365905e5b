import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { IconButton } from "./IconButton";
import "./controls.css";

interface Props {
  title: ComponentChildren;
  onClose: () => void;
  children: ComponentChildren;
  /** Stands below what scrolls. */
  footer?: ComponentChildren;
  /** There is much to read: on a phone it takes the whole height. */
  tall?: boolean;
}

/** A modal dialogue; on a phone it comes from below. Escape and a click beside it close it. */
export function Sheet({ title, onClose, children, footer, tall = false }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const element = dialog.current!;
    element.showModal();
    return () => element.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class={tall ? "sheet sheet--tall" : "sheet"}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      // A second Escape closes it without asking. By the time that it was taken away, it is in no page.
      onClose={() => dialog.current?.isConnected && onClose()}
      // What it stands in has its own use for the key.
      onKeyDown={(event) => event.key === "Escape" && event.stopPropagation()}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div class="sheet__head">
        <h3 id={heading}>{title}</h3>
        <IconButton icon="close" label="Close" look="quiet" onClick={onClose} />
      </div>
      <div class="sheet__body">{children}</div>
      {footer && <div class="sheet__foot">{footer}</div>}
    </dialog>
  );
}
