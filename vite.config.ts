import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { chunkOf, EVERYWHERE } from './vite/chunks.js';
import { tellFirstPages } from './vite/first-pages.js';

const apiOrigin = process.env.API_ORIGIN ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: 'client',
  plugins: [react(), tellFirstPages(import.meta.dirname)],
  server: {
    proxy: {
      '/api': { target: apiOrigin },
      '/socket.io': { target: apiOrigin, ws: true },
    },
  },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    // The size check reads from it what a page's first load consists of.
    manifest: true,
    // Fonts and images as data: URLs would need a wider content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // The entry lists every file of every page: their names would cost each first load more than a kilobyte.
        chunkFileNames: 'assets/[hash:7].js',
        assetFileNames: ({ names }) =>
          names.some((name) => name.endsWith('.css'))
            ? 'assets/[hash:7][extname]'
            : 'assets/[name]-[hash][extname]',
        codeSplitting: {
          // What a file needs may stand in a file of fewer pages: taken along, it brought all of that to every page.
          includeDependenciesRecursively: false,
          groups: [
            { name: 'base', test: EVERYWHERE, priority: 4 },
            { name: 'start', tags: ['$initial'], priority: 3 },
            { name: 'icons', test: /tabler/, minShareCount: 4, priority: 2 },
            { name: chunkOf, priority: 1 },
          ],
        },
      },
    },
  },
});
