/** Weight instead of colour: the keywords of code in its strong face, for languages that are named and known. */
import type { Run } from './rich.js'

/** How a language is written, as far as its keywords must be told from words in strings and comments. */
interface Grammar {
  keywords: () => ReadonlySet<string>
  /** What begins a comment that goes to the end of the line. */
  comment: string
  /** Keywords may be in capitals. */
  anyCase?: true
}

/** Parted when they are asked for first: few sheets have code. */
function words(list: string): () => ReadonlySet<string> {
  let parted: ReadonlySet<string> | null = null
  return () => {
    parted ??= new Set(list.split(' '))
    return parted
  }
}

const python: Grammar = {
  comment: '#',
  keywords: words(
    'and as assert async await break case class continue def del elif else except False finally for from global if import in is lambda match None nonlocal not or pass raise return True try while with yield',
  ),
}
const javascript: Grammar = {
  comment: '//',
  keywords: words(
    'as async await break case catch class const continue default delete do else enum export extends false finally for from function if implements import in instanceof interface let new null of return static super switch this throw true try type typeof undefined var void while yield',
  ),
}
/** C and the languages that look like it. */
const braces: Grammar = {
  comment: '//',
  keywords: words(
    'abstract as auto bool boolean break byte case catch char class const continue default defer do double else enum extends extern false final finally float fn for fun func go goto if impl implements import in int interface let long loop match mod mut namespace new nil null override package private protected pub public range return self short static string struct super switch this throw throws trait true try type typedef union unsigned use using val var virtual void volatile when where while yield',
  ),
}
const shell: Grammar = {
  comment: '#',
  keywords: words('case do done elif else esac exit export fi for function if in local return then until while'),
}
const ruby: Grammar = {
  comment: '#',
  keywords: words(
    'and begin break case class def do else elsif end ensure false for if in module next nil not or rescue return self super then true unless until when while yield',
  ),
}
const sql: Grammar = {
  comment: '--',
  anyCase: true,
  keywords: words(
    'add all alter and as asc between by case check commit constraint create cross default delete desc distinct drop else end exists foreign from full group having in index inner insert into is join key left like limit not null offset on or order outer over partition primary references rollback select set table then union unique update using values view when where with',
  ),
}

const grammars: Readonly<Record<string, Grammar>> = {
  ...named(python, 'py python python3'),
  ...named(javascript, 'js javascript jsx mjs ts tsx typescript'),
  ...named(braces, 'c c++ cpp cs csharp c# go golang java kotlin kt php rs rust scala swift'),
  ...named(shell, 'bash sh shell zsh'),
  ...named(ruby, 'rb ruby'),
  ...named(sql, 'mysql postgres postgresql sql sqlite'),
}

function named(grammar: Grammar, names: string): Record<string, Grammar> {
  return Object.fromEntries(names.split(' ').map((name) => [name, grammar]))
}

/** Strings and comments, over several lines where they may be; words; all else letter by letter. */
const tokenOf = (comment: string): RegExp => {
  const forms = [
    /"""[\s\S]*?(?:"""|$)/,
    /'''[\s\S]*?(?:'''|$)/,
    /`(?:[^`\\]|\\[\s\S])*`?/,
    /"(?:[^"\\\n]|\\.)*"?/,
    /'(?:[^'\\\n]|\\.)*'?/,
    /\/\*[\s\S]*?(?:\*\/|$)/,
    new RegExp(`${comment}[^\\n]*`),
    /[\p{L}_$][\p{L}\p{N}_$]*/u,
    /[\s\S]/,
  ]
  return new RegExp(forms.map(({ source }) => source).join('|'), 'gu')
}

/**
 * Code as runs, line by line, its keywords strong. `lang`: the words behind the fence, "python"; a language that is not known is left plain.
 *
 * ```ts
 * codeRuns('return x  # done', 'python') // [[{ text: 'return', code, strong }, { text: ' x  # done', code }]]
 * ```
 */
export function codeRuns(code: string, lang: string | null): Run[][] {
  const name = /^[^\s{,]{1,20}/.exec(lang ?? '')?.[0].toLowerCase() ?? ''
  const grammar = Object.hasOwn(grammars, name) ? grammars[name] : undefined
  if (!grammar) return code.split('\n').map((text) => [{ text, code: true }])
  const lines: Run[][] = []
  let line: Run[] = []
  for (const [part] of code.matchAll(tokenOf(grammar.comment))) {
    const isKeyword = grammar.keywords().has(grammar.anyCase ? part.toLowerCase() : part)
    part.split('\n').forEach((text, i) => {
      if (i > 0) {
        lines.push(line)
        line = []
      }
      const last = line.at(-1)
      if (text === '') return
      if (isKeyword) line.push({ text, code: true, strong: true })
      else if (last && !last.strong) last.text += text
      else line.push({ text, code: true })
    })
  }
  return [...lines, line]
}
