import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { proxiedPaths } from "./scripts/paths.mjs";

export default defineConfig({
  plugins: [react(), tailwindcss()],
  server: {
    port: 5173,
    strictPort: true,
    proxy: Object.fromEntries(
      proxiedPaths.map((path: string) => [path, process.env["MATH_SERVICE"] ?? "http://127.0.0.1:8000"]),
    ),
  },
  // Nothing is inlined: the Content-Security-Policy allows fonts and images from the service alone.
  build: { target: "es2022", sourcemap: true, assetsInlineLimit: 0 },
});
