import { TOOL_KEYS } from "../input/keyboard";
import type { ToolName } from "../tools/style";
import type { Workspace } from "../workspace";
import { dismissable, iconButton, press, toolbar } from "./controls";
import { element } from "./element";
import { icon } from "./icons";

const LABELS: Readonly<Record<ToolName, string>> = {
  select: "Select", hand: "Move the view", pen: "Pen", marker: "Highlighter", eraser: "Eraser", rectangle: "Rectangle", ellipse: "Ellipse", line: "Line", arrow: "Arrow", text: "Text", note: "Sticky note",
};
const SHAPES = ["rectangle", "ellipse", "line", "arrow"] as const;

/** The tools. On a phone the four shapes share one button that opens them. */
export function toolBar(work: Workspace): HTMLElement {
  const buttons = new Map<ToolName, HTMLButtonElement>();
  const make = (name: ToolName): HTMLButtonElement => {
    const button = iconButton({ icon: name, label: LABELS[name], keys: TOOL_KEYS[name], onClick: () => work.take(name) });
    button.dataset["tool"] = name;
    buttons.set(name, button);
    return button;
  };
  const separator = (): HTMLElement => element("span", { class: "separator", role: "separator" });
  const bar = toolbar(
    "Tools", "tools", false,
    make("select"), make("hand"), separator(), make("pen"), make("marker"), make("eraser"), separator(),
    shapeGroup(work, SHAPES.map(make)), separator(), make("text"), make("note"),
  );
  work.tool.watch((tool) => buttons.forEach((button, name) => press(button, name === tool)));
  return bar;
}

function shapeGroup(work: Workspace, shapes: readonly HTMLButtonElement[]): HTMLElement {
  const opener = iconButton({ icon: "shapes", label: "Shapes", onClick: () => show(flyout.dataset["open"] !== "true") });
  opener.classList.add("opener");
  opener.setAttribute("aria-haspopup", "true");
  const flyout = element("div", { class: "flyout", role: "group", "aria-label": "Shapes" }, ...shapes);
  const group = element("div", { class: "group" }, opener, flyout);
  const show = (open: boolean): void => {
    flyout.dataset["open"] = String(open);
    opener.setAttribute("aria-expanded", String(open));
  };
  show(false);
  dismissable(() => flyout.dataset["open"] === "true", group, () => show(false));
  work.tool.watch((tool) => {
    const shape = SHAPES.find((name) => name === tool);
    if (shape) opener.replaceChildren(icon(shape));
    press(opener, shape !== undefined);
    show(false);
  });
  return group;
}
