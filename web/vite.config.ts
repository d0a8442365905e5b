import preact from "@preact/preset-vite";
import { defineConfig } from "vitest/config";
import { firstLoad } from "./build/firstLoad.ts";

// The host serves web/dist; in development `vite` hands the hub and the API on to a running host.
export default defineConfig({
  plugins: [preact({ prefreshEnabled: false, reactAliasesEnabled: false }), firstLoad(80)],
  build: { target: "es2022", assetsInlineLimit: 0, modulePreload: { polyfill: false }, sourcemap: false },
  server: { proxy: { "/hubs": { target: "http://127.0.0.1:5170", ws: true }, "/api": "http://127.0.0.1:5170", "/plugins": "http://127.0.0.1:5170" } },
  test: { environment: "happy-dom", include: ["src/**/*.test.{ts,tsx}"] },
});
