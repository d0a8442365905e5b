// TypeScript's DOM library has no Trusted Types (W3C) yet; only what the boot script uses.
interface TrustedTypePolicyFactory {
  createPolicy(name: string, rules: { createHTML?(markup: string): string; createScriptURL(url: string): string | null }): unknown;
}

declare const trustedTypes: TrustedTypePolicyFactory;
