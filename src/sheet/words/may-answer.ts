/**
 * What a text must have for the long expressions of `answer-words.ts` to find something in it. Each holds the words of all our languages, and making one takes
 * longer than reading ten questions; nearly all lines have none of this.
 */
import { Caseless } from '../../text/caseless.js'
import { isLatin } from '../../text/latin.js'

/** First words of labels, or how they begin: "Answer:", "The expected response:", "A1:", "Rubric". Words with letters beyond ASCII pass. */
const opening = new Caseless(
  /^[^a-z\u0080-\uffff]*(?:[a-z]*[\u0080-\uffff]|(?:a|r|the|my|our|your|do|on|se)(?![a-z])|ano|ans|antw|sol|lsg|muster|resp|rispost|oploss|odp|odgov|cevap|svar|facit|fasit|atsak|atbild|vast|jawab|gabar|model|sample|expec|corre|sugg|poss|full|worked|refer|right|short|ideal|examp|exemp|brief|richt|korr|erwart|bonne|popraw|juist|goede|helyes|opti|choi|mark|rubr|explan|explic|ration|feedb|spieg|uitl|also|acce|acep|acei|don|reje|key|look|listen|points|hint|should|must|auch|akzep|bewer|stich|atten|rta|esper|crit|clave|pauta|attes|grig|chiav|chave|verwa|ook|beoor|klucz|oczek|bekl|anahtar)/i,
  'i',
)

/** False for a text that begins with no label of an answer, and is none. */
export const mayOpenLabel = (text: string): boolean => opening.test(text)

/** What parts a label from its answer. */
const parting = /[:：–—|>→⇒»@#\\([]|[-=](?:\s|>)|(?:ans|sol)[\s.]/i

/** False for a text that neither has a label before an answer nor is one. */
export const mayBeLabelled = (text: string): boolean =>
  opening.test(text) && (parting.test(text) || text.trim().split(/\s+/).length <= mostWordsOfLabel)

/** "(The) correct sample answer key to question no. 12". */
const mostWordsOfLabel = 12

/** A word that each title of a key has, in languages of Latin letters; in others all may. */
const titling = new Caseless(
  /key|answer|solution|response|copy|version|edition|guide|scheme|content|antwort|lösung|muster|erwartung|répons|corrig|correc|élément|grille|respuest|clave|solu|hoja|respost|gabarito|chave|folha|rispost|chiave|corrett|griglia|antwoord|uitwerk|nakijk|correctie|oploss|odpow|odpov|klucz|megold|javít|válasz|barem|odgovor|zgjidh|përgjigj|facit|svar|rettevejl|løsning|lösning|fasit|vastau|ratkais|mallivast|vastus|lahendus|atbild|atsak|sprend|cevap|çözüm|jawab|pembahas|skema|jawap|majibu|atebion|freagra|memorandum|erantzun|svör|lausn|äntwert|léisung|cavab|javob|sag[ou]t|cl(?:avis|é|ef)|respon/i,
  'i',
)

/** A title over answers may stand here. */
export const mayTitleKey = (text: string): boolean => titling.test(text) || !isLatin(text)

const sentenceEnd = /[.?!…。？！:]["'”’)\]*]*\s/

/** A bracket closes, and words follow. */
const bracketEnd = /[)\]]\s+(?=\S)/g

/** An answer with its label may stand behind a sentence or a bracket of the line. */
export function mayAnswerBehind(line: string): boolean {
  const end = sentenceEnd.exec(line)
  if (end !== null && /[:：–—=)\]]|-\s|ans[.\s]|sol\.[\s:：]/i.test(line.slice(end.index + end[0].length - 1)))
    return true
  return [...line.matchAll(bracketEnd)].some((bracket) => mayOpenLabel(line.slice(bracket.index + bracket[0].length)))
}

/** Words in brackets may begin here. */
export const opensBracket = (text: string): boolean => /^\s*[([]/.test(text)

/** What opens a judgement, and how its first word begins: "(correct", "– wrong", "= Lösung". Words with letters beyond ASCII pass. For `(?=)`, see `once`. */
const judgement = new Caseless(
  /(?:[([{（［【←⬅⇐<=#:：.–—-]|\/\/|,\s(?:which|this) is)\ufe0f?\s*(?=)(?:this is )?(?:(?:the|an|la|die) )?(?=)(?:[a-z]{0,8}[^\x20-\x7e]|corr|korr|ri(?:gh|ch|kt|gt)|jus|jui|exa|vrai|cert|esat|goed|popr|oik|hely|benar|inco|inko|wron|not (?:c|r)|fals|faus|erra|sbag|fout|onju|fel|feil|fork|sai|sala|bonn|mejo|melh|best|ans|antw|sol|must|lsg|resp|risp|oplo|odp|odgo|ceva|svar|faci|fasi|atsa|atbi|vast|jawa|gaba|key|this one|dist|no)/i,
  'i',
)

/** Words behind an option may say here whether it is right. */
export const mayJudge = (words: string): boolean => judgement.test(words)
