/** Words before what an author says to whoever teaches: "Teacher notes:", "Note to teacher:", "Nur für Lehrkräfte:". No learner is to see it, and it is no answer. */
import { Caseless, once } from '../../text/caseless.js'
import { LetterPattern } from '../../text/latin.js'

/** Those who teach, and how one writes to or for them, in the languages of labels; alternatives of a regular expression. */
const english =
  '(?:(?:private |internal )?(?:notes?|reminders?|tips?|message|instructions?|guidance) (?:to|for) (?:the |my )?|(?:only )?for (?:the )?)(?:teachers?|instructors?|tutors?|lecturers?|facilitators?|presenters?|substitutes?|subs?)(?: only| notes?)?|' +
  "(?:teachers?|instructors?|tutors?|lecturers?|facilitators?|presenters?|speakers?)['’]?s?['’]? (?:notes?|only|guidance|tips?|comments?|reminders?|instructions?|info(?:rmation)?)|teaching (?:notes?|tips?|points?)"
const german =
  '(?:(?:hinweise?|anmerkung(?:en)?|notiz(?:en)?|tipps?|bemerkung(?:en)?|info(?:s)?) (?:für|an) |(?:nur )?für )(?:die |den |das |unsere )?(?:lehrkr(?:aft|äfte)|lehrpersone?n?|lehrer(?:innen|in|[*:_]innen)?|lehrende|dozent(?:en|innen|in|[*:_]innen)?|kursleitung)|' +
  '(?:lehrer|lehrkräfte|dozenten)-?(?:hinweise?|notiz(?:en)?|kommentare?|info(?:s)?|anmerkung(?:en)?)'
const romance =
  "(?:(?:notes?|remarques?|consignes?|conseils?) (?:pour|à|au|aux|du|de) |(?:seulement |réservé )?(?:pour|au|aux) |à l['’]attention (?:de|des|du) )(?:l['’]|le |la |les )?(?:professeure?s?|profs?|enseignante?s?|formateurs?|formatrices?|maître(?:sse)?s?)|" +
  '(?:(?:notas?|avisos?|indicaciones|observaciones|consejos?) (?:para|del|al|de) |(?:s[oó]lo )?para )(?:el |la |los |las )?(?:profes(?:or(?:a|es|as)?)?|profesorado|docentes?|maestr[oa]s?)|' +
  "(?:(?:not[ae]|indicazioni|suggerimenti) (?:per|al|del) |(?:solo )?per )(?:l['’]|il |gli |la |i |le )?(?:insegnant[ei]|docent[ei]|professor(?:e|i|essa))|note dell['’]insegnante|" +
  '(?:(?:notas?|avisos?|observações|orientações) (?:para|do|ao|à) |(?:s[oó] )?para )(?:o |a |os |as )?(?:professor(?:a|es|as)?|docentes?)'
const others =
  '(?:(?:notities?|opmerking(?:en)?|tips?) voor |(?:alleen )?voor )(?:de )?(?:docent(?:en)?|leerkracht(?:en)?|leraar|leraren)|docent(?:en)?notities?|' +
  '(?:notatk[ai]|uwag[ai]|wskazówk[ai]) dla (?:nauczycieli?|nauczyciela|prowadzącego)|(?:tylko )?dla nauczyciel[ai]|öğretmen(?:e)? (?:notu|notları|için)|lärar(?:anteckning(?:ar)?|not(?:er)?)|till läraren|' +
  '(?:заметк[аи]|примечани[ея]|комментари[йи]|подсказк[аи]) (?:для )?(?:учителя|преподавателя)|(?:только )?для (?:учителя|преподавателя)|(?:σημειώσεις|σημείωση) για (?:τον |την |τους )?(?:καθηγητή|καθηγητές|εκπαιδευτικό|εκπαιδευτικούς)|' +
  'ملاحظات? (?:لل)?معلم(?:ين)?|ملاحظات المعلم|للمعلم فقط|הערות? למורה|למורה בלבד|नोट: शिक्षक|शिक्षक के लिए|(?:教師用|教員用|先生用)(?:メモ|ノート)?|指導上の留意点|(?:教师|老师)(?:备注|提示|用)|给老师|(?:교사용|교사)\\s?(?:메모|참고|노트)'
const label = `${once}(?:${english}|${german}|${romance}|${others})`

