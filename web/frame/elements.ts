import { apply, exec, RefusedError, replace, text, toLowerCase } from "./primordials";

const names = "link iframe frame frameset object embed portal fencedframe base meta applet a area math".split(" ");

const refused = Object.create(null) as Record<string, true>;
for (const name of names) refused[name] = true;

// A tag name starts right after `<` and ends at white space, `/` or `>` (HTML, 13.2.5.8), so nothing can hide one in a string.
const inMarkup = new RegExp(`<(${names.join("|")})[\\t\\n\\f\\r />]`, "i");
const colon = /:([^:]*)$/;

const refuse = (name: string): never => {
  throw new RefusedError(`<${name}> is not available in a plugin's frame.`);
};

function check(qualified: string): string {
  const name = toLowerCase(qualified);
  const local = exec(colon, name)?.[1] ?? name;
  if (refused[name] || refused[local]) refuse(local);
  return qualified;
}

/** No script of the plugin can make an element that reaches the network by itself or brings fresh globals. */
export function refuseElements(): void {
  const { createElement, createElementNS } = Document.prototype;
  replace(Document.prototype, "createElement", function (this: Document, name: string) {
    return apply(createElement, this, [check(text(name))]);
  });
  replace(Document.prototype, "createElementNS", function (this: Document, space: string | null, name: string) {
    return apply(createElementNS, this, [space, check(text(name))]);
  });

  // With `require-trusted-types-for 'script'` every string that becomes markup passes here. Where scripts come from is the
  // policy's business (script-src names this folder alone); `createScript` is left out, so no string becomes code.
  trustedTypes.createPolicy("default", {
    createHTML: (markup) => {
      const found = exec(inMarkup, markup);
      if (found) refuse(found[1]!);
      return markup;
    },
    createScriptURL: (url) => url,
  });
}
