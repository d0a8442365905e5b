import "./ui/app.css";
import { ACCENT, BACKGROUND } from "./draw/palette";
import { paintMembers, paintSelection } from "./draw/chrome";
import { handlesOf } from "./geometry/handles";
import { Keyboard, type Commands } from "./input/keyboard";
import { Pointers } from "./input/pointers";
import { Cursors } from "./sync/cursors";
import { PeerSync } from "./sync/peerSync";
import { ServerSync } from "./sync/serverSync";
import { EraserTool } from "./tools/eraserTool";
import { HandTool } from "./tools/handTool";
import { PenTool } from "./tools/penTool";
import { SelectTool } from "./tools/selectTool";
import { ShapeTool } from "./tools/shapeTool";
import { TextTool } from "./tools/textTool";
import { CursorLayer } from "./ui/cursorLayer";
import { Notices } from "./ui/notices";
import { Page } from "./ui/page";
import { Workspace } from "./workspace";

const READ_ONLY = "You can look; allow drawing in the Plugins panel to take part.";
const FULL = "The board is full. Erase something to go on drawing.";
const BROKEN = "Something that arrived could not be read and was left out.";
const FIT_MARGIN = 72;
const GIVE_BACK_MS = 1_000;

await pluginroom.ready;
const work = new Workspace();
const { board, view, surface, selected } = work;

const select = new SelectTool(work);
const pen = new PenTool(work);
const shape = new ShapeTool(work);
const pointers = new Pointers(surface.element, work, {
  select, hand: new HandTool(view), pen, marker: pen, eraser: new EraserTool(work),
  rectangle: shape, ellipse: shape, line: shape, arrow: shape, text: new TextTool(work, "text"), note: new TextTool(work, "note"),
});

const commands: Commands = {
  undo: () => board.undo(),
  redo: () => board.redo(),
  fit: () => {
    const box = work.contentBox;
    if (box) view.fit(box, Math.min(FIT_MARGIN, view.width / 8));
  },
  zoom: (factor) => view.zoomBy(factor),
  actualSize: () => view.zoomBy(1 / view.zoom),
  color: (index) => page.style.color(index),
  thicker: (by) => page.style.thicker(by),
};

const notices = new Notices();
const cursors = new Cursors(pluginroom.channel("cursors"));
const nameOf = (id: string): string => pluginroom.people.find((person) => person.id === id)?.name ?? "Guest";
const page = new Page(work, commands, new CursorLayer(cursors, view, nameOf), notices);
new Keyboard(work, pointers, commands);

const broken = (): void => notices.pass(BROKEN);
const peers = new PeerSync(board, pluginroom.channel("board"), () => pluginroom.me.id, broken, afterFrame);
const server = new ServerSync(board, pluginroom.server, turn, broken);
peers.onGone = () => turn() === 0 && setTimeout(() => server.hello(), GIVE_BACK_MS);

pluginroom.onTheme((theme) => (page.theme = theme));
page.theme = pluginroom.theme;
let allowed: boolean | null = null;
pluginroom.onCanSend(takePart);
takePart(pluginroom.canSend);

server.full.watch((full) => {
  work.full.value = full;
  notices.hold("full", full ? FULL : null);
});
work.tool.watch(() => pointers.showCursor());
selected.watch(() => surface.askFrame());
work.editing.watch(() => surface.askFrame());
pointers.onPointer = (at) => {
  if (work.editable.value) cursors.point(at);
};
surface.paintOver = (context) => {
  select.paint(context);
  const box = work.selectionBox;
  // While a great many are moved, a box around each would cost more than the shapes.
  if (!box || work.editing.value !== null || surface.lifted) return;
  const shapes = work.selectedShapes;
  const accent = ACCENT[surface.theme];
  if (shapes.length > 1) paintMembers(context, view, shapes.map((one) => work.frameOf(one)), accent);
  paintSelection(context, view, box, handlesOf(box, shapes.length === 1 ? shapes[0]! : null), accent, BACKGROUND[surface.theme]);
};

function takePart(canSend: boolean): void {
  if (canSend === allowed) return;
  allowed = canSend;
  work.editable.value = canSend;
  notices.hold("read-only", canSend ? null : READ_ONLY);
  if (!canSend) return;
  server.hello();
  peers.askAll();
}

/** Who answers first when several could: everybody has a different place in the same order. */
function turn(): number {
  return [...peers.peers, pluginroom.me.id].sort().indexOf(pluginroom.me.id);
}

/** Once per frame; a page in the background has no frames and sends by the clock. */
function afterFrame(run: () => void): void {
  if (document.hidden) setTimeout(run, 50);
  else requestAnimationFrame(run);
}
