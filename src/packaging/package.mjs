/** What `npm run build` does behind the compiler: the program in few files, the package's templates checked and tables made of their fonts, schemas beside the code that they describe, and the digest by which runs know the program. */
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { bundle } from './bundle.mjs'
import { writeKnownDecks } from './known-decks.mjs'
import { writeKnownFonts } from './known-fonts.mjs'
import { writeKnownTemplates } from './known-templates.mjs'

const dist = new URL('../../dist/', import.meta.url)
const src = new URL('../', import.meta.url)

/** Takes away what the compiler left in `dist/` of modules that have been moved or deleted since: it would be shipped, and count in the digest. */
function dropStale() {
  for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    const [, module] = /^(?!chunks|code-cache|known-)(.+?)(?:\.d\.ts|\.js)$/.exec(name) ?? []
    if (module !== undefined && !existsSync(new URL(`${module}.ts`, src))) rmSync(new URL(name, dist))
  }
}

dropStale()
await bundle()
await writeKnownTemplates()
await writeKnownFonts()
await writeKnownDecks()
for (const name of ['sheet', 'manifest', 'fit'])
  copyFileSync(new URL(`../schemas/${name}-schema.json`, import.meta.url), new URL(`${name}-schema.json`, dist))

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
const digest = createHash('sha256').update(readFileSync(new URL('../../package.json', import.meta.url)))
for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' }).sort())
  if (/\.c?js$/.test(name)) digest.update(`${name}\n`).update(readFileSync(new URL(name, dist)))
writeFileSync(new URL('build-id', dist), `cold-recall ${version} ${digest.digest('hex').slice(0, 16)}\n`)
