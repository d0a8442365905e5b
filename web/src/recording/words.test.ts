import { describe, expect, it } from "vitest";
import { recordingFileName } from "./file/destination";
import { elapsed, failureWords, size } from "./words";

describe("words", () => {
  it.each([[0, "0:00"], [-5, "0:00"], [65_999, "1:05"], [3_600_000, "1:00:00"]])("says %i ms as %s", (time, text) => {
    expect(elapsed(time)).toBe(text);
  });

  it.each([[0, "0 kB"], [999_400, "999 kB"], [34_200_000, "34 MB"], [1_240_000_000, "1.2 GB"]])("says %i bytes as %s", (bytes, text) => {
    expect(size(bytes)).toBe(text);
  });

  it("says a full disk in words that help", () => {
    expect(failureWords(new DOMException("x", "QuotaExceededError"))).toContain("no more room");
  });

  it.each([
    ["team-meeting", "team-meeting 2026-11-22 14.05.webm"],
    ["../../etc/passwd", "etcpasswd 2026-11-22 14.05.webm"],
    ["\u202e<>:\"/\\|?*\u0000", "Recording 2026-11-22 14.05.webm"],
  ])("makes a safe file name of the room %j", (room, name) => {
    expect(recordingFileName(room, new Date(2026, 10, 22, 14, 5))).toBe(name);
  });
});
