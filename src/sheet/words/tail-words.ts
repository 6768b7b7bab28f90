/** Words behind a question mark: those that tell how to answer, and those that can hardly be anything but the answer. */
import { Caseless } from '../../text/caseless.js'

/** How long, how many, in which way, with whom, where from: words about answering, and names of exams, levels and units. */
const wishes =
  'sentences?|words?|lines?|paragraphs?|pages?|bullets?|points?|marks?|pts?|mins?|minutes?|secs?|seconds?|hours?|examples?|reasons?|steps?|causes?|parts?|things|ideas?|facts?|terms?|answers?|ways?|sketch|diagram|drawing|labels?|labelled|' +
  'table|graph|aloud|loud|memory|heart|notes?|books?|closed|open|pairs?|partners?|groups?|team|alone|individual|class|own|cold|brief(?:ly)?|short(?:ly)?|roughly|about|approx(?:imately)?|exactly|max(?:imum)?|min(?:imum)?|at (?:least|most)|' +
  'optional|bonus|easy|medium|hard|difficult(?:y)?|challeng(?:e|ing)|stretch|extension|extra|core|level|grade|stage|tier|revision|review|recap|again|new|old|repeat|exam|test|quiz|paper|past|homework|hw|lab|lecture|chapter|ch|unit|module|lesson|week|day|' +
  'monday|tuesday|wednesday|thursday|friday|section|sect?|fig|figure|tab|slide|video|page|pp?|year|term|board|whiteboard|handout|worksheet|textbook|source|ref|aqa|ocr|edexcel|ib|gcse|ap|sat|bloom|tag|topic|skill|ao\\d|' +
  'calculators?|formula(?:e|s)?|units?|decimals?|significant|figures?|places?|rounded?|round|nearest|percent|precision|english|german|french|spanish|language|verbs?|nouns?|e\\.g|i\\.e|etc|ecc|usw|osv|itd|stb|both|each|every|either|neither|assum(?:e|ing)|given|ignor(?:e|ing)|without|hint|tip|clue|justif\\w*|explain\\w*|explanation|working|evidence|' +
  'discussion|think|share|write|draw|say|speak|timed?|clock|pause|wait|' +
  'sätze?n?|satz|wörter|worte?n?|zeilen?|stichpunkte?n?|stichworte?n?|seiten?|punkte?n?|minuten?|sekunden?|beispiele?n?|gründe?n?|schritte?n?|begründ\\w*|kurz|knapp|etwa|maximal|mindestens|höchstens|auswendig|laut|partnerarbeit|gruppenarbeit|freiwillig|leicht|mittel|schwer|kapitel|klausur|woche|' +
  'phrases?|mots?|lignes?|minutes?|exemples?|raisons?|étapes?|environ|brièvement|maximum|au (?:moins|plus)|justifie\\w*|facultatif|chapitre|semaine|' +
  'frases?|palabras?|líneas?|minutos?|ejemplos?|razones?|pasos?|brevemente|máximo|mínimo|opcional|capítulo|semana|parole|righe|minuti|esempi[oi]?|ragioni|facoltativ[oa]|palavras?|linhas?|exemplos?|razões|opcionais|zinnen|woorden|regels|minuten|voorbeelden?|kort'
const wish = new Caseless(`(?<![\\p{L}\\p{N}])(?:${wishes})(?![\\p{L}\\p{N}])`)

const quantity =
  '(?:k|m|c|µ|n|d)?(?:m|g|l|s|A|V|W|J|N|K|Pa|Hz|mol)(?:[²³]|\\^\\d)?|°\\s?[CF]?|%|€|\\$|£|in|ft|lb|oz|mph|rpm|kWh|bits?|bytes?|[kMGT]i?B|px|ms|ns'
/** "(kg)", "[m/s]", "in kg", "(in °C)". */
const unit = new RegExp(
  `^[([]?(?:in |answer in )?(?:${quantity})(?:\\s?[/·*]\\s?(?:${quantity})){0,2}[)\\]]?\\.?$`,
  'u',
)

