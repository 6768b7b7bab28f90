import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { charactersOf, chartOf, charts } from '../../../src/text/characters.js'
import { openCoverage } from '../../../src/text/fonts/coverage.js'
import { UnusableFont } from '../../../src/text/fonts/font-file.js'
import { openFonts } from '../../../src/text/fonts/fonts.js'
import type { FontSource } from '../../../src/text/fonts/measured-font.js'
import { classicTemplate } from '../../template.js'

const { faces } = classicTemplate()

/** The classic fonts, of which is written down which are read. */
function unread() {
  const read: string[] = []
  const made = new Map<FontSource, FontSource>()
  const lazily = (source: FontSource): FontSource => ({
    name: source.name,
    isUnread: true,
    get bytes() {
      read.push(source.name.replace(/^fonts\/|\.ttf$/g, ''))
      return source.bytes
    },
  })
  const same = (source: FontSource) => {
    const known = made.get(source) ?? lazily(source)
    made.set(source, known)
    return known
  }
  const own = Object.fromEntries(Object.entries(faces).map(([face, chain]) => [face, chain.map(same)]))
  return { read, faces: own as unknown as Record<keyof typeof faces, FontSource[]> }
}

describe('what fonts lack', () => {
  test('is what the fonts say when they are opened', async () => {
    const text = 'Plain naïve → שלום नमस्ते 日本 🙂 \u{10ffff} \ue000'
    const { missing } = await openCoverage(unread().faces)
    for (const face of ['text', 'label-strong', 'mono'] as const)
      expect(missing(text, face)).toEqual(openFonts(faces).missing(text, face))
    expect(missing(text, 'text')).toEqual([0x10ffff, 0xe000])
  })

  test('is looked up in no font that is not asked, and read once of those that are', async () => {
    const { read, faces: own } = unread()
    const { missing } = await openCoverage(own)
    expect(read).toEqual([])
    for (const _ of [1, 2]) expect(missing('Plain words', 'text')).toEqual([])
    expect(read).toEqual(['SourceSerif4-Regular'])
    expect(missing('日', 'text')).toEqual([])
    expect(read).toContain('MPLUS1p-Regular')
    expect(read.length).toBe(new Set(read).size)
    expect(read).not.toContain('Arimo-Regular')
  })

  test('is known of charted fonts unread, up to the scripts that are written with many signs', async () => {
    const { read, faces: own } = unread()
    for (const source of new Set(Object.values(own).flat())) {
      const has = charactersOf(source.bytes)
      if (has) source.chart = chartOf(has)
      for (let codePoint = 0; codePoint < 0x3000; codePoint++)
        if (charts(source.chart ?? [], codePoint) !== has?.(codePoint)) expect.fail(`${source.name}: ${codePoint}`)
      expect(charts(source.chart ?? [], 0x3000)).toBeNull()
    }
    read.length = 0
    const { missing } = await openCoverage(own)
    expect(missing('Plain naïve → שלום \u1eff\u2fff', 'text')).toEqual(openFonts(faces).missing('\u1eff\u2fff', 'text'))
    expect(read).toEqual([])
    expect(missing('日', 'text')).toEqual([])
    expect(read).toContain('MPLUS1p-Regular')
  })

  test('cannot be said of a font that is another by then', async () => {
    const gone: FontSource = {
      name: 'gone.ttf',
      isUnread: true,
      get bytes(): Uint8Array {
        throw new UnusableFont('gone.ttf')
      },
    }
    const { missing } = await openCoverage({ ...faces, text: [gone] })
    expect(() => missing('a', 'text')).toThrow(UnusableFont)
    expect(missing('a', 'mono')).toEqual([])
  })

  test('is asked of the font library where a file does not say it itself', async () => {
    const whole = readFileSync(new URL('../../../templates/classic/fonts/Arimo-Regular.ttf', import.meta.url))
    const without = Buffer.from(whole)
    without.write('xmap', without.indexOf('cmap'))
    await expect(
      openCoverage({ ...faces, text: [{ name: 'odd.ttf', bytes: without }] }).then(({ missing }) =>
        missing('a', 'text'),
      ),
    ).rejects.toThrow(UnusableFont)
  })
})
