import { unsupported } from "../src/plugins/frame/protocol";
import { startPage } from "./page";
import { startPictures } from "./picture/inside";
import { startPicturePage } from "./picture/page";
import { pictureWorker } from "./picture/messages";
import { startWorker } from "./worker/inside";
import { startWorkerPage } from "./worker/page";

// The first script of every plugin page, put there by the host; by the page's policy nothing else starts by itself. Where the plugin's
// code runs in a worker, the same script comes before it there. docs/plugin-ui.md says what each step is for.
if (typeof document === "undefined") self.name === pictureWorker ? startPictures() : startWorker();
else {
  const own = document.currentScript as HTMLScriptElement;
  const { worker, picture } = own.dataset;
  // Without trusted types markup in strings could not be checked, so the plugin's code does not start at all.
  if (!("trustedTypes" in window) || ((picture ?? worker) !== undefined && !("OffscreenCanvas" in window))) window.parent.postMessage(unsupported, "*");
  else if (picture !== undefined) startPicturePage(own, picture);
  else if (worker === undefined) startPage(own);
  else startWorkerPage(own, worker);
}
