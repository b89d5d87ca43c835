import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineProject } from 'vitest/config';

/** The web's own tests; state classes (`*.svelte.ts`) are compiled as in the build. */
export default defineProject({
  plugins: [svelte()],
  test: { name: 'web', include: ['src/**/*.test.ts'] },
});
