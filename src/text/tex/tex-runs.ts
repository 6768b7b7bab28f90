/** TeX as rich text, where nothing can be typeset but letters can be raised and slanted, as on slides: `x_i^2` as an italic x with a low i and a high 2. */

import type { Run } from '../rich.js'
import { chemistryRuns } from './tex-chemistry.js'
import { isApplied, isOfDifferences, linearTokens } from './tex-linear.js'
import { keyboardSigns, lines, mathAccents, mathSign } from './tex-signs.js'
import { chemicalSource, inBraces, mostTex, texTokens } from './tex-tokens.js'

/** What a piece of a formula is, for the space around it. */
type Role = 'operand' | 'relation' | 'binary' | 'named' | 'open' | 'punctuation' | 'space'

interface Atom {
  run: Run
  role: Role
}

/** What cannot be said in a line of text: scripts of scripts, a command that is not known. */
class NoText extends Error {}

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '))
const relations = setOf('= < > ≤ ≥ ≠ ≈ ≡ ∼ ∝ ∈ ∉ ⊂ ⊆ → ← ↔ ⇌ ⇒ ⇔ ↦ : ∣ ⊥')
const binaries = setOf('+ − ± ∓ × · ÷ ∪ ∩ ∧ ∨ ∘ ∖')
const big = setOf('∑ ∏ ∫')
const functions = setOf(
  'log ln lg exp sin cos tan cot sec csc sinh cosh tanh arcsin arccos arctan max min sup inf lim arg det dim ker gcd Pr deg mod',
)
/** Commands that only say how what follows is set. */
const silent = setOf('left right big Big bigl bigr Bigl Bigr displaystyle textstyle limits nolimits mathit mathcal !')
const blanks: ReadonlySet<string> = new Set([',', ';', ':', ' ', 'quad', 'qquad'])
const verbatim = setOf('text textrm textit textbf textsf operatorname')
/** Commands that set what follows upright, as units and symbols of elements are: `\mathrm{CO_2}`. */
const uprights = setOf('mathrm mathsf mathtt rm')
const more: Readonly<Record<string, string>> = {
  '|': '‖',
  '%': '%',
  $: '$',
  '#': '#',
  _: '_',
  '{': '{',
  '}': '}',
}
const doubleStruck: Readonly<Record<string, string>> = { C: 'ℂ', N: 'ℕ', P: 'ℙ', Q: 'ℚ', R: 'ℝ', Z: 'ℤ' }

/**
 * A formula as runs of words; null where it has no such form, and its source stands for it.
 * `\frac{a}{2} \le x^2` → a/2 ≤ x2, the letters slanted and the last figure raised.
 */
export function texRuns(tex: string): Run[] | null {
  if (tex.length > mostTex.letters) return null
  const chemical = chemicalSource(tex)
  if (chemical !== null) return chemistryRuns(chemical)
  try {
    return spaced(new Reader(tex).all())
  } catch (error) {
    if (error instanceof NoText) return null
    throw error
  }
}

class Reader {
  readonly #tokens: readonly string[]
  #at = 0

  constructor(tex: string) {
    this.#tokens = linearTokens(texTokens(tex))
  }

  all(): Atom[] {
    return this.#until(null, false, 0)
  }

  #until(end: string | null, inScript: boolean, depth: number): Atom[] {
    if (depth > mostTex.depth) throw new NoText()
    const atoms: Atom[] = []
    for (;;) {
      const token = this.#tokens[this.#at++]
      if (token === undefined) {
        if (end !== null) throw new NoText()
        return atoms
      }
      if (token === end) return atoms
      atoms.push(...this.#said(token, inScript, depth))
    }
  }

  #argument(inScript: boolean, depth: number): Atom[] {
    while (this.#tokens[this.#at] === ' ') this.#at++
    const token = this.#tokens[this.#at++]
    if (token === undefined || token === '}') throw new NoText()
    return token === '{' ? this.#until('}', inScript, depth + 1) : this.#said(token, inScript, depth + 1)
  }

