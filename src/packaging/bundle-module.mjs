/**
 * Parts of the program that are always loaded together, as one module of a script. Calls from part to part are then calls of functions that stand in one
 * scope: an export of a part that is asked for by its name is a function that fetches it, each time, and hundreds of them are made when a command starts.
 */
import { isBuiltin } from 'node:module'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, transform } from 'esbuild'

/** The folder of the package. */
export const root = fileURLToPath(new URL('../..', import.meta.url))
/** Node 20 is the oldest that we run on. */
const target = 'node20'
/** Which it reads as they stand, whatever esbuild thinks: a call of `RegExp` in their place would compile them anew each time. */
const expressions = { 'regexp-unicode-property-escapes': true, 'regexp-set-notation': true }
/** What all that esbuild does for the bundle has in common. The name of a function stands in reports of faults, hence no smaller ones. */
export const common = {
  absWorkingDir: root,
  platform: 'node',
  target,
  supported: expressions,
  minifySyntax: true,
  logLevel: 'warning',
  write: false,
}
/** Modules of Node that are there already when a program starts; others are loaded when something of them is used. */
const always = new Set(['fs', 'path', 'url', 'node:fs', 'node:path', 'node:url', 'node:process', 'process'])

/**
 * Parts, as modules of ECMAScript by their names (`texts`) → rows of a script, as `Part` in `disk/code-cache.ts` has them: all that they are, called `name`;
 * and each that others ask for (`asked`), which fetches what it exports from there. What is `late` is loaded when something of it is used.
 */
export async function moduleOf(name, { texts, asked, late }) {
  const exported = asked.map((part, i) => [part, `part${i}`])
  const { outputFiles } = await build({
    ...common,
    // Done when the parts were made, and what is declared stands by itself (`requireWhenUsed`).
    minifySyntax: false,
    // Said then as well.
    logLevel: 'error',
    stdin: { contents: exported.map(([part, as]) => `export * as ${as} from './${part}'\n`).join(''), resolveDir: root },
    plugins: [{ name: 'parts', setup: (hooks) => findParts(hooks, texts) }],
    bundle: true,
    format: 'cjs',
    supported: { ...expressions, 'dynamic-import': false },
    define: { 'import.meta.dirname': '__folder', 'import.meta.url': '__url' },
  })
  const lazy = requireWhenUsed(outputFiles[0].text, (from) =>
    from.startsWith('.') ? late.has(basename(from)) : isBuiltin(from) && !always.has(from),
  )
  // Of packages: ours ask for a folder, which takes no time to know.
  const url = lazy.includes('__url') ? 'var __url = require("node:url").pathToFileURL(`${__folder}/any.cjs`).href;' : ''
  const whole = `${JSON.stringify(name)}(exports, require, module, __folder) {\n${url}${await inAscii(lazy, name)}}`
  // Values, since none of them changes once all has run.
  const fetched = exported.map(
    ([part, as]) =>
      `${JSON.stringify(part)}(exports,require,module){module.exports={__esModule:true,...require(${JSON.stringify(name)}).${as}}}`,
  )
  return [whole, ...fetched].join(',\n')
}

/** A part finds the others of its module, and leaves the rest, and what is loaded when it is needed, to the script. */
function findParts({ onResolve, onLoad }, texts) {
  onResolve({ filter: /.*/ }, ({ path, kind }) => {
    if (kind === 'entry-point') return undefined
    const part = path.startsWith('.') && kind === 'import-statement' && texts.has(basename(path))
    return part ? { path: basename(path), namespace: 'part' } : { path, external: true }
  })
  onLoad({ filter: /.*/, namespace: 'part' }, ({ path }) => ({ contents: texts.get(path).replace(/^#!.*/, '') }))
}

/** `var import_zlib = require("zlib");` → a function that does so when it is called first, and its calls. */
function requireWhenUsed(code, isLate) {
  const names = []
  const declared = code.replace(/^var (import_\w+) = (.*\brequire\("([^"]+)"\).*);$/gm, (whole, name, value, from) => {
    if (!isLate(from)) return whole
    names.push(name)
    return `var ${name}$;\nfunction ${name}() { return ${name}$ ??= ${value}; }`
  })
  return names.reduce((text, name) => {
    const called = text.replace(new RegExp(`\\b${name}(?=\\.)`, 'g'), `(${name}())`)
    if (new RegExp(`\\b${name}(?![$(])\\b`).test(called)) throw new Error(`${name} is used as a whole, and cannot be loaded later`)
    return called
  }, declared)
}

/**
 * Without comments and indents, and with its last signs beyond ASCII written as escapes: esbuild does so in words, and leaves regular expressions. A
 * script of ASCII alone is read in a fifth of the time.
 */
async function inAscii(code, name) {
  // Said once, and where a sign can be an escape.
  const unraw = code.replace(/\bString\.raw`((?:[^`$\\]|\\[^`]|\$(?!\{))*)`/g, (_, text) => JSON.stringify(text))
  const { code: short } = await transform(unraw, { minifyWhitespace: true, lineLimit: 120, target, supported: expressions })
  const raw = /\braw`[^`]*[^\0-\x7f]|\\[^\0-\x7f]/.exec(short)?.[0]
  if (raw) throw new Error(`${name} has a sign beyond ASCII where it cannot be written as an escape: ${raw}`)
  const escape = (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
  return short.replace(/[^\0-\x7f]/g, escape)
}
