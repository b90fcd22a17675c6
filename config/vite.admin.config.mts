import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { withPolicy } from './page-policy';

const root = resolve(import.meta.dirname, '..');

/** Only the panel's own scripts run in it. */
const pagePolicy: Plugin = {
  name: 'page-policy',
  apply: 'build',
  transformIndexHtml: { order: 'post', handler: withPolicy },
};

/** The staff panel: served under /admin/, built to dist/admin. */
export default defineConfig({
  root: resolve(root, 'src/admin'),
  base: '/admin/',
  cacheDir: resolve(root, 'node_modules/.cache/vite-admin'),
  plugins: [react(), pagePolicy],
  resolve: {
    alias: [
      { find: /^@contract\//, replacement: `${root}/types/contract/` },
      { find: /^@shared\//, replacement: `${root}/src/shared/` },
    ],
  },
  build: {
    outDir: resolve(root, 'dist/admin'),
    emptyOutDir: true,
    target: 'es2020',
    reportCompressedSize: true,
    chunkSizeWarningLimit: 600,
  },
});
