import { unsupported } from "../src/plugins/frame/protocol";
import { createPluginRoom } from "./api";
import { refuseElements } from "./elements";
import { removeGlobals } from "./globals";
import { loadScripts } from "./scripts";

// The first script of every plugin page, put there by the host; by the page's policy nothing else starts by itself.
// docs/plugin-ui.md says what each step is for.
const own = document.currentScript as HTMLScriptElement;
if (!("trustedTypes" in window)) {
  // Markup in strings could not be checked here, so the plugin's code does not start at all.
  window.parent.postMessage(unsupported, "*");
} else {
  removeGlobals();
  refuseElements();
  for (const type of ["dragstart", "contextmenu"]) window.addEventListener(type, (event) => event.preventDefault(), true);
  Object.defineProperty(window, "pluginroom", { value: Object.freeze(createPluginRoom()), enumerable: true });
  loadScripts(own);
}
