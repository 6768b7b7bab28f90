/** Where a line of text may end: Unicode line breaking (UAX 14), less the places that would tear a citation or a number. */
import LineBreaker from 'linebreak'
import { LetterPattern } from '../latin.js'

/** A place between two letters, in UTF-16 units from the start of the text. */
export interface BreakPlace {
  position: number
  /** The line must end here. */
  required: boolean
  /** UAX 14 allows the break, we do not, unless the word is wider than the line. */
  discouraged: boolean
}

/** Words that a number belongs to: "p. 12", "Fig. 3", "Chapter 4", "Abb. 2", "стр. 5". */
const numbered = [
  'pp?|No|Nos|Nr|Figs?|Eqs?|Chs?|Chap|Secs?|Sect|Tab|Vol|Art|Ex|Sp|S|Abb|Abs|Kap|Bd|Aufg|cap|caps|pág|págs|núm|sez|n|rys|str|rozdz|obr|гл|стр|рис|табл|разд',
  'pages?|figures?|tables?|chapters?|sections?|modules?|weeks?|parts?|steps?|Seite|Abbildung|Tabelle|Kapitel|Abschnitt|Modul|Woche|chapitre|tableau|capítulo|figura|tabla|rozdział',
] as const

/** Signs of units behind a number and a space. */
const units = [
  '%|‰|°[CF]?|[kMGT]?i?B|[kMG]?(?:Hz|W|V|A|J|N|Pa|Ω)|hPa|[kMG]?Wh|k?cal|m?mol|bar|[mµn]?s|min|sec|h|[kcmdµn]?m[²³]?|[km]?g|[cdm]?l|t|ha|pt|px|dpi|fps|rpm',
  'km/h|m/s|tokens/s|[€£¥$]|EUR|USD|CHF|zł|Kč|мин|кг|г|см|мм|км|м|ч|руб',
] as const

/**
 * Stretches that stay on one line, each behind what a text must have in it for a match: most texts have little of it. A break is
 * discouraged strictly inside a match.
 */
