/** How the browser part is built, served while developing, and tested. */
import { fileURLToPath } from 'node:url'

import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** What the first page needs, in chunks that change at different paces; the rest is split by the lazy routes. */
const FIRST_LOAD = ['$initial' as const]
const CHUNKS = [
  {
    name: 'react',
    test: /\/node_modules\/(?:react|react-dom|scheduler|react-router)\//,
    tags: FIRST_LOAD,
    priority: 4,
  },
  {
    name: 'antd',
    test: /\/node_modules\/(?:antd|@ant-design|@rc-component|@emotion|stylis|clsx)\//,
    tags: FIRST_LOAD,
    priority: 3,
  },
  { name: 'vendor', test: /\/node_modules\//, tags: FIRST_LOAD, priority: 2 },
  { name: 'frame', test: /\/src\//, tags: FIRST_LOAD, priority: 1 },
]

const source = fileURLToPath(new URL('./src', import.meta.url))
const repository = fileURLToPath(new URL('..', import.meta.url))

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': source } },
  build: {
    outDir: '../runtime/web',
    emptyOutDir: true,
    manifest: true,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { output: { codeSplitting: { groups: CHUNKS } } },
  },
  server: {
    // The sentences of issues live with the engine, above this folder.
    fs: { allow: [repository] },
    proxy: { '/api': 'http://127.0.0.1:8000' },
  },
  test: {
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          include: ['src/core/**/*.test.ts', 'tools/**/*.test.ts'],
          environment: 'node',
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'screens',
          include: ['src/**/*.test.{ts,tsx}'],
          exclude: ['src/core/**'],
          environment: 'happy-dom',
          setupFiles: ['./src/app/testing/set-up.ts'],
          css: false,
          // Loading antd anew for every file would take most of the time; set-up.ts puts shared state back instead.
          isolate: false,
        },
      },
    ],
  },
})
