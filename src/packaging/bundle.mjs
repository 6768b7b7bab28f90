/**
 * The program in few files: `dist/bin.cjs` and scripts in `dist/chunks/`, with what is needed by some commands only in scripts of their own.
 * Reading some 400 files takes longer than checking a sheet. They are scripts, not modules, since of those what V8 made can be kept
 * (`disk/code-cache.ts`). For what is packed in, its licence is written beside it.
 */
import assert from 'node:assert'
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'esbuild'
import { common, moduleOf, root } from './bundle-module.mjs'

/** Optional, or needed by few sheets. */
const apart = ['bidi-js', 'mathjax']
/** What is loaded when it is needed, by scripts, in the order in which commands come to them: each has what those before it lack. Any other follows. */
const order = [
  // Together: to open one script more takes longer than to have what a build that finds nothing changed does without.
  ['src/bin.ts', 'src/cli/cli.ts'],
  ['src/commands/check.ts'],
  ['src/commands/build.ts', 'src/build/stages.ts'],
  ['src/text/fonts/fonts.ts'],
  ['node_modules/fontkit/dist/module.mjs'],
  ['src/workbook/pdf.ts'],
  ['src/deck/pptx.ts'],
  ['src/deck/draw/pptxgen.ts', 'src/packaging/stand-ins/https.mjs'],
]
/** What is loaded when something of it is used, though its importers name it at their beginnings: most runs never do. */
const whenUsed = {
  schema: 'src/template/schema.ts',
  config: 'src/config/read-config.ts',
  manifest: 'src/identity/manifest-shape.ts',
  yaml: 'node_modules/yaml/browser/index.js',
  // A command with paths alone, or with `-q`, needs no parser (`plainCommand` in `cli/cli.ts`).
  yargs: 'node_modules/yargs/index.mjs',
  // Files of ours are not encrypted.
  ciphers: 'node_modules/@noble/ciphers/esm/aes.js',
  // Two thousand names, and few sheets have one.
  entities: 'node_modules/character-entities/index.js',
}
/** And what nothing else needs; a part of the bundle that holds such files holds no others. */
const onlyThen = /^(?:src\/template\/(?:schema|deck-style|workbook-style)\.ts|src\/config\/read-config\.ts|src\/identity\/manifest-shape\.ts|node_modules\/(?:yaml|zod|@noble\/ciphers|character-entities|yargs|yargs-parser|y18n|cliui|wrap-ansi|strip-ansi|ansi-regex|ansi-styles|get-caller-file)\/.*|src\/packaging\/stand-ins\/(?:assert|escalade|string-width)\.mjs)$/
/** What is packed in instead of a module; each file says why. */
const standIns = Object.fromEntries(
  Object.entries({
    assert: 'assert.mjs',
    'base64-js': 'base64.mjs',
    'brotli/decompress.js': 'brotli.mjs',
    jszip: 'jszip.mjs',
    'escalade/sync': 'escalade.mjs',
    'micromark-util-character': 'micromark-util-character.mjs',
    'node:https': 'https.mjs',
    'string-width': 'string-width.mjs',
    'tiny-inflate': 'tiny-inflate.cjs',
  }).map(([name, file]) => [name, join(root, 'src/packaging/stand-ins', file)]),
)
/** Likewise, but only where one file asks: the PDF library for fonts, the one for Markdown for GFM, and ours for the font library and for the parts of a deck. */
const standInsFor = [
  [/^fontkit$/, /[\\/]node_modules[\\/]pdfkit[\\/]/, 'fontkit.mjs'],
  [/^mdast-util-gfm$/, /[\\/]node_modules[\\/]remark-gfm[\\/]/, 'mdast-util-gfm.mjs'],
  [/\/font-library\.js$/, /[\\/]src[\\/]/, 'font-library.mjs'],
  [/\/unzip\.js$/, /[\\/]src[\\/]deck[\\/]/, 'unzip.mjs'],
]
/** What takes time to reckon and is the same in each run: in its place stands what it exports, as JSON. */
const reckoned = /[\\/]src[\\/](sheet[\\/](?:words[\\/]day-table|citations[\\/]citation-table))\.ts$/

