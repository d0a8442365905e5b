import type { Color } from "../document/shape";

export type Theme = "light" | "dark";

interface Swatch {
  readonly line: string;
  readonly paper: string;
  readonly name: string;
}

/** What a colour's name looks like: each theme has its own, so that ink is never black on black. */
const SWATCHES: Readonly<Record<Theme, Readonly<Record<Color, Swatch>>>> = {
  light: {
    ink: { line: "#1f2430", paper: "#ffffff", name: "Black" },
    grey: { line: "#7b8494", paper: "#e9ecf1", name: "Grey" },
    red: { line: "#e03e3e", paper: "#ffd9d6", name: "Red" },
    orange: { line: "#ec7a1c", paper: "#ffe2c4", name: "Orange" },
    yellow: { line: "#e2a800", paper: "#fff0a8", name: "Yellow" },
    green: { line: "#2a9d57", paper: "#cdf2d4", name: "Green" },
    blue: { line: "#2f6fed", paper: "#d3e4ff", name: "Blue" },
    violet: { line: "#8347e5", paper: "#e8dcff", name: "Violet" },
  },
  dark: {
    ink: { line: "#f2f4f8", paper: "#3a404c", name: "White" },
    grey: { line: "#98a1b1", paper: "#2f343e", name: "Grey" },
    red: { line: "#ff7070", paper: "#6b2c2e", name: "Red" },
    orange: { line: "#ffa24d", paper: "#6d431c", name: "Orange" },
    yellow: { line: "#ffd34d", paper: "#665310", name: "Yellow" },
    green: { line: "#56d088", paper: "#1f5536", name: "Green" },
    blue: { line: "#6ba5ff", paper: "#26467f", name: "Blue" },
    violet: { line: "#b491ff", paper: "#4b3480", name: "Violet" },
  },
};

export const BACKGROUND: Readonly<Record<Theme, string>> = { light: "#fcfcfb", dark: "#16181d" };
export const ACCENT: Readonly<Record<Theme, string>> = { light: "#2f6fed", dark: "#6ba5ff" };
export const MARKER_ALPHA: Readonly<Record<Theme, number>> = { light: 0.42, dark: 0.4 };
export const FILL_ALPHA = 0.18;

export function lineColor(color: Color, theme: Theme): string {
  return SWATCHES[theme][color].line;
}

/** Highlighter ink is purer than a pen's, because it is seen through. */
const MARKERS: Readonly<Partial<Record<Color, string>>> = { yellow: "#ffd500", orange: "#ff9a1f", green: "#3ddc70", red: "#ff5a5a" };

export function markerColor(color: Color, theme: Theme): string {
  return (theme === "light" ? MARKERS[color] : undefined) ?? lineColor(color, theme);
}

export function paperColor(color: Color, theme: Theme): string {
  return SWATCHES[theme][color].paper;
}

export function colorName(color: Color, theme: Theme): string {
  return SWATCHES[theme][color].name;
}

const PEOPLE = ["#d9480f", "#2b8a3e", "#1864ab", "#862e9c", "#a61e4d", "#087f5b", "#5f3dc4", "#9c5700"];

/** A person's cursor has the same colour in every browser. White on it is readable. */
export function personColor(id: string): string {
  let hash = 0;
  for (const letter of id) hash = (hash * 31 + letter.codePointAt(0)!) % 65_537;
  return PEOPLE[hash % PEOPLE.length]!;
}
