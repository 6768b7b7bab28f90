/**
 * Words of all our languages that ask for a cause or a way, and words of things that are drawn in an order; for `task-why.ts`.
 * Alternatives of a regular expression, without groups that count; words are matched whole, those of scripts without spaces anywhere.
 */

/** Ask for a cause wherever they stand: "Explain why …". */
export const whyWords = {
  whole: [
    'why|how come|what (?:caused?|causes|makes?|made|happens|happened)',
    'warum|wieso|weshalb|weswegen|wodurch|was passiert|was geschieht|was bewirkt',
    'pourquoi|por qué|por quê|perché|waarom|hoezo|dlaczego|czemu|neden|niçin|niye',
    'почему|зачем|отчего|γιατί|لماذا|چرا|למה|מדוע|क्यों',
  ].join('|'),
  anywhere: 'なぜ|どうして|为什么|為什麼|为何|왜 ',
}

/** Ask for a way where a prompt, a sentence or a telling begins with them; elsewhere they only compare ("as big as"). */
export const howWords = [
  'how(?! (?:many|much|long|often|old|far|large|big|high|tall|heavy|fast|likely|wide|deep|called|do you (?:say|spell|write)|is it called))',
  'wie(?! (?:viele?|lange|oft|alt|weit|groß|hoch|schwer|schnell|heißt|heißen|nennt|lautet|lauten|schreibt|sagt))',
  "comment(?! (?:s['’]appel|appel|dit|s['’]écri|se nomme))",
  'cómo(?! se (?:llama|dice|escribe))',
  'como(?! se (?:chama|diz|escreve))',
  'come(?! si (?:chiama|dice|scrive))',
  'hoe(?! (?:veel|lang|vaak|oud|ver|groot|heet))',
  'jak(?! (?:się nazywa|długo|często|daleko))',
  'nasıl',
  'как(?! (?:называ|часто|долго|далеко))',
  'πώς',
  'كيف',
  'چگونه',
  'איך|כיצד',
  'कैसे',
].join('|')

/** May stand before `howWords` in one sentence: "Explain how …", "Erkläre, wie …". */
export const beforeHow =
  'explain|describe|show|tell|say|outline|erkläre|erklären sie|beschreibe|beschreiben sie|zeige|erläutere|expliquez?|décri(?:s|vez)|montrez?|' +
  'explica|explique|describe|describa|spiega|descrivi|descreva|beschrijf|leg uit|wyjaśnij|opisz|объясни(?:те)?|опиши(?:те)?|εξήγησε'

/** Things that have an order or a direction when they are drawn. */
export const orderWords = {
  whole: [
    'life ?cycles?|cycles?|(?:work)?flow(?:s|charts?)?|sequences?|process(?:es)?|pipelines?|timelines?|pathways?|paths?|steps|stages|phases|order|route|journey|' +
      'data flow|chain|food (?:chain|web)|state machine|feedback loop|loop|from .{1,60} to .{1,60}|how .{1,60} (?:moves?|flows?|travels?|becomes?)',
    'lebenszyklus|zyklus|kreislauf|ablauf|fluss|datenfluss|flussdiagramm|ablaufdiagramm|prozess|zeitstrahl|zeitleiste|reihenfolge|schritte|phasen|kette|nahrungskette|regelkreis|weg',
    'cycles?|flux|processus|séquence|étapes|phases|chronologie|frise|chaîne|parcours|organigramme',
    'ciclos?|flujo|flujograma|proceso|secuencia|etapas|fases|pasos|línea de tiempo|cadena|recorrido|fluxo|processo|sequência|passos|flusso|sequenza|fasi|catena',
    'kringloop|cyclus|stroom|stroomschema|proces|volgorde|stappen|fasen|tijdlijn|keten|cykl|przepływ|etapy|kolejność|oś czasu|döngü(?:sü)?|akış(?:ı)?|süreç|aşamalar',
    'цикл|поток|процесс|этапы|последовательность|цепь|κύκλο[ςυ]?|ροή|στάδια|دورة|مراحل|تسلسل|چرخه|فرایند|מחזור|תהליך|שלבים|चक्र|प्रवाह|चरण|प्रक्रिया',
  ].join('|'),
  anywhere: '→|⟶|⇒|->|サイクル|流れ|循環|順序|過程|周期|流程|循环|顺序|过程|순환|흐름|과정|순서',
}
