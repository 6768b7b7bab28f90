/** What the templates of the package say, checked when it is built, so that runs need neither parse nor check them: a file for each language. */
import { deepStrictEqual } from 'node:assert'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Writes `dist/known-templates/`, with the program that the compiler has just left in `dist/`. */
export async function writeKnownTemplates() {
  const { checkChain } = await import('../../dist/template/load.js')
  const { knownName } = await import('../../dist/disk/templates.js')
  const { Log } = await import('../../dist/diagnostics.js')
  const into = join(root, 'dist/known-templates')
  rmSync(into, { recursive: true, force: true })
  mkdirSync(into)
  const folderOf = (path) => ({ file: path, text: readFileSync(join(root, path), 'utf8'), read: () => null })
  const classic = folderOf('templates/classic/template.yaml')
  const languages = readdirSync(join(root, 'templates/classic/languages')).sort()
  for (const chain of [[classic], ...languages.map((name) => [folderOf(`templates/classic/languages/${name}`), classic])]) {
    const log = new Log()
    const checked = checkChain(chain, log)
    if (!checked) throw new Error(`${chain[0].file}: ${log.messages.map(({ reason }) => reason).join('; ')}`)
    const texts = chain.map((folder) => folder.text)
    const known = JSON.stringify({ texts, checked })
    // What JSON cannot hold would be another template in the built program.
    deepStrictEqual(JSON.parse(known).checked, checked)
    const path = join(into, knownName(texts))
    if (existsSync(path)) throw new Error(`${chain[0].file} has the check sum of another file`)
    writeFileSync(path, known)
  }
}
