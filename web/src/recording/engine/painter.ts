import { fit, layOut, type Box } from "./layout";
import { showing, visibleTracks, type PersonMedia, type Roll } from "./people";
import { Pictures } from "./pictures";

const ink = { ground: "#101317", tile: "#1d2229", text: "#f4f6f8", quiet: "#aab2bd", pill: "rgba(10, 12, 15, 0.66)" };
const avatars = ["#3d6fb4", "#7a5bb0", "#2f8072", "#a5603a", "#a04a6e", "#5f7a2f", "#4a6a8a", "#8a6a2f"];

/** Draws the room as it may be recorded at this moment: people who are left out leave no tile, no name and no hole. */
export class Painter {
  private readonly pictures = new Pictures();
  private readonly pen: CanvasRenderingContext2D;
  private readonly unit: number;

  constructor(readonly canvas: HTMLCanvasElement) {
    const pen = canvas.getContext("2d", { alpha: false, desynchronized: true });
    if (!pen) {
      throw new Error("This browser gives the page no canvas to draw the recording on.");
    }
    this.pen = pen;
    this.unit = canvas.height / 720;
  }

  paint(roll: Roll): void {
    const sharing = roll.recorded.filter((person) => showing(person.screen));
    this.pictures.update(visibleTracks(roll));
    const { width, height } = this.canvas;
    this.pen.fillStyle = ink.ground;
    this.pen.fillRect(0, 0, width, height);

    const margin = 14 * this.unit;
    const foot = roll.leftOut > 0 ? 26 * this.unit : 0;
    const frame = { x: margin, y: margin, width: width - 2 * margin, height: height - 2 * margin - foot };
    const boxes = layOut(sharing.length, roll.recorded.length, frame, 10 * this.unit);
    sharing.forEach((person, index) => this.screen(person, boxes.screens[index]!));
    roll.recorded.forEach((person, index) => this.person(person, boxes.cameras[index]!));
    this.remarks(roll, width, height);
  }

  close(): void {
    this.pictures.close();
  }

  private screen(person: PersonMedia, box: Box): void {
    this.tile(box, () => this.picture(person.screen, box, "contain"));
    this.label(`${person.name}’s screen`, box);
  }

  private person(person: PersonMedia, box: Box): void {
    this.tile(box, () => {
      if (!this.picture(person.picture, box, "cover")) {
        this.avatar(person, box);
      }
    });
    this.label(person.name, box);
  }

  private tile(box: Box, content: () => void): void {
    this.pen.save();
    this.pen.beginPath();
    this.pen.roundRect(box.x, box.y, box.width, box.height, 10 * this.unit);
    this.pen.clip();
    this.pen.fillStyle = ink.tile;
    this.pen.fillRect(box.x, box.y, box.width, box.height);
    content();
    this.pen.restore();
  }

  private picture(track: MediaStreamTrack | null, box: Box, mode: "cover" | "contain"): boolean {
    const shown = showing(track);
    const video = shown && this.pictures.of(shown);
    if (!video) {
      return false;
    }
    const upright = video.videoHeight > video.videoWidth;
    const { source, target } = fit(upright ? "contain" : mode, video.videoWidth, video.videoHeight, box);
    this.pen.drawImage(
      video, source.x, source.y, source.width, source.height, target.x, target.y, target.width, target.height);
    return true;
  }

  private avatar(person: PersonMedia, box: Box): void {
    const radius = Math.min(box.width, box.height) * 0.22;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    this.pen.fillStyle = avatars[colourIndex(person.id)]!;
    this.pen.beginPath();
    this.pen.arc(x, y, radius, 0, Math.PI * 2);
    this.pen.fill();
    this.write(initials(person.name), x, y, radius * 0.85, ink.text, "center");
  }

  private label(text: string, box: Box): void {
    const size = Math.max(13 * this.unit, Math.min(20 * this.unit, box.height * 0.06));
    const pad = size * 0.55;
    this.pen.font = font(size);
    const shown = shorten(text, box.width - 4 * pad, (part) => this.pen.measureText(part).width);
    const width = this.pen.measureText(shown).width + 2 * pad;
    const top = box.y + box.height - size * 2.3;
    this.pen.fillStyle = ink.pill;
    this.pen.beginPath();
    this.pen.roundRect(box.x + pad, top, width, size * 1.75, size * 0.5);
    this.pen.fill();
    this.write(shown, box.x + 2 * pad, top + size * 0.9, size, ink.text, "left");
  }

  private remarks(roll: Roll, width: number, height: number): void {
    if (roll.recorded.length === 0) {
      this.write("Nobody is recorded at the moment", width / 2, height / 2, 26 * this.unit, ink.quiet, "center");
    }
    if (roll.leftOut > 0) {
      this.write(`${roll.leftOut} not recorded`, width - 16 * this.unit, height - 19 * this.unit, 15 * this.unit, ink.quiet, "right");
    }
  }

  private write(text: string, x: number, y: number, size: number, colour: string, align: CanvasTextAlign): void {
    this.pen.font = font(size);
    this.pen.fillStyle = colour;
    this.pen.textAlign = align;
    this.pen.textBaseline = "middle";
    this.pen.fillText(text, x, y);
  }
}

function font(size: number): string {
  return `500 ${size}px system-ui, -apple-system, "Segoe UI", sans-serif`;
}

function colourIndex(id: string): number {
  let sum = 0;
  for (const letter of id) {
    sum = (sum * 31 + letter.codePointAt(0)!) >>> 0;
  }
  return sum % avatars.length;
}

/** Up to two initials; a name in a script without words gives its first character. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const ends = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  return ends.map((word) => [...word][0]!.toUpperCase()).join("") || "?";
}

/** The text, cut with an ellipsis so that it is no wider than `room`. */
export function shorten(text: string, room: number, width: (text: string) => number): string {
  if (width(text) <= room) {
    return text;
  }
  const letters = [...text];
  while (letters.length > 1 && width(`${letters.join("")}…`) > room) {
    letters.pop();
  }
  return `${letters.join("").trimEnd()}…`;
}
