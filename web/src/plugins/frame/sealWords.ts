import type { PluginUiView } from "../../signaling/protocol";
import type { Seal } from "./seal";

const remedy = "Chromium, Chrome and Edge from version 152 on prevent that.";

/** What a person should know before a plugin's window opens in a browser that was not seen to close it. */
export const sealWarning = (seal: Exclude<Seal, "closed">): string =>
  `${seal === "open" ? "This browser lacks one of the locks" : "It could not be tried whether this browser has one of the locks"} on a plugin's window. `
  + `By trying to move itself to another address, the plugin could let a name out, and in it a little of what it knows. ${remedy}`;

/** How the windows of one plugin are confined in this browser, for "About". */
export function windowWords(ui: readonly Pick<PluginUiView, "mode">[], seal: Seal | null): string {
  if (ui.length === 0) return "It has none.";
  if (ui.every(({ mode }) => mode === "worker")) return "A locked frame in which its code has no document: it can draw, and talk to this page.";
  switch (seal) {
    case "closed":
      return "A locked frame. It was tried here: this browser keeps it from calling any other address.";
    case "open":
      return `A locked frame. It was tried here: this browser lacks the lock that keeps it from calling another address by trying to move there. ${remedy}`;
    case "unknown":
      return "A locked frame. It could not be tried whether this browser keeps it from calling another address by trying to move there.";
    default:
      return "A locked frame.";
  }
}