/** Words that open an aside for the learner: context, conditions, instructions, good wishes. */
const aside = new Caseless(
  String.raw`^(?:good luck|well done|great job|good job|have fun|footnotes?|viel (?:erfolg|glück|spaß)|gut gemacht|bonne chance|buena suerte|you|your|we|our|let|assume|suppose|imagine|remember|note|notice|nb|no|not|never|only|just|see|cf|use|using|and|or|but|then|now|if|unless|when|where|why|how|what|which|who|with|without|for|from|as in|like|think|consider|please|do|don['’]t|bitte|ohne|mit|und|oder|aber|sans|avec|et|ou|mais|sin|con|y|o|pero|senza|e|ma|sem|com|mas|zonder|met|en|of|eller|ili|albo|nebo|alebo|veya)(?![\p{L}\p{N}])`,
)

/** True for words that tell how to answer, or belong to the question: "(about two sentences)", "(kg)", "Assume no retries.", "#queues". */
export function isWish(words: string): boolean {
  const bare = words.replace(/^[\s([{*_–—-]+/, '')
  if (/^[#@★☆⭐🔥]|^[^:：]{1,40}[:：]\s/u.test(bare)) return true
  return unit.test(words.trim()) || aside.test(bare) || wish.test(words)
}

/** "Because …", "Yes." and the like, in the languages of answers. */
const opener = new Caseless(
  String.raw`^[\s([{*_–—-]*(?:(?:because|due to|so that|thanks to|since it|since they|as it|as they|yes(?=[\s,.;:!–—-]|$)|no(?=[,.;:!–—-]|$)|weil|da es|damit|wegen|ja(?=[\s,.;:!]|$)|nein|parce qu|car|grâce à|pour que|oui|non(?=[,.;:!]|$)|porque|debido a|sí(?=[\s,.;:!]|$)|perché|poiché|sì(?=[\s,.;:!]|$)|sim(?=[\s,.;:!]|$)|não(?=[,.;:!]|$)|omdat|doordat|nee(?=[\s,.;:!]|$)|ponieważ|bo\s|çünkü|потому|так как|да(?=[\s,.;:!]|$)|нет(?=[\s,.;:!]|$)|γιατί|επειδή)(?![\p{L}\p{N}])|لأن|כי\s|क्योंकि|なぜなら|因为|因為|왜냐하면)`,
)

/** A pronoun and a verb: "It is a stack.", "They are equal." */
const pronoun = new Caseless(
  String.raw`^[\s([{*_–—-]*(?:(?:it|this|that|they|these|those|he|she)(?:['’]s|\s+(?:is|are|was|were|means?|has|have|had|does|do|did|keeps?|makes?))|(?:es|er|sie|das) (?:ist|sind|war|waren|hat)|(?:c['’]est|ce sont|il est|elle est)|(?:es|son|era)\s+(?:un|una|el|la|los|las)|(?:è|sono)\s+(?:un|una|il|la)|(?:é|são)\s+(?:um|uma|o|a)|(?:het|dat|ze) (?:is|zijn|was))(?![\p{L}\p{N}])`,
)

/** True for words that begin as only an answer does. */
export const opensAnswer = (words: string): boolean => opener.test(words) || pronoun.test(words)

/** A verb of a whole sentence: "The pump is on." tells the learner something; "A pump" is an answer. */
export const hasFiniteVerb = (words: string): boolean =>
  /(?<![\p{L}\p{N}])(?:is|are|was|were|be|has|have|had|does|did|will|would|can|could|may|might|must|should|shall|ist|sind|war|hat|haben|kann|muss|est|sont|était|peut|es|son|era|puede|è|sono|può|é|são|pode|zijn|heeft|kan)(?![\p{L}\p{N}])/iu.test(
    words,
  )