const joined: readonly (readonly [sign: RegExp, stretch: RegExp | LetterPattern])[] = [
  // §1.1-§1.8, § 4.3, §§2–4, §What (of "§What Comes Next"); Japanese goes on behind a number without a space
  [
    /§/,
    new LetterPattern(
      String.raw`(?<!\xa7)\xa7+[ \xa0]?[\p{L}\p{N}_.](?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}_.])*(?:[ \xa0]?[\-\u2013\u2014][ \xa0]?\xa7?[ \xa0]?\p{N}[\p{N}.]*)*`,
      'g',
    ),
  ],
  // 10 000 000
  [/\d \d/, /(?<!\d)\d+(?: \d{3})+(?!\d)/g],
  // a number and its unit; a sum of money
  [/\d \S/, new LetterPattern(`\\d (?:${units.join('|')})(?![\\p{L}\\p{N}])`, 'g')],
  [/[€£¥$] /, /[€£¥$] \d/g],
  // p. 12, Chapter 3
  [
    /[. ]\d/,
    // The digit is looked for first: a search for the words would begin at every letter.
    new LetterPattern(`[. ]\\d(?<=(?<![\\p{L}\\p{N}])(?:(?:${numbered[0]})\\. ?|(?:${numbered[1]}) )\\d)`, 'gi'),
  ],
  // 88–91, 4.2-4.5
  [/\d[-–—]/, /\d[-–—]\d/g],
  // z. B., J. K. Rowling
  [/\. /, new LetterPattern(String.raw`(?<![\p{L}\p{N}])\p{L}\. \p{L}(?=\.)|(?<![\p{L}\p{N}])\p{Lu}\. \p{Lu}`, 'g')],
  // addresses
  [/:\/\//, /(?<!\S)\S*?:\/\/\S+/g],
  // CI/CD, A/B, C++/Rust, user@host, cloud-heavy: short words with a sign inside
  [/[/+#@\\_-]/, /(?<!\S)(?=\S*[/+#@\\_-])\S{1,16}(?!\S)/g],
  // a dash closes the line before it and never opens one; "—así—" stays with its words
  [/[—–-]/, /\S[—–]|\S [—–-](?=\s|$)|(?<!\S)[—–]\S/g],
  // « ainsi »
  [/[«‹»›]/, /[«‹] \S|\S [»›]/g],
]

/** Languages in which a word of one letter never ends a line: Polish "w", Czech "k", Russian "с". */
const bindsShortWords = new Set(['pl', 'cs', 'sk', 'ru', 'uk', 'be'])
const shortWord = /(?<![\p{L}\p{N}'’-])(?:\p{L} )+\S/gu

/** Signs inside names of files, addresses and the like, where a name that is too long is cut without a hyphen: `02_|explainer|.md`. */
const inName = new LetterPattern(
  String.raw`[_\/\\\-](?<=[\p{L}\p{N}][_\/\\\-])(?=[\p{L}\p{N}._])|\.(?<=[\p{L}\p{N}]\.)(?=[\p{L}\p{N}])`,
  'g',
)
const maybeInName = /[_/\\.-][^ ]/

/** What any of them needs: most texts that are short have none of it. */
const joins = /[\d§€£¥$/+#@\\_—–«‹»›-]|\. /

/**
 * All places where a line of `text` may end, in order; the last is the end of the text. `lang` ("pl", "pl-PL") is the language of its words.
 */
export function breakPlaces(text: string, lang?: string): BreakPlace[] {
  const places = isPlain(text) ? placesBehindSpaces(text) : placesOf(text)
  const discouraged = discouragedIn(text, lang)
  if (discouraged.size > 0)
    for (const place of places)
      if (!place.required && place.position < text.length) place.discouraged = discouraged.has(place.position)
  return withCuts(places, text)
}

const none: ReadonlySet<number> = new Set()

/** Where stretches that stay on one line would be torn. */
function discouragedIn(text: string, lang: string | undefined): ReadonlySet<number> {
  const binds = bindsShortWords.has(primaryOf(lang))
  const isJoined = joins.test(text)
  if (!binds && !isJoined) return none
  const places = new Set<number>()
  const discourage = (stretch: RegExp): void => {
    stretch.lastIndex = 0
    for (let match = stretch.exec(text); match; match = stretch.exec(text))
      for (let i = 1; i < match[0].length; i++) places.add(match.index + i)
  }
  if (isJoined)
    for (const [sign, stretch] of joined)
      if (sign.test(text)) discourage(stretch instanceof RegExp ? stretch : stretch.for(text))
  if (binds) discourage(shortWord)
  return places
}

/** As UAX 14 says. */
function placesOf(text: string): BreakPlace[] {
  const places: BreakPlace[] = []
  const breaker = new LineBreaker(text)
  for (let found = breaker.nextBreak(); found; found = breaker.nextBreak())
    places.push({ position: found.position, required: found.required === true, discouraged: false })
  return places
}

/** A word of letters and digits, with the signs inside of it and around it behind which no line ends. */
const plainWord = /\(?["'’]?[\dA-Za-zÀ-ɏА-я§](?:[.,:;"'’]*[\dA-Za-zÀ-ɏА-я§])*[.,:;?!"'’)]*/.source
/** Words with one space between two; with any number of spaces, whole or cut short. */
const plainText = new RegExp(`^${plainWord}(?: ${plainWord})*$`)
const plainWords = new RegExp(`^${plainWord}(?: +${plainWord})*\\u2026?$`)
/** Longer texts are rare, and their match would take much of the stack. */
const mostPlain = 1000

/** Whether UAX 14 allows a line to end behind spaces alone; a quote before a bracket keeps it to itself (rule LB15). */
const isPlain = (text: string): boolean =>
  text.length <= mostPlain && plainText.test(text) && !(text.includes('(') && /["'’]/.test(text))

function placesBehindSpaces(text: string): BreakPlace[] {
  const places: BreakPlace[] = []
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1))
    places.push({ position: at + 1, required: false, discouraged: false })
  places.push({ position: text.length, required: false, discouraged: false })
  return places
}

/** Whether lines of a text end behind spaces alone, so that it is as wide on one line as its words and spaces together. */
export const endsBehindSpaces = (text: string): boolean => text.length <= mostPlain && plainWords.test(text)

/** "pl" of "pl-PL". */
const primaryOf = (lang: string | undefined): string => (lang?.split('-')[0] ?? '').toLowerCase()

/** The places, and those inside of names where a name that is wider than the line is cut. */
function withCuts(places: BreakPlace[], text: string): BreakPlace[] {
  if (!maybeInName.test(text)) return places
  const names = inName.for(text)
  names.lastIndex = 0
  const all: BreakPlace[] = []
  let next = 0
  for (let sign = names.exec(text); sign; sign = names.exec(text)) {
    // Behind a sign, but before a stop.
    const position = sign[0] === '.' ? sign.index : sign.index + 1
    while ((places[next]?.position ?? text.length) < position) all.push(places[next++] as BreakPlace)
    if (places[next]?.position !== position) all.push({ position, required: false, discouraged: true })
  }
  if (all.length === 0) return places
  while (next < places.length) all.push(places[next++] as BreakPlace)
  return all
}

const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}、。，．！？」』）ー々]$/u

/**
 * The beginnings that a text may be cut short to, shortest first: "Why", "Why not". They end at words; in scripts that put no space
 * between words, wherever a line may end.
 */
export function beginnings(text: string): string[] {
  const starts: string[] = []
  for (const { position, discouraged } of breakPlaces(text)) {
    if (discouraged || position === text.length) continue
    const start = text.slice(0, position).trimEnd()
    if (start !== '' && (start.length < position || endsUnspaced(start))) starts.push(start)
  }
  return starts
}

/** Of the last letter only: a search for it would begin at every letter of the text. */
const endsUnspaced = (text: string): boolean => unspaced.test(text.slice(-2))

/** "Why not …", "キューとは…": a beginning with the mark that says so. */
export const elided = (start: string): string => `${start}${endsUnspaced(start) ? '' : ' '}…`
