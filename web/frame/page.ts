import { createRoom } from "./api";
import { refuseElements } from "./elements";
import { removeGlobals } from "./globals";
import { askForPorts } from "./handshake";
import { loadScripts } from "./scripts";
import { Watch } from "./watch";

/** An author's page: takes away what leads out, puts `pluginroom` there, then loads the author's scripts. */
export function startPage(own: HTMLScriptElement): void {
  removeGlobals();
  refuseElements();
  for (const type of ["dragstart", "contextmenu"]) window.addEventListener(type, (event) => event.preventDefault(), true);
  const room = createRoom((theme) => {
    document.documentElement.dataset["theme"] = theme;
    document.documentElement.style.colorScheme = theme;
  });
  const watch = new Watch();
  askForPorts((offer) => {
    watch.open(offer.watch);
    room.open(offer.line, offer.state);
  });
  Object.defineProperty(window, "pluginroom", { value: Object.freeze(room.api), enumerable: true });
  loadScripts(own);
}
