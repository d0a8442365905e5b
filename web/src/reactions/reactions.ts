/** All that there are; the host and every page know the same six. */
export const reactions = [
  { name: "thumbs-up", sign: "👍", words: "Thumbs up" },
  { name: "applause", sign: "👏", words: "Applause" },
  { name: "heart", sign: "❤️", words: "Heart" },
  { name: "laugh", sign: "😄", words: "Laugh" },
  { name: "surprise", sign: "😮", words: "Surprise" },
  { name: "party", sign: "🎉", words: "Party" },
] as const;

export type Reaction = (typeof reactions)[number];
export type ReactionName = Reaction["name"];

const longest = Math.max(...reactions.map(({ name }) => name.length));

export const encodeReaction = (name: ReactionName): Uint8Array<ArrayBuffer> => new TextEncoder().encode(name);

/** Null for whatever another page should not have sent. */
export function decodeReaction(data: Uint8Array): Reaction | null {
  if (data.length > longest) return null;
  const name = new TextDecoder().decode(data);
  return reactions.find((each) => each.name === name) ?? null;
}
