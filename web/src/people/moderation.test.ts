import { signal } from "@preact/signals";
import { describe, expect, it } from "vitest";
import { SmallRoom } from "../plugins/testing/samples";
import type { ParticipantView } from "../signaling/protocol";
import { mutedWords, removedWords } from "./moderationWords";
import { RoomModeration, type ModeratedRoom } from "./roomModeration";

const person = (id: string, moderator: boolean): ParticipantView => ({ id, name: id, publicKey: "", away: false, moderator });

function enter() {
  const small = new SmallRoom();
  const muted: boolean[] = [];
  const participants = signal<readonly ParticipantView[]>([person("ada", true), person("bob", false)]);
  const local = { setMuted: async (value: boolean) => void muted.push(value) };
  const moderation = new RoomModeration({ ...small.room, participants, local } as unknown as ModeratedRoom);
  return { small, muted, participants, moderation };
}

describe("moderating", () => {
  it("is for moderators, and follows the host's word", () => {
    const { participants, moderation } = enter();
    expect(moderation.isMine.value).toBe(false);
    participants.value = [person("ada", true), person("bob", true)];
    expect(moderation.isMine.value).toBe(true);
    participants.value = [];
    expect(moderation.isMine.value).toBe(false);
  });

  it("by hand asks the host, which decides", async () => {
    const { small, moderation } = enter();
    await moderation.mute("ada");
    await moderation.remove("ada");
    await moderation.name("ada");
    await moderation.stepDown();
    expect(small.asked).toEqual([
      { method: "MuteParticipant", request: { id: "ada" } },
      { method: "RemoveParticipant", request: { id: "ada" } },
      { method: "NameModerator", request: { id: "ada" } },
      { method: "StepDown", request: null },
    ]);
  });

  it("of this person mutes, and nothing but this person unmutes", () => {
    const { small, muted } = enter();
    small.tell("muteAsked", { by: "Ada", pluginName: null, reason: null });
    expect(muted).toEqual([true]);
  });
});

describe("the words", () => {
  it("say who decided, and quote what a plugin had asked for", () => {
    expect(mutedWords({ by: "Ada", pluginName: null, reason: null })).toBe("Ada muted you. You can unmute yourself.");
    expect(mutedWords({ by: "Ada", pluginName: "Quiet", reason: "Too loud" })).toBe(
      "Ada muted you, as the plugin Quiet had asked: “Too loud”. You can unmute yourself.",
    );
    expect(removedWords({ by: "Ada", pluginName: null, reason: null })).toContain("Ada, who moderates it, removed you");
  });

  it("cannot be turned around or broken up by a reason", () => {
    expect(mutedWords({ by: "Ada", pluginName: "Quiet", reason: "a\u202Eb\nc\u0000d" })).toContain("“a b c d”");
  });
});
