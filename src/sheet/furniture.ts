/** Page furniture: lines that a copied web page leaves around a sheet. A closed list of whole lines, so that no author's words are taken for it. */
import type { ListItem, RootContent } from 'mdast'
import { Caseless } from '../text/caseless.js'
import { LetterPattern } from '../text/latin.js'
import { readDayName } from './days/days.js'
import { htmlWords } from './markdown/html.js'
import { phraseText } from './markdown/phrases.js'
import { toRuns } from './markdown/phrasing.js'
import type { Reading } from './markdown/reading.js'

const lines = new Set([
  'skip to content',
  'skip to main content',
  'skip to navigation',
  'table of contents',
  'contents',
  'on this page',
  'in this article',
  'edit this page',
  'edit this page on github',
  'edit on github',
  'view source',
  'copy link',
  'copy page',
  'print this page',
  'back to top',
  'previous',
  'previous page',
  'next',
  'next page',
  'menu',
  'search',
  'toggle navigation',
  'was this page helpful?',
])

/** Lines that Notion puts below the title of a page that it exports: "Created: March 3, 2026 9:14 AM", "Tags: doors, hinges". For `(?=)`, see `once`. */
const property =
  /^(?:created|created (?:time|at|by|on)|last (?:edited|updated)(?: (?:time|at|by))?|last modified|tags?|status|type|url|reviewed|erstellt(?: (?:am|von|um))?|zuletzt (?:bearbeitet|aktualisiert)(?: (?:am|von|um))?|schlagwörter|créé(?:e)?(?: (?:le|par))?|dernière modification(?: par)?|étiquettes|creado(?: por)?|última edición(?: por)?|etiquetas)(?=)\s?[:：]\s\S/i
/** Properties that are no words of an author's: one of them stands in each such head. */
const ownProperty =
  /^(?:created|last |tags?\s?:|erstellt|zuletzt|schlagwörter|créé|dernière|étiquettes|creado|última|etiquetas)/i

/** A tag of Obsidian begins small and stands behind a blank: "#doors", "#week/4"; "C#" and "#4" are none. */
const tag = String.raw`#\p{Ll}[\p{L}\p{N}_/-]*`
const tagLine = new LetterPattern(String.raw`^${tag}(?:[,\s]+${tag})*$`)
const tagsBehind = new LetterPattern(String.raw`(?<=[\p{L}\p{N}.)!?"\u201d])(?:\s+${tag})+\s*$`)

/** How many letters at the end of a heading are tags of Obsidian, "Monday #recall" → 8; 0 without any. */
export const tagsAtEnd = (words: string): number =>
  words.includes(' #') ? (tagsBehind.exec(words)?.[0].length ?? 0) : 0

/** "Home › Course › Week 17" */
const breadcrumbs = /^home\s*[›»>/|]\s*\S/i

/** What a chat says before and behind the sheet that it wrote: "Would you like me to add a quiz?" Its verbs are those of one who writes sheets. */
const chat = new Caseless(
  String.raw`^[^\p{L}\p{N}]*(?:(?:would you like|(?:do you )?want) me to (?:add|adapt|adjust|convert|create|expand|export|format|generate|include|make|prepare|produce|provide|turn|write)|(?:just )?let me know if you(?:['\u2019]d| would)? (?:like|want|need)|if you(?:['\u2019]d| would)? like,? i can|(?:sure|certainly|of course|absolutely)[!,.]+ here(?:['\u2019]s| is| are)|möchtest du, dass ich (?:noch|auch|dazu|daraus)|soll ich dir (?:noch|auch|dazu|daraus)|(?:gerne|klar|natürlich)[!,.]+ hier (?:ist|sind)|(?:souhaitez-vous|veux-tu|voulez-vous) que je (?:crée|ajoute|prépare|génère)|(?:bien sûr|volontiers)[!,.]+ voici|¿?(?:quieres|te gustaría) que (?:añada|agregue|prepare|cree|genere)|(?:claro|por supuesto)[!,.]+ aquí tienes)(?!\p{L})`,
  'iu',
  (line) =>
    /^[^a-z]*(?:would|want|do you|just|let|if|sure|cert|of c|absol|m|soll|gern|klar|nat|souh|v|bien|quier|te g|claro|por)/i.test(
      line,
    ),
)

/** After these a list of links or of the days is furniture too. */
const contents = /^(?:table of contents|contents|on this page|in this article)$/i

/** Words before the lines that learners fill in at the head of a sheet. */
const headLabel = new Caseless(
  `^(?:(?:full |first |last |family |your |student(?:['’]s)? |pupil(?:['’]s)? )?names?|students?|pupils?|dates?|class(?:room)?|period|group|form|grade|score|total|marks?|points|teacher|school|section|seat|(?:vor|nach)?name|datum|klasse|kurs|gruppe|punkte|note|nom|prénom|classe|groupe|nombre|apellidos?|fecha|curso|grupo|nota|puntos|nome|cognome|data|turma|naam|klas|punten|imię|nazwisko|klasa|ad|soyad|tarih|sınıf|имя|фамилия|дата|класс|όνομα|ημερομηνία|τάξη|氏名|名前|日付|クラス|組|番号|姓名|班级|日期|이름|날짜|반|الاسم|التاريخ|الصف|שם|תאריך|כיתה)$`,
)

