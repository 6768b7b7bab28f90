import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/conformance/**'],
    setupFiles: ['tests/setup.ts'],
    testTimeout: 60_000,
    // On two cores vitest would leave one idle.
    maxWorkers: '100%',
  },
})
