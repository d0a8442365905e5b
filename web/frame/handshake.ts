import { hello, type FrameState, type PortOffer } from "../src/plugins/frame/protocol";

export interface Offer {
  readonly state: FrameState;
  readonly line: MessagePort;
  readonly watch: MessagePort;
}

/** Asks the page for the ports. Its listener captures and is the first, so that no message of another frame reaches the plugin's own. */
export function askForPorts(accept: (offer: Offer) => void): void {
  const { parent } = window;
  let accepted = false;
  window.addEventListener(
    "message",
    (event) => {
      if (event.source !== parent && event.source !== window) return event.stopImmediatePropagation();
      if (accepted || event.source !== parent || (event.data as PortOffer | null)?.t !== "pluginroom:port") return;
      event.stopImmediatePropagation();
      accepted = true;
      accept({ state: (event.data as PortOffer).state, line: event.ports[0]!, watch: event.ports[1]! });
    },
    true,
  );
  parent.postMessage(hello, "*");
}
