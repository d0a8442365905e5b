import { describe, expect, it } from "vitest";
import { acceptOpen, judgeSeal, needsWarning, seal } from "./seal";
import { sealWarning, windowWords } from "./sealWords";

describe("whether this browser closes a window", () => {
  it.each([
    ["stopped", "reached", "closed"],
    ["reached", "reached", "open"],
    ["reached", null, "open"],
    ["stopped", "stopped", "unknown"],
    ["stopped", null, "unknown"],
    [null, "reached", "unknown"],
    [null, null, "unknown"],
  ] as const)("with the header %s, without it %s: %s", (sealed, open, expected) => expect(judgeSeal(sealed, open)).toBe(expected));

  it("is said before the window of any page, until the person opens that plugin's all the same", () => {
    const page = { mode: "page" };
    expect(needsWarning("a", page).value).toBe(true);
    seal.value = "closed";
    expect(needsWarning("a", page).value).toBe(false);
    seal.value = "open";
    expect(needsWarning("a", page).value).toBe(true);
    acceptOpen("a");
    expect([needsWarning("a", page).value, needsWarning("b", page).value]).toEqual([false, true]);
  });

  it("does not matter to code that has no document", () => expect(needsWarning("c", { mode: "worker" }).value).toBe(false));

  it("is said with what to do", () => {
    for (const words of [sealWarning("open"), sealWarning("unknown"), windowWords([{ mode: "page" }], "open")]) expect(words).toContain("from version 152 on");
    expect(windowWords([{ mode: "page" }, { mode: "worker" }], "closed")).toContain("keeps it from calling any other address");
  });
});
