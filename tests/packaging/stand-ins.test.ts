import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { deflateRawSync } from 'node:zlib'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { describe, expect, it } from 'vitest'
import { unpack } from '../../src/deck/finish/unzip.js'

// What the built program has in place of packages (`src/packaging/bundle.mjs`) does what they do.
const require = createRequire(import.meta.url)

interface Zip {
  folder(path: string): Zip
  file(path: string, content: string | Uint8Array): unknown
  generateAsync(wanted: { type: 'uint8array' }): Promise<Uint8Array>
}

describe('stand-ins', () => {
  it('are all used by the bundle', () => {
    const bundle = readFileSync(new URL('../../src/packaging/bundle.mjs', import.meta.url), 'utf8')
    const files = readdirSync(new URL('../../src/packaging/stand-ins', import.meta.url))
    expect(files.filter((file) => !bundle.includes(`'${file}'`))).toEqual([])
  })

  it('tiny-inflate unpacks what the package unpacks', async () => {
    const inflate = require('../../src/packaging/stand-ins/tiny-inflate.cjs')
    for (const bytes of [Buffer.from('abc'.repeat(5000)), randomBytes(3000), Buffer.alloc(70_000)]) {
      const packed = deflateRawSync(bytes)
      const room = new Uint8Array(bytes.length)
      expect(inflate(packed, room)).toBe(room)
      expect(Buffer.from(room).equals(bytes)).toBe(true)
      expect(Buffer.from(require('tiny-inflate')(packed, new Uint8Array(bytes.length))).equals(bytes)).toBe(true)
    }
    expect(() => inflate(Buffer.from('none'), new Uint8Array(10))).toThrow()
    expect(() => inflate(deflateRawSync(Buffer.alloc(100)), new Uint8Array(10))).toThrow()
  })

  it('base64-js reads what the package reads', async () => {
    const { default: ours } = await import('../../src/packaging/stand-ins/base64.mjs' as string)
    for (const length of [0, 1, 2, 3, 3000]) {
      const letters = randomBytes(length).toString('base64')
      expect(ours.toByteArray(letters)).toEqual(Uint8Array.from(require('base64-js').toByteArray(letters)))
    }
  })

  it('jszip and unzip hand over the texts that the packages pack and unpack', async () => {
    const parts = async (zip: Zip, unpack: (bytes: Uint8Array) => Map<string, string>) => {
      zip.folder('ppt').folder('_rels')
      zip.file('ppt/slides/slide1.xml', '<p>Größe ✓ 漢字 \ud83d</p>')
      zip.file('[Content_Types].xml', '')
      zip.file('ppt/slides/slide1.xml', '<p>Größe ✓ 漢字 \ud83d</p><p/>')
      return [...unpack(await zip.generateAsync({ type: 'uint8array' }))].sort()
    }
    const standIn = async (name: string) => await import(`../../src/packaging/stand-ins/${name}.mjs`)
    const StandIn = (await standIn('jszip')).default
    const ours = await parts(new StandIn(), (await standIn('unzip')).unpack)
    expect(ours).toEqual(await parts(new (require('jszip'))(), unpack))
    expect(ours).toHaveLength(2)
    expect(() => new StandIn().file('a.png', new Uint8Array())).toThrow('a.png is no text')
  })

  it('mdast-util-gfm reads what the package reads', async () => {
    const ours = await import('../../src/packaging/stand-ins/mdast-util-gfm.mjs' as string)
    expect(ours.gfmFromMarkdown()).toEqual(gfmFromMarkdown())
    // What writes Markdown is nothing to a parser.
    expect(ours.gfmToMarkdown()).toEqual({})
  })

  it('micromark-util-character knows the characters that the package knows', async () => {
    const ours = await import('../../src/packaging/stand-ins/micromark-util-character.mjs' as string)
    const theirs = createRequire(require.resolve('remark-parse'))('micromark-util-character')
    expect(Object.keys(ours).sort()).toEqual(Object.keys(theirs).sort())
    const codes = [null, -5, -4, -3, -2, -1, ...Array(0x10000).keys()]
    for (const [name, knows] of Object.entries<(code: number | null) => boolean>(theirs))
      expect([name, codes.filter((code) => ours[name](code) !== knows(code))]).toEqual([name, []])
  })

  it('assert refuses what is not so', async () => {
    const { strictEqual, notStrictEqual } = await import('../../src/packaging/stand-ins/assert.mjs' as string)
    strictEqual('a', 'a')
    notStrictEqual('a', 'b')
    expect(() => strictEqual('a', 'b', 'not a')).toThrow('not a')
    expect(() => notStrictEqual(undefined, undefined)).toThrow('Unexpected undefined')
  })
})
