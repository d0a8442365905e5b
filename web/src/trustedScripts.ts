interface ScriptPolicy {
  createScriptURL(url: string): string;
}

interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptPolicy;
}

// W3C Trusted Types; the page's CSP allows this one policy, and only workers of the page itself pass it.
const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
const policy = factory?.createPolicy("pluginroom", { createScriptURL: sameOrigin });

/** The address of one of the page's own worker scripts, in the form that `new Worker` takes. */
export function ownScript(url: string): string {
  return policy ? policy.createScriptURL(url) : sameOrigin(url);
}

function sameOrigin(url: string): string {
  if (new URL(url, location.href).origin !== location.origin) {
    throw new TypeError(`"${url}" is not a script of this page.`);
  }
  return url;
}