/** "Name: ____ Date: ____": blanks, each behind a word of a sheet's head; each day sheet has a line for name and date of its own. */
function isNameLine(node: RootContent, written: string): boolean {
  const bare = written.length > 600 ? '' : written.replace(/[*\\]/g, '')
  if (node.type !== 'paragraph' || bare.length > 300 || !/_{2,}|\.{4,}|…{2,}/.test(bare)) return false
  const words = bare
    .split(/_{2,}|\.{4,}|…{2,}|[|/\r\n]/)
    .map((piece) => piece.replace(/^[\s,;:：·•–—-]+|[\s,;:：·•–—-]+$/g, ''))
    .filter((piece) => piece !== '' && !/^(?:of )?\d{1,3}%?$/.test(piece))
  return words.length > 0 && words.every((piece) => headLabel.test(piece))
}

/** Takes the furniture out of the page's top level and reports every piece of it. */
export function withoutFurniture(nodes: readonly RootContent[], reading: Reading): RootContent[] {
  return nodes.filter((node, i) => {
    const written = source(node, reading)
    if (isNameLine(node, written)) {
      reading.log.report('name-line-left-out', reading.place(node), {
        words: written.replace(/\s+/g, ' ').slice(0, 80),
      })
      return false
    }
    const found =
      isFurniture(node, written) ||
      isExportHead(node, nodes[i - 1], written) ||
      isNavigation(node) ||
      isAnchorList(node) ||
      isContentsTitle(node, nodes[i + 1]) ||
      isContentsList(node, nodes[i - 1], reading)
    if (!found) return true
    reading.log.report('page-furniture', reading.place(node), { words: written.replace(/\s+/g, ' ').slice(0, 80) })
    return false
  })
}

const arrow = '[←→⬆⬅➡⇐⇒↑↩⏪⏩◀▶◁▷«»⟵⟶🔝🏠]\\ufe0f?'
const way =
  '(?:go )?(?:back )?(?:to )?(?:the )?(?:top|home|index|contents|table of contents|toc|overview|start)|back|up|prev(?:ious)?|next'
/** "⬆ Back to top", "← Prev", "Week 10 →": the words of a link that leads elsewhere. */
const wayWords = new Caseless(
  `^\\P{L}*(?:${way})(?: (?:page|week|day|lesson|chapter|section))?\\P{L}*$|^\\s*${arrow}|${arrow}\\s*$`,
)

const word = new LetterPattern(String.raw`[\p{L}\p{N}]`)

/** A line of links that lead around and of the marks between them: `[← Prev](1.md) | [Next →](3.md)`, `<p>(<a href="#top">back to top</a>)</p>`. */
function isNavigation(node: RootContent): boolean {
  if (node.type === 'html')
    return /<a\b/i.test(node.value) && node.value.length <= 500 && wayWords.test(htmlWords(node.value))
  if (node.type !== 'paragraph') return false
  const pieces = node.children.flatMap((child) =>
    child.type === 'strong' || child.type === 'emphasis' ? child.children : [child],
  )
  const links = pieces.filter((child) => child.type === 'link')
  const rest = pieces.filter((child) => child.type !== 'link')
  const bare = rest.every((child) => child.type === 'break' || (child.type === 'text' && !word.test(child.value)))
  return bare && links.some((link) => wayWords.test(phraseText(link.children)))
}

/** A list of nothing but links to places on the same page. */
function isAnchorList(node: RootContent): boolean {
  return node.type === 'list' && node.children.length > 1 && node.children.every(isAnchorItem)
}

function isAnchorItem({ children }: ListItem): boolean {
  return children.every((child) => {
    if (child.type === 'list') return child.children.every(isAnchorItem)
    if (child.type !== 'paragraph') return false
    const words = child.children.filter((node) => node.type !== 'text' || node.value.trim() !== '')
    return words.length === 1 && words[0]?.type === 'link' && words[0].url.startsWith('#')
  })
}

/** The heading over such a list. */
function isContentsTitle(node: RootContent, next: RootContent | undefined): boolean {
  return (
    node.type === 'heading' &&
    next !== undefined &&
    isAnchorList(next) &&
    contents.test(phraseText(node.children).trim())
  )
}

function source(node: RootContent, reading: Reading): string {
  const { start, end } = reading.place(node)
  return reading.text.slice(start.offset, end.offset)
}

function isFurniture(node: RootContent, written: string): boolean {
  return node.type === 'paragraph' && written.length <= 500 && written.split(/\r\n|\r|\n/).every(isFurnitureLine)
}

/** Properties of a page right below its title. */
function isExportHead(node: RootContent, before: RootContent | undefined, written: string): boolean {
  if (node.type !== 'paragraph' || written.length > 500 || before?.type !== 'heading' || before.depth > 1) return false
  const each = written.split(/\r\n|\r|\n/).map((line) => line.trim())
  return each.some((line) => ownProperty.test(line)) && each.every((line) => property.test(line))
}

function isFurnitureLine(line: string): boolean {
  const words = line.trim().replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
  return (
    lines.has(words.toLowerCase()) ||
    breadcrumbs.test(words) ||
    chat.test(words) ||
    (words.startsWith('#') && tagLine.test(words))
  )
}

function isContentsList(node: RootContent, before: RootContent | undefined, reading: Reading): boolean {
  if (node.type !== 'list' || before?.type !== 'paragraph' || !contents.test(source(before, reading).trim()))
    return false
  return node.children.every((item) => {
    const [line] = item.children
    if (line?.type !== 'paragraph') return false
    const [link] = line.children
    const leads = line.children.length === 1 && link?.type === 'link' && link.url.startsWith('#')
    return leads || readDayName(toRuns(line.children, reading), reading.lang) !== null
  })
}
