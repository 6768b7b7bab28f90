import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { layoutNames } from '../../src/deck/slides-model.js'

test('the list for a person with PowerPoint has a line for each layout', () => {
  const text = readFileSync(new URL('../../src/deck/viewers.md', import.meta.url), 'utf8')
  expect([...text.matchAll(/^- \[ \] \*\*(Recall [^*]+)\*\*/gm)].map(([, name]) => name)).toEqual([...layoutNames])
})
