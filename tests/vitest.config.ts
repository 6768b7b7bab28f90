import './bench/bare-node.mjs'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Tests that put other modules in the place of ours: they need modules to themselves. All others share what has been loaded and compiled. */
const alone = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .filter((name) => /\bvi\.(?:mock|doMock|resetModules)\(/.test(readFileSync(join(root, 'tests', name), 'utf8')))
  .map((name) => `tests/${name.replaceAll('\\', '/')}`)

export default defineConfig({
  root,
  test: {
    setupFiles: ['tests/setup.ts'],
    testTimeout: 60_000,
    // On two cores vitest would leave one idle.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/conformance/**', ...alone],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'alone', include: alone, exclude: ['tests/conformance/**'] } },
    ],
  },
})
