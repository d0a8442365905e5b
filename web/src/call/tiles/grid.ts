export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Layout {
  /** Where a shared screen, a pinned person or a plugin's stage stands; null when nothing does. */
  readonly stage: Rect | null;
  readonly tiles: readonly Rect[];
}

const widest = 16 / 9;
const minStrip = 132;
const maxStrip = 260;

/** Places everything in the given space: a grid of equal tiles, or a stage with the tiles in a strip beside or below it. */
export function layOut(space: { width: number; height: number }, count: number, hasStage: boolean, gap = 8): Layout {
  const whole = { left: 0, top: 0, ...space };
  // Upright tiles suit an upright phone only.
  const narrowest = space.width >= space.height ? 4 / 3 : 9 / 16;
  if (!hasStage) return { stage: null, tiles: grid(whole, count, gap, narrowest) };
  if (count === 0) return { stage: whole, tiles: [] };
  const { stage, strip } = space.width >= space.height ? besides(whole, gap) : below(whole, count, gap);
  return { stage, tiles: grid(strip, count, gap, narrowest) };
}

/** The columns that give the largest tiles; the last row is centred. */
export function grid(space: Rect, count: number, gap: number, narrowest: number): Rect[] {
  if (count === 0) return [];
  let best = { columns: 1, width: 0, height: 0 };
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const cell = fit((space.width - gap * (columns - 1)) / columns, (space.height - gap * (rows - 1)) / rows, narrowest);
    if (cell.width * cell.height > best.width * best.height) best = { columns, ...cell };
  }
  return place(space, count, gap, best);
}

/** The largest tile in a cell whose shape still suits a face. */
function fit(width: number, height: number, narrowest: number) {
  if (width <= 0 || height <= 0) return { width: 0, height: 0 };
  return { width: Math.floor(Math.min(width, height * widest)), height: Math.floor(Math.min(height, width / narrowest)) };
}

function place(space: Rect, count: number, gap: number, cell: { columns: number; width: number; height: number }): Rect[] {
  const { columns, width, height } = cell;
  const rows = Math.ceil(count / columns);
  const top = space.top + (space.height - rows * height - (rows - 1) * gap) / 2;
  return Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / columns);
    const inRow = Math.min(columns, count - row * columns);
    const left = space.left + (space.width - inRow * width - (inRow - 1) * gap) / 2;
    return {
      left: Math.round(left + (index % columns) * (width + gap)),
      top: Math.round(top + row * (height + gap)),
      width,
      height,
    };
  });
}

function besides(space: Rect, gap: number) {
  const width = Math.round(Math.min(maxStrip, Math.max(minStrip, space.width * 0.18)));
  const stage = { ...space, width: space.width - width - gap };
  return { stage, strip: { ...space, left: stage.width + gap, width } };
}

function below(space: Rect, count: number, gap: number) {
  // Two rows of tiles need a little more room than one.
  const share = count <= 2 ? 0.3 : 0.42;
  const height = Math.round(space.height * share);
  const stage = { ...space, height: space.height - height - gap };
  return { stage, strip: { ...space, top: stage.height + gap, height } };
}
