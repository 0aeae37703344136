import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const apiOrigin = process.env.API_ORIGIN ?? 'http://127.0.0.1:3000';

/** Libraries every page needs go into one long-lived file; whatever only some pages need stays with them. */
const everywhere =
  /node_modules\/(react|react-dom|scheduler|react-router|i18next|react-i18next|@tanstack\/(react-query|query-core))\//;

/** Small parts that every page needs: together they compress better and are fewer requests than each in a file. */
const parts =
  /client\/(platform\/(api\/(api|api-failure|connection|errors|session)|page\/(announcer|page-title|shortcut-keys|shortcuts|to-sign-in)|text\/(format|i18n|language)|time\/server-time)|ui\/(data\/(chip|key-hint)|feedback\/(banner|empty-state|error-state|offline-state|query-states|refusal-states|skeletons|state-disc|toast-queue)|form\/(button|icon-button|spinner|segmented)|layout\/(connection-banner|connection-strip|preferences|sheet)))\./;

/** The faces nearly every first paint needs; the others are fetched when a character asks for them. */
const firstFaces = /be-vietnam-pro-(vietnamese|latin)-(400|600)-normal-[^/]+\.woff2$/;

function preloadFirstFaces(): Plugin {
  return {
    name: 'preload-first-faces',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) =>
        Object.keys(bundle)
          .filter((file) => firstFaces.test(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}`, crossorigin: '' },
            injectTo: 'head',
          })),
    },
  };
}

export default defineConfig({
  root: 'client',
  plugins: [react(), preloadFirstFaces()],
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
          groups: [
            { name: 'base', test: everywhere, priority: 1 },
            { name: 'parts', test: parts },
          ],
        },
      },
    },
  },
});
