import type { Commands } from "../input/keyboard";
import type { Workspace } from "../workspace";
import { iconButton, toolbar } from "./controls";
import { element } from "./element";

/** Undo and redo, and how close one looks. */
export function viewBar(work: Workspace, commands: Commands): HTMLElement {
  const undo = iconButton({ icon: "undo", label: "Undo", keys: "Ctrl+Z", onClick: commands.undo });
  const redo = iconButton({ icon: "redo", label: "Redo", keys: "Ctrl+Shift+Z", onClick: commands.redo });
  const percent = element("button", { type: "button", class: "button percent", "aria-label": "Actual size", "data-tip": "Actual size  Ctrl+0" });
  percent.addEventListener("click", commands.actualSize);
  const show = (): void => {
    undo.disabled = !work.editable.value || !work.board.canUndo;
    redo.disabled = !work.editable.value || !work.board.canRedo;
  };
  work.board.onSteps(show);
  work.editable.watch(show);
  work.view.onChange(() => {
    percent.textContent = `${Math.round(work.view.zoom * 100)}%`;
    percent.setAttribute("aria-label", `Zoom ${percent.textContent}; set to actual size`);
  });
  const zoom = element(
    "div", { class: "zoom", role: "group", "aria-label": "Zoom" },
    iconButton({ icon: "minus", label: "Zoom out", keys: "Ctrl+-", onClick: () => commands.zoom(0.8) }),
    percent,
    iconButton({ icon: "plus", label: "Zoom in", keys: "Ctrl++", onClick: () => commands.zoom(1.25) }),
    iconButton({ icon: "fit", label: "Show everything", keys: "Shift+1", onClick: commands.fit }),
  );
  return toolbar("History and view", "view", false, element("div", { class: "history", role: "group", "aria-label": "History" }, undo, redo), zoom);
}
