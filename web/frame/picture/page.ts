import { askForPorts } from "../handshake";
import { broken } from "../../src/plugins/transform/protocol";
import { pictureWorker } from "./messages";

/** The document around a script that changes pictures: it hands the one port on to the worker, and knows nothing of what crosses it. */
export function startPicturePage(own: HTMLScriptElement, code: string): void {
  const prelude = own.textContent;
  const { parent } = window;
  trustedTypes.createPolicy("default", { createScriptURL: (url) => (url.startsWith("blob:") ? url : null) });
  own.remove();
  askForPorts(({ line }) => {
    const worker = new Worker(URL.createObjectURL(new Blob([prelude, "\n", code], { type: "text/javascript" })), { name: pictureWorker });
    worker.onerror = () => parent.postMessage(broken, "*");
    worker.postMessage(null, [line]);
  });
}
