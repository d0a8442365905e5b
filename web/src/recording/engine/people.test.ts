import { describe, expect, it } from "vitest";
import { audibleTracks, rollCall, showing, visibleTracks, type PersonMedia } from "./people";

const track = (id: string, state: Partial<MediaStreamTrack> = {}) =>
  ({ id, readyState: "live", enabled: true, muted: false, ...state }) as MediaStreamTrack;
const person = (id: string, parts: Partial<PersonMedia> = {}): PersonMedia => ({
  id, name: id, voice: track(`${id}-voice`), picture: track(`${id}-picture`), screen: null, screenSound: null, ...parts,
});
const heard = (people: PersonMedia[], ...allowed: string[]) =>
  [...audibleTracks(rollCall(people, new Set(allowed))).values()].map((each) => each.id);
const seen = (people: PersonMedia[], ...allowed: string[]) => visibleTracks(rollCall(people, new Set(allowed))).map((each) => each.id);

describe("who is in the recording", () => {
  it("leaves out whoever has not allowed it: picture, voice, screen and name", () => {
    const people = [person("ada"), person("bob", { screen: track("bob-screen"), screenSound: track("bob-sound") })];
    const roll = rollCall(people, new Set(["ada"]));
    expect(roll.recorded.map((each) => each.name)).toEqual(["ada"]);
    expect(seen(people, "ada")).toEqual(["ada-picture"]);
    expect(heard(people, "ada")).toEqual(["ada-voice"]);
  });

  it("counts those who are left out without saying who they are", () => {
    expect(rollCall([person("ada"), person("bob"), person("eve")], new Set(["ada"])).leftOut).toBe(2);
  });

  it("is empty while nobody has answered", () => {
    const people = [person("ada"), person("bob")];
    expect([...seen(people), ...heard(people)]).toEqual([]);
  });

  it("records a shared screen with its sound when everyone is in", () => {
    const people = [person("ada", { screen: track("screen"), screenSound: track("sound") }), person("bob")];
    expect(heard(people, "ada", "bob")).toEqual(["ada-voice", "sound", "bob-voice"]);
  });

  it("drops the sound of a shared screen while someone is left out, because it can carry their voice", () => {
    const people = [person("ada", { screen: track("screen"), screenSound: track("sound") }), person("bob")];
    expect(heard(people, "ada")).toEqual(["ada-voice"]);
    expect(seen(people, "ada")).toContain("screen");
  });

  it("ignores an id that is allowed and not in the room", () => {
    expect(rollCall([person("ada")], new Set(["ada", "ghost"])).recorded).toHaveLength(1);
  });

  it("takes a track that was swapped for another as a new one", () => {
    const before = audibleTracks(rollCall([person("ada")], new Set(["ada"])));
    const after = audibleTracks(rollCall([person("ada", { voice: track("headset") })], new Set(["ada"])));
    expect([...after.keys()]).not.toEqual([...before.keys()]);
  });

  it.each([
    ["ended", { readyState: "ended" as const }],
    ["disabled", { enabled: false }],
    ["without frames yet", { muted: true }],
  ])("shows no picture of a track that is %s", (_, state) => {
    expect(showing(track("camera", state))).toBeNull();
  });
});
