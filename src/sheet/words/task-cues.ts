/**
 * Cues of German, French and Spanish prompts, for `task-languages.ts`. English has finer ones of its own in `task.ts`.
 * Alternatives of a regular expression, without groups; words are matched whole.
 */
export interface TaskCues {
  /** From two on. */
  numbers: string
  /** One, before a measure: "in einer Minute". */
  one: string
  /** Before a number of things: "Nenne drei …", "Welche vier …". */
  list: string
  /** May stand between the two. */
  between: string
  /** Nouns that are measured, not listed: "in zwei Minuten". */
  units: string
  draw: string
  /** A prompt that begins so is spoken when it names a time, or one of `aloud`. */
  tell: string
  say: string
  aloud: string
  within: string
  minutes: string
  seconds: string
  /** Between the two sides of a comparison. */
  versus: string
  /** A prompt that begins so asks, and names no terms. */
  asking: string
  /** "Unterschied zwischen A und B": what stands before A, and between A and B. */
  difference: [before: string, and: string][]
  /** Hangs a thing on the one before it: "Aufbau von DNA". Single words, in small letters. */
  linking: string
  /** "Wann hilft ein Cache, und wann nicht?": the word for when, what joins, and what denies. */
  when: [when: string, and: string, not: string]
  /** Pairs of sides, each as its cue and its two labels. */
  sides: [cue: string, left: string, right: string][]
}

/** Cues of tasks in languages other than English, by tag, as sources of regular expressions. */
export const taskCues: Readonly<Record<'de' | 'fr' | 'es', TaskCues>> = {
  de: {
    numbers: 'zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf',
    one: 'einer|eine|1',
    list: 'nenne|nennen sie|nenn|welche|liste|gib|geben sie|zähle|zählen sie|was sind|schreibe|notiere|benenne',
    between: 'mir|uns|mindestens|die|der|den|ihre|deine|wichtigsten|ersten|anderen|verschiedenen',
    units: 'minuten?|sekunden?|stunden?|tagen?|wochen?|monaten?|jahren?|prozent|mal',
    draw: 'zeichne|zeichnen sie|skizziere|skizzieren sie',
    tell: 'erkläre|erklären sie|erklär|sage|sag|sagen sie|erzähle|erzähl|beschreibe|beschreiben sie|fasse|schildere|stelle|trage|sprich|erläutere',
    say: 'sage|sag|sagen sie|sprich|rezitiere|erzähle|erzähl',
    aloud: 'ohne notizen|ohne unterlagen|laut|auswendig|aus dem kopf',
    within: 'in|innerhalb von|binnen',
    minutes: 'minuten?',
    seconds: 'sekunden?',
    versus: 'gegen|kontra|contra|gegenüber',
    asking:
      'warum|wieso|weshalb|wie|was|wann|wo|wer|wen|wem|welche[rsnm]?|ist|sind|war|hat|kann|soll|erkläre|beschreibe|nenne|begründe',
    difference: [
      ['unterschiede? zwischen', 'und'],
      ['vergleiche|vergleichen sie', 'und|mit'],
    ],
    linking:
      'von|vom|des|der|eines|einer|in|im|bei|beim|an|am|auf|aus|für|durch|zwischen|über|unter|nach|vor|zu|zum|zur',
    when: ['wann', 'und|aber', 'nicht'],
    sides: [
      ['vor- und nachteile', 'Vorteile', 'Nachteile'],
      ['vorteile und nachteile', 'Vorteile', 'Nachteile'],
      ['stärken und schwächen', 'Stärken', 'Schwächen'],
      ['chancen und risiken', 'Chancen', 'Risiken'],
    ],
  },
  fr: {
    numbers: 'deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze',
    one: 'une|1',
    list: 'cite|citez|nomme|nommez|donne|donnez|quels sont|quelles sont|quels|quelles|énumère|énumérez|liste|listez|indique|indiquez',
    between: 'moi|au moins|les|des|tes|vos|principaux|principales|premiers|premières|autres',
    units: 'minutes?|secondes?|heures?|jours?|semaines?|mois|ans?|années?|pour cent|fois',
    draw: 'dessine|dessinez|esquisse|esquissez|schématise|schématisez|tracez',
    tell: 'explique|expliquez|dis|dites|raconte|racontez|décris|décrivez|résume|résumez|présente|présentez|récite|récitez',
    say: 'dis|dites|récite|récitez|raconte|racontez',
    aloud: 'sans notes|à voix haute|à haute voix|de mémoire',
    within: 'en',
    minutes: 'minutes?',
    seconds: 'secondes?',
    versus: 'contre',
    asking:
      "pourquoi|comment|quand|où|qui|que|quoi|quels?|quelles?|est-ce|qu'est-ce|explique|expliquez|décris|décrivez|cite|citez",
    difference: [
      ['différences? entre', 'et'],
      ['comparez|compare', 'et|avec|à'],
    ],
    linking: 'de|du|des|en|dans|chez|au|aux|par|pour|sur|sous|entre|selon',
    when: ['quand', 'et|mais', 'pas|non'],
    sides: [
      ['avantages et (?:les )?inconvénients', 'Avantages', 'Inconvénients'],
      ['forces et (?:les )?faiblesses', 'Forces', 'Faiblesses'],
      ['pour et (?:le )?contre', 'Pour', 'Contre'],
    ],
  },
  es: {
    numbers: 'dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce',
    one: 'un|una|1',
    list: 'nombra|nombre|nombre usted|cita|menciona|mencione|enumera|enumere|da|dé|qué|cuáles son|cuáles|indica|indique|lista|escribe',
    between: 'me|al menos|los|las|tus|sus|principales|primeros|primeras|otros|otras',
    units: 'minutos?|segundos?|horas?|días?|semanas?|mes(?:es)?|años?|por ciento|veces',
    draw: 'dibuja|dibuje|esboza|esboce|bosqueja',
    tell: 'explica|explique|di|diga|cuenta|cuente|describe|describa|resume|resuma|presenta|presente|recita|recite',
    say: 'di|diga|recita|recite|cuenta|cuente',
    aloud: 'sin notas|sin apuntes|en voz alta|de memoria',
    within: 'en',
    minutes: 'minutos?',
    seconds: 'segundos?',
    versus: 'contra|frente a',
    asking:
      'por qué|cómo|cuándo|dónde|quién(?:es)?|qué|cuál(?:es)?|explica|explique|describe|describa|es|son|menciona|nombra',
    difference: [
      ['diferencias? entre', 'y|e'],
      ['compara|compare', 'y|con'],
    ],
    linking: 'de|del|en|por|para|sobre|entre|al|según|bajo',
    when: ['cuándo', 'y|pero', 'no'],
    sides: [
      ['ventajas y (?:las )?desventajas', 'Ventajas', 'Desventajas'],
      ['ventajas e inconvenientes', 'Ventajas', 'Inconvenientes'],
      ['pros y (?:los )?contras', 'Pros', 'Contras'],
    ],
  },
}
