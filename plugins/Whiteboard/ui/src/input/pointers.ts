import type { Point } from "../geometry/box";
import type { Tool, Touch } from "../tools/tool";
import type { ToolName } from "../tools/style";
import type { Workspace } from "../workspace";
import { Pinch } from "./pinch";

const FINGER_REACH = 14;
const MOUSE_REACH = 6;
const TWICE_MS = 350;
const TWICE_PX = 10;
/** The eraser end of a pen, as `buttons` says it (W3C Pointer Events, 3.1.1). */
const ERASER_BUTTON = 32;

interface Gesture {
  readonly pointer: number;
  readonly type: string;
  readonly tool: Tool;
}

/** Pointers to gestures: one draws, two fingers move the view, and where there is a pen a finger never draws. */
export class Pointers {
  readonly #fingers = new Map<number, Point>();
  #gesture: Gesture | null = null;
  #pinch: Pinch | null = null;
  #penKnown = false;
  #lastDown = { at: -Infinity, x: 0, y: 0 };
  /** Space is held: whatever the tool, the view moves. */
  panning = false;
  onPointer: (at: Point | null) => void = () => undefined;

  constructor(
    private readonly element: HTMLElement,
    private readonly work: Workspace,
    private readonly tools: Readonly<Record<ToolName, Tool>>,
  ) {
    element.addEventListener("pointerdown", (event) => this.#down(event));
    element.addEventListener("pointermove", (event) => this.#move(event));
    element.addEventListener("pointerup", (event) => this.#up(event));
    element.addEventListener("pointercancel", (event) => this.#lost(event));
    element.addEventListener("pointerleave", () => this.onPointer(null));
    element.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    element.addEventListener("contextmenu", (event) => event.preventDefault());
  }

  get busy(): boolean {
    return this.#gesture !== null;
  }

  cancel(): void {
    this.#gesture?.tool.cancel();
    this.#gesture = null;
  }

  showCursor(cursor: string = this.#toolFor(null).cursor): void {
    this.element.dataset["cursor"] = this.panning ? "grab" : cursor;
  }

  #down(event: PointerEvent): void {
    if (event.pointerType === "mouse" && event.button === 2) return;
    event.preventDefault();
    this.element.focus({ preventScroll: true });
    this.element.setPointerCapture(event.pointerId);
    if (event.pointerType === "pen") this.#penDown();
    if (event.pointerType === "touch" && !this.#fingerDown(event)) return;
    if (this.#gesture) return;
    const at = this.#touch(event, event);
    const tool = this.#toolFor(event);
    const twice = this.#isTwice(event);
    this.#gesture = { pointer: event.pointerId, type: event.pointerType, tool };
    tool.down(at);
    if (twice && tool.twice) {
      this.cancel();
      tool.twice(at);
    }
  }

  /** A palm may already be down and drawing: the pen wins. */
  #penDown(): void {
    this.#penKnown = true;
    if (this.#gesture?.type === "touch") this.cancel();
    this.#pinch = null;
  }

  /** Whether this finger begins a gesture of its own. */
  #fingerDown(event: PointerEvent): boolean {
    if (this.#gesture?.type === "pen") return false;
    this.#fingers.set(event.pointerId, this.#local(event));
    if (this.#fingers.size < 2) return true;
    this.cancel();
    this.#pinch = this.#fingers.size === 2 ? new Pinch(this.work.view, [...this.#fingers.values()]) : null;
    return false;
  }

  #move(event: PointerEvent): void {
    this.onPointer(this.work.view.toBoard(this.#local(event)));
    if (this.#fingers.has(event.pointerId)) this.#fingers.set(event.pointerId, this.#local(event));
    if (this.#pinch && this.#fingers.size === 2) {
      this.#pinch.move([...this.#fingers.values()]);
    } else if (this.#gesture?.pointer === event.pointerId) {
      const path = event.getCoalescedEvents?.() ?? [];
      this.#gesture.tool.move((path.length > 0 ? path : [event]).map((sample) => this.#touch(sample, event)));
    } else if (!this.#gesture && event.pointerType !== "touch") {
      const tool = this.#toolFor(event);
      this.showCursor(tool.hover?.(this.#touch(event, event)) ?? tool.cursor);
    }
  }

  #up(event: PointerEvent): void {
    this.#forgetFinger(event);
    if (this.#gesture?.pointer !== event.pointerId) return;
    const { tool } = this.#gesture;
    this.#gesture = null;
    tool.up();
  }

  #lost(event: PointerEvent): void {
    this.#forgetFinger(event);
    if (this.#gesture?.pointer === event.pointerId) this.cancel();
  }

  #forgetFinger(event: PointerEvent): void {
    if (!this.#fingers.delete(event.pointerId)) return;
    this.#pinch = null;
    if (this.#fingers.size === 0) this.onPointer(null);
  }

  #wheel(event: WheelEvent): void {
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 32 : 1;
    const [dx, dy] = event.shiftKey && event.deltaX === 0 ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
    if (event.ctrlKey || event.metaKey) this.work.view.zoomAt(this.#local(event), this.work.view.zoom * Math.exp(-clamp(dy * unit, 60) / 150));
    else this.work.view.pan(-dx * unit, -dy * unit);
  }

  #toolFor(event: PointerEvent | null): Tool {
    const fingerBesidePen = event?.pointerType === "touch" && this.#penKnown;
    if (this.panning || !this.work.editable.value || fingerBesidePen || (event?.pointerType === "mouse" && event.buttons === 4)) return this.tools.hand;
    if (event?.pointerType === "pen" && (event.buttons & ERASER_BUTTON) !== 0) return this.tools.eraser;
    const name = this.work.tool.value;
    const makes = name !== "select" && name !== "hand" && name !== "eraser";
    return makes && !this.work.canDraw ? this.tools.hand : this.tools[name];
  }

  #isTwice(event: PointerEvent): boolean {
    const before = this.#lastDown;
    this.#lastDown = { at: event.timeStamp, x: event.clientX, y: event.clientY };
    return event.timeStamp - before.at < TWICE_MS && Math.hypot(event.clientX - before.x, event.clientY - before.y) < TWICE_PX;
  }

  #touch(sample: PointerEvent, event: PointerEvent): Touch {
    const reportsPressure = sample.pointerType === "pen" && sample.pressure > 0;
    return {
      ...this.work.view.toBoard(this.#local(sample)),
      pressure: reportsPressure ? sample.pressure : 0,
      shift: event.shiftKey,
      alt: event.altKey,
      reach: event.pointerType === "touch" ? FINGER_REACH : MOUSE_REACH,
    };
  }

  #local(event: MouseEvent): Point {
    const corner = this.element.getBoundingClientRect();
    return { x: event.clientX - corner.left, y: event.clientY - corner.top };
  }
}

function clamp(value: number, most: number): number {
  return Math.max(-most, Math.min(most, value));
}