/** A stem of a word for those who teach, in each language above. */
const stems = new Caseless(
  /teach|instructor|tutor|lecturer|facilitator|presenter|speaker|substitute|subs?\b|lehr|dozent|kursleit|prof(?!it|ile)|enseign|format(?:eur|ric)|ma.tre|docen|maestr|insegn|leerkr|lera|l.rar|nauczyc|prowadz|retmen|[\u0370-\u1dff\u2c00-\uffff]/i,
  'i',
)
const mayName = (text: string): boolean => stems.test(text)

/** What may stand before a label: signs, bullets, an open bracket, the mark of a callout. */
const lead = '[^\\p{L}\\p{N}\\n_]{0,6}(?:\\[!\\w+\\][-+]?\\s*)?'
const behind = '\\s*(?:[([][^()[\\]]{1,40}[)\\]]\\s*)?(?:[:：]|[–—-]\\s|[)\\]]?[.]?[^\\p{L}\\p{N}\\n]*$)'
const atStart = new Caseless(`^${lead}(?=(?:${label})${behind})`, 'iu', mayName)
const inside = new Caseless(
  `[.?!…。？！:)\\]]["'”’)\\]*_]*\\s+(?=[^\\p{L}\\p{N}\\n_]{0,4}(?:${label})\\s*[:：])`,
  'iu',
  mayName,
)
const alone = new Caseless(`^${lead}(?:${label})[^\\p{L}\\p{N}]*$`, 'iu', mayName)

/** A label is looked for in so many first characters of a line. */
const reach = 160

/** True for a line that begins with a label and its colon, "(Teacher note: …", "📝 For the teacher – …", or that is one. */
export const opensTeacherNote = (line: string): boolean => atStart.test(line.slice(0, reach))

/** Where behind a sentence of the line a note begins, "Why? (Note to teacher: …)" → 5, its bracket included; -1 without one. */
export function teacherNoteIn(line: string): number {
  const match = inside.exec(line)
  return match ? match.index + match[0].length : -1
}

/** True for words that are nothing but such a label: the title of a section, a summary, "**Instructor notes**". */
export const isTeacherTitle = (words: string): boolean => words.length <= reach && alone.test(words)

/** The bare word for who teaches, as the source of a regular expression. */
const teacher =
  '(?:[Tt]eachers?|[Ii]nstructors?|[Tt]utors?|[Ll]ehrkr(?:aft|\u00e4fte)|[Ll]ehrer(?:in(?:nen)?)?|[Dd]ozent(?:in(?:nen)?)?|[Pp]rofe(?:sor(?:a|es)?|sseure?s?|ssor[ei]?)?|[Ee]nseignante?s?|[Dd]ocentes?|[Ii]nsegnant[ei])'
/** Before words that begin small, or whose second word does: "Teacher: Ms Brown" says who teaches. */
const bareLabel = new LetterPattern(
  `(?:^|[\\n([]|[.?!][*_"']{0,3}\\s)[\\s>*_-]{0,6}(${teacher}[*_]{0,2}\\s?[:：][*_]{0,2}\\s*(?:\\p{Ll}|\\p{Lu}\\p{L}*,?\\s+\\p{Ll}))`,
)
const mayBeBare = /(?:teach|instruct|tutor|lehr|dozent|prof|enseign|docent|insegn)[a-z\u00e4]{0,8}[*_]{0,2}\s?[:：]/i
/** A line that somebody else speaks, "Tom: Good morning."; a hint or source is none. */
const speaker = new LetterPattern(
  `\\n[\\s>*_\\d.-]{0,8}(?!${teacher}|(?:Hint|Tip|Tipp|Note|Hinweis|Example|Beispiel|Source|Quelle|Extension|Challenge|Bonus|See|Siehe|Answer|Antwort)s?[*_]{0,2}\\s?[:：])\\p{Lu}[\\p{L}. ]{0,20}[*_]{0,2}\\s?[:：]`,
)

/**
 * Where in the source of a question a line or bracket begins with the bare word for who teaches and a colon, "Teacher: remind them"; -1 for none, and for
 * a dialogue, in which others speak as well.
 */
export function bareTeacherAt(source: string): number {
  const match = mayBeBare.test(source) ? bareLabel.exec(source) : null
  const [whole = '', label = ''] = match ?? []
  return match && !speaker.test(source) ? match.index + whole.length - label.length : -1
}
