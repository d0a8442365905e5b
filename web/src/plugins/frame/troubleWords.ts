import type { FrameTrouble } from "./mountFrame";

/** What a person reads where a plugin's window was. */
export const troubleWords: Record<FrameTrouble, string> = {
  silent: "It did not start. The plugin may be broken, or the host cannot be reached.",
  flooded: "It was removed, because it sent so much that it would have slowed your call down.",
  left: "It was removed, because it tried to leave for another address.",
  hung: "It was removed, because it did not answer for five seconds.",
  grabbed: "It was removed, because it kept taking the keyboard away from what you were doing.",
  unsupported: "This browser lacks what is needed to keep a plugin's window locked. Use a current version of your browser.",
};
