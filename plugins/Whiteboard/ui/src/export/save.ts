import type { Workspace } from "../workspace";
import { toPng } from "./png";
import { toSvg } from "./svg";

/** Hands the picture to the page, which asks the person. */
export async function saveBoard(work: Workspace, format: "png" | "svg", stamp: string): Promise<"saved" | "refused"> {
  const shapes = work.board.scene.ordered();
  const { theme, measure } = work.surface;
  const file = format === "png" ? await toPng(shapes, theme, measure) : new Blob([toSvg(shapes, theme, measure)], { type: "image/svg+xml" });
  return pluginroom.saveFile(`whiteboard-${stamp}.${format}`, file);
}

/** 2026-03-05-1407, in local time. */
export function fileStamp(at: Date): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}-${two(at.getHours())}${two(at.getMinutes())}`;
}
