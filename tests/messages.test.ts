import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { messageTable } from '../src/diagnostics.js'

it('the table of messages has the codes of every room, and none twice', async () => {
  const rooms = readdirSync(new URL('../src/messages/', import.meta.url)).filter(
    (name) => name.endsWith('.ts') && name !== 'entry.ts',
  )
  const tables = await Promise.all(rooms.map((name) => import(`../src/messages/${name.replace(/ts$/, 'js')}`)))
  const codes = tables.flatMap((table: Record<string, object>) => Object.values(table).flatMap(Object.keys))
  expect(codes.toSorted()).toEqual(Object.keys(messageTable).toSorted())
})
