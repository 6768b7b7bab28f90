/**
 * The program in few files: `dist/bin.js` and `dist/chunks/`, with what is needed by some commands only in chunks of their own. Reading some 400
 * files takes longer than checking a sheet. The libraries of PDF, PPTX, fonts and file watching stay packages: they are one file each
 * already, and gain nothing. For what is packed in, its licence is written beside it.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const apart = ['bidi-js', 'chokidar', 'fontkit', 'linebreak', 'mathjax', 'pdfkit', 'pptxgenjs']

/** Writes the bundle and the licences over what the compiler left in `dist/`. */
export async function bundle() {
  rmSync(join(root, 'dist/chunks'), { recursive: true, force: true })
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['src/bin.ts'],
    outdir: 'dist',
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: apart,
    // As modules: what Node would take asks for `process` by require.
    alias: {
      yaml: join(root, 'node_modules/yaml/browser/index.js'),
      'string-width': join(root, 'src/plain-width.mjs'),
    },
    // The name of a function stands in reports of faults.
    minifySyntax: true,
    metafile: true,
    logLevel: 'warning',
  })
  // Paths are reckoned from a folder in `dist/`, as before the bundle; bin.js stands beside them.
  if (readFileSync(join(root, 'dist/bin.js'), 'utf8').includes('import.meta'))
    throw new Error('dist/bin.js looks for files of the package; only chunks can')
  writeFileSync(join(root, 'dist/THIRD-PARTY-LICENSES.txt'), licences(Object.keys(metafile.inputs)))
}

/** Name, version and licence of each package that a file is of, sorted. */
function licences(files) {
  const folders = files.flatMap((file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? [])
  const texts = [...new Set(folders)].sort().map((folder) => {
    const about = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
    const { name, version, license = about.licenses?.[0]?.type, author } = about
    if (!/^(?:MIT|ISC|BSD-[23]-Clause|Apache-2\.0|0BSD)$/.test(license)) throw new Error(`${name}: ${license}`)
    const file = readdirSync(join(root, folder)).find((each) => /^licen[cs]e(?:\.|$)/i.test(each))
    const words = file ? readFileSync(join(root, folder, file), 'utf8').trim() : `By ${author.name ?? author}.`
    return `${name} ${version} (${license})\n\n${words}\n`
  })
  return `The program of Cold Recall holds these packages.\n\n${texts.join(`\n${'-'.repeat(80)}\n\n`)}`
}
