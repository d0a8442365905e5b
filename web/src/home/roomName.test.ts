import { expect, test } from "vitest";
import { isRoomName, nearestRoomName, randomRoomName, routeOf } from "./roomName";

test.each(["abc", "team-monday", "a-1", "0".repeat(64)])("%s is a room name", (name) => expect(isRoomName(name)).toBe(true));

test.each(["", "ab", "0".repeat(65), "Team", "a b", "a/b", "ä-b-c", "abc\n", "../abc"])("%j is none", (name) => expect(isRoomName(name)).toBe(false));

test.each([
  ["Team Monday", "team-monday"],
  ["  Größe & Café! ", "gro-e-cafe"],
  ["https://host.example/r/team-monday?x#y", "team-monday"],
  ["/r/Team%20One", "team-one"],
  ["--a--", ""],
  ["会议", ""],
  ["x".repeat(90), "x".repeat(64)],
  ["/r/%E0%A4%A", "e0-a4-a"],
])("the nearest room name to %s", (typed, expected) => expect(nearestRoomName(typed)).toBe(expected));

test("a random name is a room name, and another one each time", () => {
  const names = Array.from({ length: 200 }, randomRoomName);
  expect(names.every(isRoomName)).toBe(true);
  expect(new Set(names).size).toBe(200);
});

test("paths lead to pages", () => {
  expect(routeOf("/")).toEqual({ page: "home" });
  expect(routeOf("/r/abc")).toEqual({ page: "room", room: "abc" });
  expect(routeOf("/r/abc/")).toEqual({ page: "room", room: "abc" });
  expect(routeOf("/r/Team%20One")).toEqual({ page: "room", room: "Team One" });
  expect(routeOf("/r/%E0%A4%A")).toEqual({ page: "room", room: "%E0%A4%A" });
});
