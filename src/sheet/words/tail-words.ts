/** Words behind a question mark: those that tell how to answer, and those that can hardly be anything but the answer. */
import { Caseless, once } from '../../text/caseless.js'

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

const named = new Caseless(
  String.raw`^(?:an?|the|eine?|der|die|das|un|une|la|el) (?!(?:short|brief|single|quick|rough|full|complete|whole|labell?ed|simple|one|good|few|clear|small|large|bit|lot|couple|number|sentence|word|line|paragraph|page|list|bullet|sketch|drawing|diagram|graph|figure|table|picture|image|text|map|chart|following|same|first|next|last|above|kurze[rs]?|ganze[rs]?|vollst.ndige[rs]?)(?!\p{L}))\p{L}{2,}(?: of)? \p{L}`,
)

/** True for words that name a thing by an article and two words, "A naming word.", whatever these mean elsewhere; not for "A short sentence." */
export const isNamed = (words: string): boolean => named.test(words.replace(/^[\s([–—-]+/, ''))

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

const count =
  '(?:\\d{1,3}(?:\\s?[–-]\\s?\\d{1,3})?|(?:in )an?|half an?|a few|a couple of|one|two|three|four|five|six|ten|in eine[mrn]|zwei|drei|vier|fünf|(?:en )une?|deux|trois|quatre|(?:en )una?|dos|tres|cuatro|(?:in )una?|due|tre|quattro|(?:em )uma?|dois|duas|três|twee|drie)'
const limit =
  '(?:in|about|around|roughly|exactly|only|just|at (?:least|most)|up to|no more than|max\\.?|maximum|min\\.?|minimum|ca\\.?|circa|in etwa|etwa|maximal|höchstens|mindestens|en|environ|au (?:plus|moins)|máximo|mínimo|massimo|em)'
const written =
  '(?:sentences?|words?|lines?|paragraphs?|pages?|bullets?(?: points?)?|points?|marks?|pts?|mins?|minutes?|secs?|seconds?|examples?|reasons?|arguments?|sätze?n?|satz|wörtern?|worten?|zeilen?|stichpunkten?|stichworten?|seiten?|punkten?|minuten?|beispielen?|gründen?|argumenten?|phrases?|mots?|lignes?|exemples?|raisons?|frases?|palabras?|razones|líneas?|minutos?|ejemplos?|parole|righe|frasi|esempi|palavras?|linhas?|zinnen|woorden|regels|voorbeelden)'
/** "two sentences", "in about 50 words", "max. 3 lines each". */
const amount = new Caseless(
  `^[([]?(?:${limit}\\s+){0,2}${count}\\s(?:(?:full|whole|short|complete|good|ganzen?|kurzen?|vollständigen?)\\s)?${written}(?:\\s(?:each|max\\.?|maximum|at most|or so|jeweils|chacune?|cada una?))?[)\\]]?[.!]?$`,
)
/** "aloud", "in pairs", "without notes". */
const manner = new Caseless(
  String.raw`^[([]?(?:(?:out )?loud|aloud|from memory|by heart|cold|in (?:pairs|groups|teams|writing|full sentences|note form|bullet points|short|brief)|alone|briefly|orally|on (?:paper|the back)|with(?:out)? (?:the |a |any |your )?(?:notes?|books?|calculators?|help|partners?|neighbou?rs?|units|diagrams?|sketch(?:es)?|examples?|reasons?)|(?:no|closed|open) (?:notes|books?|calculators?)|(?:calculators?|notes|books?) (?:allowed|permitted|closed)|optional|bonus|one (?:example|reason|sentence|word|line) each|auswendig|laut|schriftlich|mündlich|zu zweit|in (?:partnerarbeit|gruppen|stichpunkten|stichworten|ganzen sätzen)|ohne (?:unterlagen|notizen|buch|taschenrechner)|mit (?:begründung|beispiel|skizze)|kurz|freiwillig|de mémoire|à (?:voix haute|l['’]oral|l['’]écrit|deux)|par deux|en binôme|sans notes|de memoria|en voz alta|en parejas|en grupos|sin apuntes|a memoria|ad alta voce|a coppie|senza appunti|em voz alta|em pares|de memória|uit het hoofd|hardop|in tweetallen)[)\]]?[.!]?$`,
)

/** True for words that do nothing but tell how to answer: "two sentences", "aloud", "in kg". */
export const tellsHow = (words: string): boolean => {
  const bare = words.trim()
  return amount.test(bare) || manner.test(bare) || unit.test(bare)
}

const advice = new Caseless(
  String.raw`^[([]?(?:you (?:may|can|could|should|must|will|need|do not|don['’]t|have)|please|use|using|assume|suppose|imagine|remember|note|notice|nb|think|consider|do not|don['’]t|be (?:brief|short|precise|specific|as|ready|careful)|hints?|tips?|look|read|bitte|denk(?:t|e)?|verwende[nt]?|benutze[nt]?|nutze[nt]?|utilise[rz]?|pense[rz]?|usa|utiliza|piensa|pensa|gebruik)(?![\p{L}\p{N}])`,
)

/** True for words that open with an advice to the learner: "You may use a table", "Assume no retries.", "Hint: a queue". */
export const advises = (words: string): boolean => advice.test(words.trim())

/** What opens words about the sheet, what is shown in it, or how to go on. */
const ofSheet = new Caseless(
  String.raw`^(?:good luck|well done|great job|good job|have fun|footnotes?|viel (?:erfolg|glück|spaß)|gut gemacht|bonne chance|buena suerte|(?:the )?end(?: of|[.!]|$)|total|stop|now|next|then|when you|once you|if you|see|cf|continue|turn|check|swap|answers?|given|let|examples?|figure|fig|table|tab|image|source|adapted|taken from|based on|(?:the|this|these|all|each|both|for|in|on) (?:the )?(?:figures?|tables?|graphs?|diagrams?|pictures?|photos?|maps?|charts?|text|data|extracts?|passages?|poems?|sources?|images?|drawings?|circuits?|code|programs?|values?|units?|lengths?|numbers?|measurements?|questions?|answers?|key|following))(?![\p{L}\p{N}])|(?<!\p{L})your(?:s|self|selves)?(?!\p{L})`,
)

/** True for words that belong to the sheet or to what it shows: "The graph shows a car.", "In your own words.", "Good luck!" */
export const belongsToSheet = (words: string): boolean => ofSheet.test(words) || advises(words)

/** What asks of the words that stand below it. */
const below = new Caseless(
  String.raw`(?<!\p{L})(?:this|these|following|below|here|underlined|in (?:bold|italics)|the (?:sentences?|text|passage|words?|lines?|quot(?:e|ation)s?|statements?|extract|phrases?|verbs?|nouns?|adjectives?|clauses?)|true or false|translate|correct|rewrite|punctuate|parse|discuss|comment(?= on|[.:])|diese[nmrs]?|folgende[nmrs]?|hier|unten|übersetze|übersetzen|korrigiere|ce(?:tte|s)?|suivant(?:e|s|es)?|ci-dessous|traduis(?:ez)?|corrige[rz]?|este|esta|estas|estos|siguientes?|traduce|traduzca|corrija|quest[aoei]|seguenti?|traduci)(?!\p{L})`,
)

/** True for what asks of words below it: "Translate.", "What is wrong in this sentence?" */
export const asksOfBelow = (words: string): boolean => below.test(words)

/** Tasks that say what they are asked of behind them: "Simplify. (2a + 3a)", "Predict what happens. (It rains.)" */
const ofGiven = new Caseless(
  `^(?:please )?${once}(?:translate|correct|rewrite|rephrase|paraphrase|punctuate|parse|analy[sz]e|simplify|solve|expand|factori[sz]e|differentiate|integrate|convert|round|calculate|compute|work out|evaluate|order|arrange|rank|sort|classify|match|complete|fill|choose|pick|decide|predict|imagine|suppose|read|conjugate|decline|pronounce|spell|put|mark|underline|find|discuss|comment on|criti\\p{L}+|übersetze|berechne|ordne|vereinfache|löse|wandle|runde|verbessere|korrigiere|ergänze|setze|lies|bilde|bestimme|traduis|traduisez|calculez?|simplifiez?|complétez?|corrigez?|classez?|résolvez?|résous|conjuguez?|lisez|traduce|traduzca|calcula|calcule|simplifica|completa|corrige|ordena|clasifica|resuelve|lee|conjuga)(?!\\p{L})`,
)
const thing =
  'terms?|words?|acronyms?|abbreviations?|phrases?|expressions?|idioms?|proverbs?|sayings?|quot(?:e|ation)s?|mottos?|sentences?|statements?|claims?|views?|titles?|headlines?|symbols?|signs?|letters?|formula(?:e|s)?|equations?|functions?|numbers?|values?|fractions?|results?|outputs?|commands?|code|lines?|errors?|bugs?|tenses?|opposites?|plurals?|past tense|synonyms?|antonyms?|derivatives?|poems?|scenes?|verses?|figures? of speech|devices?|names?|begriffe?s?|wort|wörter|ausdrucks?|abkürzung(?:en)?|sprichworts?|sprichwörter|zitate?s?|satz(?:es)?|sätze|aussagen?|symbole?|formeln?|gleichung(?:en)?|befehle?|zeilen?|ausgabe|fehler|gegenteil|mehrzahl|termes?|mots?|sigles?|proverbes?|citations?|phrases?|énoncés?|symboles?|formules?|équations?|commandes?|lignes?|erreurs?|contraires?|pluriels?|términos?|palabras?|siglas?|refr[aá]n(?:es)?|citas?|frases?|enunciados?|símbolos?|fórmulas?|ecuaci(?:ón|ones)|comandos?|líneas?|error(?:es)?|contrarios?|plurales?'
/** "Describe it in one sentence." has no sentence behind it. */
const endsInThing = new Caseless(
  `(?<!\\p{L}|(?<!\\p{L})(?:in|an?|one|two|eine[mn]?|une?|una?) )(?:${thing})(?: (?:here|below|above|in bold|fett|en gras))?[.!?:]["'”’»)]*$`,
)

/** True for what asks of words that may stand right behind it: "Explain the proverb.", "Calculate the speed." */
export const asksOfGiven = (words: string): boolean =>
  asksOfBelow(words) || ofGiven.test(words) || endsInThing.test(words)

const urging = new Caseless(
  "^[([]?(?:start|begin|include|mention|avoid|keep|stay|focus|refer|quote|cite|mind|watch|check|count|leave|add|name|learn|be|take|make|pay|careful|caution|attention|important|extra|also|same|again|beginnt?|achte[nt]?|vergiss|vergesst|vermeide[nt]?|zitiere[nt]?|vorsicht|achtung|wichtig|auch|reihenfolge|commence[rz]?|n['’]oublie[rz]?|pas|évite[rz]?|cite[rz]?|aussi|empieza|comienza|evita|ojo|cuidado|también|recuerda)(?![\\p{L}\\p{N}])",
)

/** True for words behind a task that open as a note to it: "Start with the membrane.", "Careful: not diffusion." */
export const urges = (words: string): boolean => urging.test(words.trim())

const defining = new Caseless(
  '^(?:please )?(?:define|definiere|definieren sie|définis|définissez|definisci|defina|definieer)\\s',
)

/** True for a task to define something: "Define osmosis." */
export const asksToDefine = (words: string): boolean => defining.test(words)

const number = `how (?:many|much|long|old|far|big|often)|wie (?:viele?|lang|oft|alt|weit|groß)|combien|cuánt[oa]s?|quant[ioe]s?|hoeveel`
const openingWith = (words: string) =>
  new Caseless(
    `(?:^|[.!?:]\\s+)(?:(?:in|at|on|by|from|since|to|for|im|am|en|dans|à|em) )?(?:${words})(?!\\p{L})[^.!]*$`,
  )
const amountAsked = openingWith(number)
const thingAsked = openingWith(
  `${number}|when|what|which|wann|was|quand|cuándo|quando|welche[mnrs]?|quel(?:le)?s?|qué|quale?`,
)

/** True for words that end in a question for a number: "How long is a haiku?" */
export const asksForAmount = (words: string): boolean => amountAsked.test(words.trimEnd())

/** True for those, and for a question for a date or a thing: "When did it end?", "What is a haiku?" */
export const asksForThing = (words: string): boolean => thingAsked.test(words.trimEnd())

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
