import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { settling } from "../design/useSettled";
import { PluginAsks } from "./asks";
import { PluginDialogs } from "./PluginDialogs";
import type { PluginStore } from "./pluginStore";

const asks = new PluginAsks();
const place = document.createElement("div");

const link = { kind: "link", pluginId: "a", pluginName: "A", url: new URL("https://example.org/what-it-knows") } as const;
const file = { kind: "file", pluginId: "b", pluginName: "B", fileName: "b.txt", file: new Blob() } as const;
const button = (name: string) => [...place.querySelectorAll("button")].find((each) => each.textContent === name)!;

beforeEach(() => {
  vi.useFakeTimers();
  document.body.append(place);
  act(() => render(<PluginDialogs store={{ asks } as unknown as PluginStore} />, place));
});

afterEach(() => {
  act(() => render(null, place));
  asks.dropFor("a");
  asks.dropFor("b");
  vi.useRealTimers();
});

it.each([[link, "Open page", "Do not open"], [file, "Save file", "Do not save"]] as const)(
  "what was clicked before %o was there is no yes to it",
  (ask, yes, no) => {
    act(() => void asks.put(ask));
    act(() => void vi.advanceTimersByTime(settling - 1));
    expect([button(yes).disabled, button(no).disabled]).toEqual([true, false]);
    act(() => void vi.advanceTimersByTime(1));
    expect(button(yes).disabled).toBe(false);
  },
);

it("the next question has a first moment of its own", () => {
  act(() => void asks.put(link));
  act(() => void vi.advanceTimersByTime(settling));
  act(() => {
    button("Do not open").click();
    void asks.put(link);
  });
  expect(button("Open page").disabled).toBe(true);
});