/** Writes the bundle and the licences over what the compiler left in `dist/`. */
export async function bundle() {
  const { outputFiles, metafile } = await build({
    ...common,
    entryPoints: { bin: 'src/bin.ts', fontkit: 'fontkit', ...whenUsed },
    outdir: 'dist',
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    external: [...apart, './fontkit.js'],
    plugins: [{ name: 'stand-ins', setup: standIn }],
    mainFields: ['module', 'main'],
    conditions: ['module'],
    alias: {
      // What Node would take asks for `process` by require, and for threads that are not used.
      yaml: join(root, 'node_modules/yaml/browser/index.js'),
      ...standIns,
    },
    metafile: true,
  })
  const texts = new Map(outputFiles.map(({ path, text }) => [basename(path), text]))
  const textsOf = (names) => new Map(names.map((name) => [name, texts.get(name)]))
  const outputs = Object.entries(metafile.outputs).map(([path, about]) => ({ name: basename(path), ...about }))
  const entryOf = (file) => outputs.find(({ entryPoint }) => entryPoint === file)
  const entries = outputs.flatMap(({ entryPoint }) => (entryPoint ? [entryPoint] : []))
  const placedElsewhere = [...order.flat(), ...Object.values(whenUsed)]
  const others = entries.filter((file) => !placedElsewhere.includes(file)).sort()
  const late = lateOnes(outputs)
  /** Parts that are loaded with one, less those that are somewhere already. */
  const placed = new Set()
  const partsOf = (name) => {
    if (placed.has(name)) return []
    placed.add(name)
    const { imports } = outputs.find((output) => output.name === name)
    const statics = imports.filter(({ kind, external }) => kind === 'import-statement' && !external)
    const before = statics.map(({ path }) => basename(path)).filter((each) => !late.has(each))
    return [...before.flatMap(partsOf), name]
  }
  /** Those that others than `inside` ask for: at their beginnings, or when they need them. */
  const askedOf = (inside) =>
    inside.filter(
      (name) =>
        outputs.find((output) => output.name === name).entryPoint ||
        outputs.some((output) => !inside.includes(output.name) && output.imports.some(({ path }) => basename(path) === name)),
    )

  for (const folder of ['chunks', 'chunks/data']) {
    rmSync(join(root, 'dist', folder), { recursive: true, force: true })
    mkdirSync(join(root, 'dist', folder))
  }
  const scripts = {}
  const write = async (title, groups) => {
    const modules = groups.map((names, i) => moduleOf(`${title}.${i}`, { texts: textsOf(names), asked: askedOf(names), late }))
    const text = `({\n${(await Promise.all(modules)).join(',\n')}\n})\n`
    const script = `${title}-${createHash('sha256').update(text).digest('hex').slice(0, 12)}.cjs`
    writeFileSync(join(root, 'dist/chunks', script), text)
    for (const name of groups.flat()) scripts[name] = script
  }
  for (const files of [...order, ...others.map((file) => [file])])
    await write(
      titleOf(files[0]),
      files.map((file) => partsOf(entryOf(file).name)).filter((names) => names.length > 0),
    )
  for (const [name, title] of late) await write(title, [partsOf(name)])
  writeFileSync(join(root, 'dist/bin.cjs'), await binText(scripts))
  // For those who know the program by its former name.
  writeFileSync(join(root, 'dist/bin.js'), "#!/usr/bin/env node\nimport './bin.cjs'\n")
  // What pdfkit reads beside itself.
  copyFileSync(join(root, 'node_modules/pdfkit/js', profile), join(root, 'dist/chunks', profile))
  writeFileSync(join(root, 'dist/THIRD-PARTY-LICENSES.txt'), licences(Object.keys(metafile.inputs)))
  dropCaches(Object.values(scripts))
}

