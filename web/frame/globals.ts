import { apply, getOwnPropertyNames, remove, replace, RefusedError, text, toLowerCase } from "./primordials";

const windowNames = [
  // Parsers and loaders that would make elements out of strings unseen.
  "DOMParser", "XSLTProcessor", "XMLHttpRequest", "Sanitizer",
  // Ways to another page, to what a person copies, and to services of the browser's maker.
  "EyeDropper", "Notification", "open", "navigation", "Navigation", "speechSynthesis", "SpeechSynthesisUtterance", "SpeechRecognition", "webkitSpeechRecognition",
];

// Without a prototype, and read by name alone: a list's own methods could be replaced by the plugin.
const commands: Record<string, unknown> = { __proto__: null, copy: 1, cut: 1, paste: 1, createlink: 1, inserthtml: 1 };

/** Takes away what no policy covers. */
export function removeGlobals(): void {
  // The directive `webrtc 'block'` is unknown to browsers, so the constructors themselves have to go.
  for (const name of getOwnPropertyNames(window)) if (/^(?:webkit|moz)?RTC/.test(name)) remove(window, name);

  for (const name of windowNames) {
    remove(window, name);
    remove(Window.prototype, name);
  }
  for (const name of ["write", "writeln", "open"]) remove(Document.prototype, name);
  for (const name of ["parseHTML", "parseHTMLUnsafe"]) remove(Document, name);
  for (const prototype of [Element.prototype, ShadowRoot.prototype])
    for (const name of getOwnPropertyNames(prototype))
      if (/^(?:setHTML|streamHTML|(?:append|prepend|before|after|replaceWith|streamAppend|streamReplaceWith)HTML)/.test(name)) remove(prototype, name);

  remove(DOMImplementation.prototype, "createDocument");
  for (const name of ["clipboard", "credentials", "requestMediaKeySystemAccess", "share", "sendBeacon", "registerProtocolHandler"]) remove(Navigator.prototype, name);
  for (const name of ["back", "forward", "go"]) remove(History.prototype, name);
  guardCommands();
  guardCustomElements();
}

function guardCommands() {
  const original = Document.prototype.execCommand;
  replace(Document.prototype, "execCommand", function (this: Document, command: string, ...rest: []) {
    const name = text(command);
    return commands[toLowerCase(name)] === undefined && apply(original, this, [name, ...rest]);
  });
}

// `class extends HTMLIFrameElement` with `extends: "iframe"` would be a constructor for a refused element.
function guardCustomElements() {
  const original = CustomElementRegistry.prototype.define;
  replace(CustomElementRegistry.prototype, "define", function (this: CustomElementRegistry, name: string, constructor: CustomElementConstructor, options?: unknown) {
    if (options !== undefined) throw new RefusedError("Customised built-in elements are not available in a plugin's frame.");
    apply(original, this, [name, constructor]);
  });
}
