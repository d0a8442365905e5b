import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { OpenFrame, PluginStore } from "../pluginStore";
import { mountFrame, type FrameTrouble } from "./mountFrame";

export type FrameWord = "loading" | "ready" | FrameTrouble;

// Chromium keeps the process of a removed frame for two seconds and would put a new one into it, where the old one still hangs.
const processDelay = 4_000;

/** Mounts the frame in `place`, and anew for each start. */
export function useFrame(store: PluginStore, frame: OpenFrame, starts: number, tell: (word: FrameWord) => void) {
  const place = useRef<HTMLDivElement>(null);
  const last = useSignal<FrameWord>("loading");
  useEffect(() => {
    const say = (word: FrameWord) => {
      last.value = word;
      tell(word);
    };
    const wait = last.peek() === "hung" ? processDelay : 0;
    let remove: () => void;
    say("loading");
    const timer = setTimeout(() => (remove = mountFrame(place.current!, store, frame, say)), wait);
    remove = () => clearTimeout(timer);
    return () => remove();
  }, [frame.key, starts]);
  return place;
}