function standIn({ onResolve, onLoad }) {
  for (const [filter, from, file] of standInsFor)
    onResolve({ filter }, ({ importer }) => (from.test(importer) ? { path: join(root, 'src/packaging/stand-ins', file) } : undefined))
  onLoad({ filter: reckoned }, async ({ path }) => ({ contents: await asJson(reckoned.exec(path)[1]) }))
}

/** A module whose exports are plain JSON → the same without what made them, as the compiler left it in `dist/`. */
async function asJson(name) {
  const exported = Object.entries(await import(new URL(`../../dist/${name}.js`, import.meta.url)))
  return exported
    .map(([key, value]) => {
      const json = JSON.stringify(value)
      assert.deepStrictEqual(JSON.parse(json), value, `${name} exports more than JSON can say`)
      return `export const ${key} = JSON.parse(${JSON.stringify(json)})\n`
    })
    .join('')
}

const profile = 'data/sRGB_IEC61966_2_1.icc'

/** What a script of a file is called. */
const titleOf = (file) => /^node_modules\/(?:@[^/]+\/)?([^/]+)/.exec(file)?.[1] ?? basename(file, '.ts')

/** The parts that are loaded when something of them is used, and what their scripts are called. */
function lateOnes(outputs) {
  const filesIn = (inputs) => Object.keys(inputs).filter((file) => inputs[file].bytesInOutput > 0)
  const late = outputs.filter(({ inputs }) => filesIn(inputs).some((file) => onlyThen.test(file)))
  for (const { name, inputs } of late) {
    const other = filesIn(inputs).find((file) => !onlyThen.test(file))
    if (other) throw new Error(`${name} holds ${other} as well, which would have to wait for it`)
  }
  return new Map(late.map(({ name, inputs }) => [name, titleOf(filesIn(inputs).at(-1))]))
}

/** The program's beginning: how V8 is set and scripts are opened. It is small, since Node keeps nothing of it. */
async function binText(scripts) {
  const start = `import { openProgram } from './src/disk/code-cache.js'
import { setUpEngine } from './src/disk/engine.js'
const command = process.argv[2]
setUpEngine(command)
openProgram({ folder: __dirname, scripts: ${JSON.stringify(scripts)}, command })('bin.js')
`
  const { outputFiles } = await build({
    ...common,
    stdin: { contents: start, resolveDir: root },
    bundle: true,
    format: 'cjs',
    lineLimit: 120,
    minifyWhitespace: true,
  })
  return `#!/usr/bin/env node\n${outputFiles[0].text}`
}

/** Takes away what V8 made of scripts that are no more. */
function dropCaches(scripts) {
  const folder = join(root, 'dist/code-cache')
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(folder))
    if (!scripts.some((script) => name.startsWith(script))) rmSync(join(folder, name))
}

const free = /^(?:MIT|ISC|BSD-[23]-Clause|Apache-2\.0|0BSD|\(MIT AND Zlib\)|\(MIT OR GPL-3\.0-or-later\))$/

/** Name, version and licence of each package that a file is of, sorted. */
function licences(files) {
  const folders = files.flatMap((file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? [])
  const texts = [...new Set(folders)].sort().map((folder) => {
    const { name, version, author, ...about } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
    const file = readdirSync(join(root, folder)).find((each) => /^licen[cs]e(?:\.|$)/i.test(each))
    const words = file ? readFileSync(join(root, folder, file), 'utf8').trim() : `By ${author?.name ?? author}.`
    const license = about.license ?? about.licenses?.[0]?.type ?? /^(?:The )?(MIT) License\b/.exec(words)?.[1]
    if (!free.test(license)) throw new Error(`${name}: ${license}`)
    return `${name} ${version} (${license})\n\n${words}\n`
  })
  return `The program of Cold Recall holds these packages.\n\n${texts.join(`\n${'-'.repeat(80)}\n\n`)}`
}
