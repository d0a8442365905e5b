import { signal } from "@preact/signals";

const dark = window.matchMedia("(prefers-color-scheme: dark)");

/** The page's colours now, as plugins' frames are told them. */
export const theme = signal<"light" | "dark">(dark.matches ? "dark" : "light");

dark.addEventListener("change", () => (theme.value = dark.matches ? "dark" : "light"));
