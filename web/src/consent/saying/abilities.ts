import type { PluginCapabilityView, RoomPluginView } from "../../signaling/protocol";
import { listed, named, say, type Words } from "./words";

// What a plugin may do that gives it nobody's data. What gives it some is said flow by flow.
const deeds: Record<string, string> = {
  "room.info.read": "read the room's name and how many are here",
  "ui.panel": "have a window in the side panel",
  "ui.stage": "have a window on the stage",
  "ui.toolbar": "have a button beside the controls",
  "ui.overlay": "draw over the pictures of the call",
  "ui.notification": "show everybody short notices",
  "chat.send": "post in the chat, under its own name",
  "chat.sendAsUser": "post in the chat in your name, and asks you before each line",
  "channel.open": "carry what happens in its windows from browser to browser",
  "storage.room": "keep values on this host for the room",
  "storage.user": "keep values on this host for each person",
  "files.offer": "offer you a file to save, and asks you before each",
  "files.pick": "ask you to hand it a file; it sees no other",
  "media.publish": "add a picture and sound of its own to the call",
  "media.local.transform": "change your camera picture, inside your own browser, before the others see it",
  "net.webhook.receive": "be sent messages by a service outside",
  "moderation.mute": "ask to mute somebody; a moderator has to say yes first",
  "moderation.remove": "ask to remove somebody; a moderator has to say yes first",
  "plugin.call": "ask other plugins in this room to do something",
};

// These are the places where what a flow names is shown, so the flow says it already.
const saidByFlows = (plugin: RoomPluginView, name: string) =>
  (name.startsWith("ui.") && name !== "ui.notification" && name !== "ui.overlay") ||
  (name === "channel.open" && plugin.flows.some(({ data }) => data === "plugin.input")) ||
  ((name === "storage.room" || name === "storage.user") && plugin.flows.some(({ to }) => to === name));

export interface Ability {
  readonly capability: PluginCapabilityView;
  readonly words: Words;
}

/** What the plugin can do besides, each in one sentence. */
export function abilitiesOf(plugin: RoomPluginView): Ability[] {
  return plugin.capabilities
    .filter(({ name }) => !saidByFlows(plugin, name))
    .flatMap((capability) => {
      const deed = deedOf(plugin, capability.name);
      return deed ? [{ capability, words: say`${named(plugin.name)} can ${deed}.` }] : [];
    });
}

function deedOf(plugin: RoomPluginView, name: string): Words | null {
  if (name !== "net.fetch") return deeds[name] ? [deeds[name]] : null;
  const operators = [...new Set(plugin.sinks.map((sink) => sink.operator))];
  return say`ask ${listed(operators.map((operator) => [named(operator)]))} for data, and carries there only what is listed above`;
}
