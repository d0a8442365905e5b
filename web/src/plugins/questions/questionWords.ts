import type { PluginQuestion } from "../../signaling/protocol";

export interface QuestionWords {
  readonly title: string;
  /** After the plugin's name. */
  readonly lead: string;
  /** What a yes does. */
  readonly effect: string;
  readonly yes: string;
  readonly no: string;
}

/** The page's own words; nothing in them is the plugin's but its name, and that is marked. */
export function questionWords({ kind, pluginName }: PluginQuestion, nameOf: () => string): QuestionWords {
  switch (kind) {
    case "sendAsUser":
      return {
        title: "Send this in your name?",
        lead: "wrote:",
        effect: `Everybody here would get it in the chat from you, marked “via ${pluginName}”. You have not written it, so read it first.`,
        yes: "Send",
        no: "Do not send",
      };
    case "mute":
      return {
        title: `Mute ${nameOf()}?`,
        lead: "asks for it and says:",
        effect: "Their page switches their microphone off and says that you agreed to it. They can switch it on again.",
        yes: "Mute",
        no: "Do not mute",
      };
    case "remove":
      return {
        title: `Put ${nameOf()} out of the room?`,
        lead: "asks for it and says:",
        effect: "Their page leaves the room and says that you agreed to it.",
        yes: "Put out",
        no: "Keep in the room",
      };
    case "pickFile":
      return { title: "Hand over a file?", lead: "asks for it.", effect: "", yes: "", no: "" };
    default:
      return { title: "A plugin asks something", lead: "asks.", effect: "This page does not know what it asks, so it can only say no.", yes: "", no: "Close" };
  }
}
