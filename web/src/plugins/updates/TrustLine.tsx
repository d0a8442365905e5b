import type { CatalogPlugin } from "../../signaling/protocol";

/** Who vouches for a plugin's files. That nobody does stands out. */
export function TrustLine({ trust }: { trust: string }) {
  if (!trust) return null;
  return <p class={trust.startsWith("unsigned") ? "trust trust--none" : "trust"}>{trust.charAt(0).toUpperCase() + trust.slice(1)}.</p>;
}

/** Why an installed plugin cannot be added, or which newer folder is not taken yet. */
export function CatalogState({ plugin: { state, stateReason, update } }: { plugin: CatalogPlugin }) {
  return (
    <>
      {state === "blocked" && (
        <p class="trust trust--none">Blocked by whoever runs this host{stateReason ? `: ${stateReason}` : "."}</p>
      )}
      {update && (
        <p class="trust">
          {state === "waiting" ? `Version ${update.version} cannot be added yet: this host waits with updates` : `Version ${update.version} lies here and is not used yet: this host waits with updates`} until{" "}
          <time dateTime={new Date(update.until).toISOString()}>{new Date(update.until).toLocaleString([], { dateStyle: "medium", timeStyle: "short" })}</time>.
        </p>
      )}
    </>
  );
}
