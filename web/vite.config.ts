// Builds the console to dist/web: hashed assets, no inlined data: URLs (the content security policy refuses them).
// `npm run dev -w web` serves the sources and sends API calls to a cloud that runs beside it.
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { guidesPlugin } from "./guides/guides-plugin.ts";

const LOCAL_CLOUD = "http://localhost:7301";

export default defineConfig({
  plugins: [react(), guidesPlugin(fileURLToPath(new URL("../docs/guides", import.meta.url)))],
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    assetsDir: "console",
    assetsInlineLimit: 0,
    // The budget that counts is a test's: see test/web/budget.test.ts.
    chunkSizeWarningLimit: 800,
    reportCompressedSize: false,
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: Object.fromEntries(
      ["/api", "/cloud", "/docs", "/openapi.json"].map((path) => [path, { target: LOCAL_CLOUD }]),
    ),
  },
});
