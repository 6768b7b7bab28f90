import '../bench/bare-node.mjs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    globalSetup: ['tests/conformance/build-once.ts'],
    include: ['tests/conformance/**/*.test.ts'],
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
})
