import { readdirSync, readFileSync } from 'node:fs'
import * as fontkit from 'fontkit'
import { describe, expect, it } from 'vitest'
import { charactersOf } from '../../src/text/characters.js'

const folder = new URL('../../templates/classic/fonts/', import.meta.url)
const fonts = readdirSync(folder).filter((name) => name.endsWith('.ttf'))

describe('the characters of a font, read from its own table', () => {
  it.each(fonts)('%s: those that the font library finds', (name) => {
    const bytes = readFileSync(new URL(name, folder))
    const has = charactersOf(bytes)
    const font = fontkit.create(bytes) as fontkit.Font
    const differ: number[] = []
    // Every plane that has letters or signs. U+0000 never reaches a font (`printable`).
    for (let codePoint = 1; codePoint < 0x33000; codePoint++)
      if (has?.(codePoint) !== font.hasGlyphForCodePoint(codePoint)) differ.push(codePoint)
    expect(differ).toEqual([])
    expect(has?.(0x41) || has?.(0x1f600)).toBe(true)
  })

  it('is unknown where the table is missing or cut short', () => {
    const whole = readFileSync(new URL('DejaVuSans.ttf', folder))
    expect(charactersOf(whole.subarray(0, 400))).toBeNull()
    const without = Buffer.from(whole)
    without.write('xmap', without.indexOf('cmap'))
    expect(charactersOf(without)).toBeNull()
  })
})
