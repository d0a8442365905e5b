import { beforeEach, expect, test } from "vitest";
import { forgetSeat, heldSeat, keepSeat, type Seat } from "./seat";

const seat: Seat = { room: "abc", token: "t", name: "Ada", camera: true, microphone: false, seenAt: 1_000_000, holdSeconds: 30 };

beforeEach(() => sessionStorage.clear());

test("a reload finds its seat while the host holds it", () => {
  keepSeat(seat);
  expect(heldSeat("abc", 1_029_000)).toEqual(seat);
});

test("later the camera is not turned on unasked", () => {
  keepSeat(seat);
  expect(heldSeat("abc", 1_030_000)).toBeNull();
});

test("another room's seat is not used", () => {
  keepSeat(seat);
  expect(heldSeat("abd", 1_000_000)).toBeNull();
});

test("whoever left has no seat", () => {
  keepSeat(seat);
  forgetSeat();
  expect(heldSeat("abc", 1_000_000)).toBeNull();
});

test.each(["", "{", "null", "7", '{"room":"abc"}'])("rubbish in the storage is no seat: %j", (text) => {
  sessionStorage.setItem("pluginroom.seat", text);
  expect(heldSeat("abc", 1_000_000)).toBeNull();
});
