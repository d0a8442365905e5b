import { defineConfig } from "vitest/config";

// One script and one style sheet, addressed relative to the page: the frame's own folder is all that it may load from.
export default defineConfig({
  base: "./",
  build: { target: "es2022", assetsInlineLimit: 0, modulePreload: false, cssCodeSplit: false, sourcemap: false },
  // A loaded machine is slow, not wrong.
  test: { environment: "node", include: ["test/**/*.test.ts"], testTimeout: 30_000 },
});
