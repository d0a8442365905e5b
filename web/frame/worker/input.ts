const pointers = ["pointerdown", "pointermove", "pointerup", "pointercancel", "pointerleave"] as const;

const modifiers = ({ altKey, ctrlKey, metaKey, shiftKey }: MouseEvent | KeyboardEvent) => ({ alt: altKey, ctrl: ctrlKey, meta: metaKey, shift: shiftKey });

/** Tells what a person does on the canvas, as plain values. */
export function watchInput(canvas: HTMLCanvasElement, tell: (input: PluginRoomInput) => void): void {
  const at = ({ offsetX: x, offsetY: y }: MouseEvent) => ({ x, y });
  for (const type of pointers)
    canvas.addEventListener(type, (event) => {
      // Keeps a stroke that leaves the frame; a pointer that is gone already cannot be kept.
      if (type === "pointerdown" && event.isTrusted) canvas.setPointerCapture(event.pointerId);
      const { pointerId, pointerType, pressure, button, buttons } = event;
      tell({ type, ...at(event), pointerId, pointerType, pressure, button, buttons, ...modifiers(event) });
    });
  canvas.addEventListener("wheel", (event) => tell({ type: "wheel", ...at(event), dx: event.deltaX, dy: event.deltaY, ...modifiers(event) }), { passive: true });
  for (const type of ["keydown", "keyup"] as const)
    canvas.addEventListener(type, (event) => tell({ type, key: event.key, code: event.code, repeat: event.repeat, ...modifiers(event) }));
  canvas.addEventListener("contextmenu", (event) => event.preventDefault());
}
