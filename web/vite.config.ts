// How the page is built. In development `npx vite` hands /api to a server on port 5005.
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  base: "./",
  plugins: [react()],
  build: {
    outDir: "dist",
    target: "es2022",
    cssTarget: ["chrome123", "safari17.5", "firefox120"], // these know light-dark()
    assetsInlineLimit: 0, // nothing as data: in the code, so that the Content-Security-Policy stays strict
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { proxy: { "/api": "http://127.0.0.1:5005" } },
  test: { environment: "jsdom", pool: "vmThreads", include: ["src/**/*.test.{ts,tsx}"] },
});
