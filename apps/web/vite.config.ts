import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

/** SvelteKit 3 reads its options here; there is no svelte.config.js any more. */
export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter({ out: 'build' }),
      csp: {
        mode: 'auto',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          // Widths of meters and places of chart marks are style attributes; style elements still need the nonce.
          'style-src-elem': ['self'],
          'style-src-attr': ['unsafe-inline'],
          'img-src': ['self', 'data:', 'blob:'],
          'font-src': ['self'],
          'connect-src': ['self'],
          'worker-src': ['self'],
          'manifest-src': ['self'],
          'object-src': ['none'],
          'base-uri': ['none'],
          'form-action': ['self'],
          'frame-src': ['self'],
          'frame-ancestors': ['none'],
        },
      },
      // The server decides which page answers a path, so a phone need not load the list of all of them.
      router: { resolution: 'server' },
      serviceWorker: { register: true },
      version: { pollInterval: 0 },
    }),
  ],
  build: { target: 'es2022' },
});
