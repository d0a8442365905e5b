import { defineConfig } from "vite";

const here = new URL(".", import.meta.url).pathname;

// `npm run dev`: two people side by side, with a pretended page and server side. Nothing of this folder is shipped.
export default defineConfig({
  root: here,
  build: { rollupOptions: { input: ["index.html", "frame.html"].map((page) => `${here}${page}`) }, target: "es2022", emptyOutDir: true },
  server: { host: "127.0.0.1", fs: { allow: [".."] } },
});
