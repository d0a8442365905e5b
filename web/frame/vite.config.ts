import { defineConfig } from "vite";

// One minified script without imports, which the host puts into plugin pages (src/Host/PluginUi/BootScript.cs). Runs after the
// page's own build, which empties dist.
export default defineConfig({
  publicDir: false,
  build: {
    target: "es2022",
    outDir: "dist/frame",
    emptyOutDir: true,
    lib: { entry: "frame/boot.ts", formats: ["iife"], name: "pluginroomBoot", fileName: () => "boot.js" },
  },
});