  #said(token: string, inScript: boolean, depth: number): Atom[] {
    if (token === '{') return grouped(this.#until('}', inScript, depth + 1))
    if (token === '^' || token === '_') {
      if (inScript) throw new NoText()
      const script = token === '^' ? 'super' : 'sub'
      const raised = this.#argument(true, depth)
      // "25 ^\circ": degrees have a sign of their own.
      if (script === 'super' && raised.length === 1 && raised[0]?.run.text === '∘') return [upright('°')]
      return raised.map(({ run }) => ({ run: { ...run, script }, role: 'operand' }))
    }
    if (token === '~') return [space]
    if (/^\s/.test(token)) return []
    if (token === '&' || token === '\\\\' || token === '}') throw new NoText()
    return token.startsWith('\\') ? this.#command(token.slice(1), inScript, depth) : [atomOf(token)]
  }

  #command(name: string, inScript: boolean, depth: number): Atom[] {
    if (name === 'frac' || name === 'dfrac' || name === 'tfrac')
      return fraction(this.#argument(inScript, depth), this.#argument(inScript, depth))
    if (name === 'sqrt') {
      return [...this.#degree(inScript), upright('√'), ...whole(this.#argument(inScript, depth))]
    }
    if (name === 'ce') return this.#chemistry(inScript)
    if (uprights.has(name))
      return this.#argument(inScript, depth).map(({ run: { emphasis: _slanted, ...run }, role }) => ({ run, role }))
    if (verbatim.has(name))
      return [{ run: { text: this.#words() }, role: name === 'operatorname' ? 'named' : 'operand' }]
    if (name === 'mathbb')
      return this.#argument(inScript, depth).map(({ run }) => upright(known(doubleStruck[run.text])))
    if (name === 'mathbf' || name === 'boldsymbol' || name === 'bm')
      return this.#argument(inScript, depth).map(({ run: { emphasis: _slanted, ...run }, role }) => ({
        run: { ...run, strong: true },
        role,
      }))
    const line = lines[name]
    if (line !== undefined) return lined(this.#argument(inScript, depth), line)
    const accent = mathAccents[name]
    if (accent !== undefined) return accented(this.#argument(inScript, depth), accent)
    if (silent.has(name)) {
      // "\right." closes with nothing.
      if ((name === 'left' || name === 'right') && this.#tokens[this.#at] === '.') this.#at++
      return []
    }
    if (blanks.has(name)) return [space]
    if (name === 'newline') return [lineEnd]
    if (functions.has(name)) return [{ run: { text: name }, role: 'named' }]
    return [atomOf(known(more[name] ?? mathSign(name)))]
  }

  /** "³" of `[3]` behind a root. */
  #degree(inScript: boolean): Atom[] {
    if (this.#tokens[this.#at] !== '[') return []
    const end = this.#tokens.indexOf(']', this.#at)
    const text = this.#tokens.slice(this.#at + 1, end).join('')
    if (inScript || !/^\w{1,3}$/.test(text)) throw new NoText()
    this.#at = end + 1
    return [{ run: { text, script: 'super', ...(/^[a-z]/i.test(text) && { emphasis: true }) }, role: 'operand' }]
  }

  /** What stands in the braces of `\ce`, by the rules of chemistry. */
  #chemistry(inScript: boolean): Atom[] {
    const source = inBraces(this.#tokens, this.#at)
    const runs = source && !inScript ? chemistryRuns(source.text) : null
    if (!source || !runs) throw new NoText()
    this.#at = source.end
    return runs.map((run) => ({ run, role: 'operand' }))
  }

  /** Words between braces, blanks and all. */
  #words(): string {
    if (this.#tokens[this.#at++] !== '{') throw new NoText()
    let words = ''
    for (;;) {
      const token = this.#tokens[this.#at++]
      if (token === '}' && words.trim() !== '') return words
      if (token === undefined || /^[{}$]|^\\[A-Za-z]/.test(token)) throw new NoText()
      words += token.replace('\\', '')
    }
  }
}

const space: Atom = { run: { text: '\u00a0' }, role: 'space' }
const lineEnd: Atom = { run: { text: '\n' }, role: 'space' }
const upright = (text: string): Atom => ({ run: { text }, role: 'operand' })

function known(text: string | undefined): string {
  if (text === undefined) throw new NoText()
  return text
}

function atomOf(letter: string): Atom {
  const text = keyboardSigns[letter] ?? letter
  if (/^[A-Za-z]$/.test(text)) return { run: { text, emphasis: true }, role: 'operand' }
  if (relations.has(text)) return { run: { text }, role: 'relation' }
  if (binaries.has(text)) return { run: { text }, role: 'binary' }
  if (big.has(text)) return { run: { text }, role: 'named' }
  if (/^[([{⟨⌊⌈]$/.test(text)) return { run: { text }, role: 'open' }
  return { run: { text }, role: /^[,;]$/.test(text) ? 'punctuation' : 'operand' }
}

/** A sign alone in braces has no blanks around it: "1{,}5". */
const grouped = (atoms: Atom[]): Atom[] =>
  atoms.length === 1 ? atoms.map((atom) => ({ ...atom, role: 'operand' })) : atoms

/** A letter with a sign over it; over more than one there is none. */
function accented([atom, ...more]: readonly Atom[], accent: string): Atom[] {
  if (!atom || more.length > 0 || !/^\p{L}$/u.test(atom.run.text)) throw new NoText()
  return [{ ...atom, run: { ...atom.run, text: atom.run.text + accent } }]
}

/** Letters and digits with a line over or under each, which joins those of its neighbours: "A̅B̅". */
function lined(atoms: readonly Atom[], line: string): Atom[] {
  if (!atoms.every(({ run }) => !run.script && /^[\p{L}\p{N}\p{M}]+$/u.test(run.text))) throw new NoText()
  return atoms.map(({ run, role }) => ({
    run: { ...run, text: run.text.replace(/[\p{L}\p{N}]\p{M}*/gu, `$&${line}`) },
    role,
  }))
}

function fraction(over: readonly Atom[], under: readonly Atom[]): Atom[] {
  const [above, below] = [over, under].map((atoms) => atoms.map(({ run }) => run.text).join(''))
  const part = isOfDifferences(above ?? '', below ?? '') ? (atoms: readonly Atom[]) => atoms : whole
  return [...part(over), upright('/'), ...part(under)]
}

/** In brackets, unless they are one thing, a number or a letter with its scripts. */
function whole(atoms: readonly Atom[]): Atom[] {
  const things = atoms.filter(({ run }) => !run.script)
  const isOne =
    (things.length === 1 && !/\s/.test(things[0]?.run.text ?? '')) ||
    things.every(({ run }) => /^[\d.]$/.test(run.text)) ||
    isApplied(atoms.map(({ run }) => run.text).join(''))
  return isOne ? [...atoms] : [{ run: { text: '(' }, role: 'open' }, ...atoms, upright(')')]
}

/** Runs with the blanks that relations, signs and names of functions have around them; lines end behind signs. */
function spaced(atoms: readonly Atom[]): Run[] {
  const runs: Run[] = []
  let before: Role = 'open'
  const put = (run: Run): void => {
    const last = runs.at(-1)
    const isSame =
      last &&
      run.text !== '\n' &&
      last.text !== '\n' &&
      last.script === run.script &&
      last.emphasis === run.emphasis &&
      last.strong === run.strong
    if (isSame) last.text += run.text
    else runs.push({ ...run })
  }
  for (const [i, { run, role }] of atoms.entries()) {
    if (run.script) {
      put(run)
      // "∑ᵢ yᵢ": what is under the sign does not part it from what it is of.
      if (before !== 'named') before = 'operand'
      continue
    }
    const isSign = role === 'relation' || (role === 'binary' && before === 'operand')
    const isApart =
      (before === 'named' && role !== 'open' && role !== 'space') || (role === 'named' && before === 'operand')
    if (isSign || isApart) put({ text: '\u00a0' })
    put(run)
    if (isSign || (role === 'punctuation' && i < atoms.length - 1)) put({ text: ' ' })
    before = role === 'binary' || role === 'relation' || role === 'punctuation' || role === 'space' ? 'open' : role
  }
  return runs
}
