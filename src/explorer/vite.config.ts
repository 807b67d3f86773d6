/** Builds the page into `dist/explorer`, every file but the page itself with a hash of its content in its name. */
import { defineConfig, type Plugin } from 'vite';
import * as model from './model.ts';

/** Runs `model.ts` now and writes what it exports in its place: the page has names of the model, and not the model. */
const namesOfTheModel: Plugin = {
  name: 'names-of-the-model',
  load: (id) =>
    id.endsWith('/explorer/model.ts')
      ? Object.entries(model)
          .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
          .join('\n')
      : undefined,
};

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  // Sigma is most of it, and nothing can be drawn without it.
  build: {
    chunkSizeWarningLimit: 700,
    outDir: '../../dist/explorer',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    license: { fileName: 'licenses.md' },
    modulePreload: { polyfill: false },
  },
  plugins: [namesOfTheModel],
  worker: { format: 'es' },
  server: { proxy: { '/graphql': 'http://127.0.0.1:4000' } },
});
