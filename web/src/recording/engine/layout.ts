export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const tileAspect = 16 / 9;

/** Where the tiles go: cameras in a grid, or, when a screen is shared, screens large and cameras in a strip at the right. */
export function layOut(screens: number, cameras: number, frame: Box, gap: number): { screens: Box[]; cameras: Box[] } {
  if (screens === 0) {
    return { screens: [], cameras: grid(cameras, frame, gap) };
  }
  if (cameras === 0) {
    return { screens: grid(screens, frame, gap), cameras: [] };
  }
  const strip = Math.round(frame.width * 0.2);
  const stage = { ...frame, width: frame.width - strip - gap };
  const side = { ...frame, x: frame.x + stage.width + gap, width: strip };
  return { screens: grid(screens, stage, gap), cameras: grid(cameras, side, gap) };
}

/** The arrangement of equal 16:9 tiles that covers most of the area; the last row is centred. */
export function grid(count: number, area: Box, gap: number): Box[] {
  if (count === 0) {
    return [];
  }
  let best = { width: 0, columns: 1 };
  for (let columns = 1; columns <= count; columns++) {
    const width = tileWidth(area, gap, columns, Math.ceil(count / columns));
    if (width > best.width) {
      best = { width, columns };
    }
  }
  return place(count, best.columns, Math.floor(best.width), area, gap);
}

function tileWidth(area: Box, gap: number, columns: number, rows: number): number {
  const across = (area.width - gap * (columns - 1)) / columns;
  const down = (area.height - gap * (rows - 1)) / rows;
  return Math.min(across, down * tileAspect);
}

function place(count: number, columns: number, width: number, area: Box, gap: number): Box[] {
  const height = Math.floor(width / tileAspect);
  const rows = Math.ceil(count / columns);
  const top = area.y + (area.height - rows * height - (rows - 1) * gap) / 2;
  return Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / columns);
    const inRow = Math.min(columns, count - row * columns);
    const left = area.x + (area.width - inRow * width - (inRow - 1) * gap) / 2;
    return {
      x: Math.round(left + (index % columns) * (width + gap)),
      y: Math.round(top + row * (height + gap)),
      width,
      height,
    };
  });
}

/** How a picture of one size is drawn into a box: filling it by cropping, or whole with bars. */
export function fit(mode: "cover" | "contain", width: number, height: number, box: Box): { source: Box; target: Box } {
  const scale = mode === "cover" ? Math.max(box.width / width, box.height / height) : Math.min(box.width / width, box.height / height);
  const shown = { width: Math.min(width, box.width / scale), height: Math.min(height, box.height / scale) };
  const drawn = { width: shown.width * scale, height: shown.height * scale };
  return {
    source: { x: (width - shown.width) / 2, y: (height - shown.height) / 2, ...shown },
    target: { x: box.x + (box.width - drawn.width) / 2, y: box.y + (box.height - drawn.height) / 2, ...drawn },
  };
}
