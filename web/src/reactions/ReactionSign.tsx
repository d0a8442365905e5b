import type { ShownReaction } from "./reactionStore";
import "./reactions.css";

/** Over its sender's picture. What it says is said by ReactionVoice. */
export function ReactionSign({ shown }: { shown: ShownReaction | undefined }) {
  return shown ? (
    <span key={shown.key} class="reaction" aria-hidden="true" data-reaction={shown.reaction.name}>
      {shown.reaction.sign}
    </span>
  ) : null;
}
