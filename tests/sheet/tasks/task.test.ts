import { describe, expect, it } from 'vitest'
import type { Task } from '../../../src/sheet/model.js'
import { inferTask } from '../../../src/sheet/tasks/task.js'
import { listenFor } from '../../../src/sheet/tasks/task-facts.js'

/** A task in one line: `list 4`, `compare A | B: aspect`. */
function words(task: Task): string {
  switch (task.kind) {
    case 'list':
      return `list ${task.count}`
    case 'compare':
      return `compare ${task.terms.join(' | ')}: ${task.aspect ?? '-'}`
    case 'sides':
      return `sides ${task.labels.join(' | ')}`
    case 'say':
      return `say ${task.seconds ?? '-'}`
    default:
      return task.kind
  }
}

describe('the task of a prompt', () => {
  it.each([
    ['Why is a notebook win not a production win?', 'explain'],
    ['What made the three-week degradation silent?', 'explain'],
    ['What operational questions does a senior engineer ask immediately?', 'explain'],
    ['Which four things must be versioned together in ML?', 'list 4'],
    ['Why is reproducibility a stack, not a wish?', 'explain'],
    ['Champion versus challenger — why use that language?', 'compare Champion | Challenger: why use that language'],
    ['When is automated retraining wise, and when is it reckless?', 'sides When wise | When reckless'],
    ['When does a feature store help, and when is it unnecessary?', 'sides When it helps | When it is unnecessary'],
    ['vLLM vs TGI vs Triton — when would you choose each?', 'compare vLLM | TGI | Triton: when to choose'],
    [
      'Static, dynamic, and continuous batching — what problem does each solve?',
      'compare Static batching | Dynamic batching | Continuous batching: what problem it solves',
    ],
    ['What are the first cost levers before quantization?', 'explain'],
    ['Data drift versus model drift — explain the difference cleanly.', 'compare Data drift | Model drift: -'],
    ['What makes A/B testing harder for AI systems?', 'explain'],
    [
      'Shadow versus canary versus blue-green — what does each catch?',
      'compare Shadow | Canary | Blue-green: what it catches',
    ],
    ['Explain the full factory analogy in two minutes.', 'say 120'],
    ['Draw the lifecycle from memory: run → warehouse.', 'draw'],
    [
      'Give one concrete tool stack for a small team and one for a cloud-heavy team.',
      'sides For a small team | For a cloud-heavy team',
    ],
    ['Say the bridge sentence into Module 18 without notes.', 'say -'],
    ['Name two reasons for drift.', 'list 2'],
    ['List 5 signals you would watch.', 'list 5'],
    ['What are the three pillars of observability?', 'list 3'],
    ['Give at least three examples of toil.', 'list 3'],
    ['In what two ways can a cache lie?', 'list 2'],
    ['List 30 capitals.', 'list 12'],
    ['List the planets.', 'list 4'],
    ['Name the inputs of photosynthesis.', 'list 4'],
    ['List the inputs and outputs of respiration.', 'list 4'],
    ['List causes of the war.', 'list 4'],
    ['Name all the main organs.', 'list 4'],
    ['State Newton’s three laws.', 'list 3'],
    ["State Newton's three laws.", 'list 3'],
    ["Name the company's two largest products.", 'list 2'],
    ['State the three famous laws of motion.', 'list 3'],
    ['Name the capital of Wales.', 'explain'],
    ['Name the process plants use.', 'explain'],
    ['Name the process.', 'explain'],
    ['Compare it with potassium.', 'explain'],
    ['Name the person who discovers it.', 'explain'],
    ['State the law.', 'explain'],
    ['List price means what?', 'explain'],
    ['List comprehensions in Python: why?', 'explain'],
    ['List the planets and explain why Pluto is none.', 'explain'],
    ["Explain the engine's 90 days of silence.", 'explain'],
    ['Which of the two is cheaper?', 'explain'],
    ['Give two minutes to this: why does it fail?', 'explain'],
    ['What 2024 change broke it?', 'explain'],
    ['Name one reason.', 'explain'],
    ['Describe the flow in 90 seconds.', 'say 90'],
    ['Give the two-minute version of the story.', 'say 120'],
    ['Explain TLS in half a minute.', 'say 30'],
    ['How many requests arrive in two minutes?', 'explain'],
    ['Recite the rule aloud.', 'say -'],
    ['From memory, sketch the queue.', 'draw'],
    ['Explain the flow and draw it.', 'draw'],
    ['What conclusions do you draw?', 'explain'],
    ['Read the log and draw conclusions.', 'explain'],
    ['What is the difference between latency and throughput?', 'compare Latency | Throughput: -'],
    ['How does TCP differ from UDP?', 'compare TCP | UDP: -'],
    ['Compare Kafka and RabbitMQ.', 'compare Kafka | RabbitMQ: -'],
    ['Kafka, Redis, and Apache Flink — what does each do?', 'compare Kafka | Redis | Apache Flink: what it does'],
    ['Batch and online inference: when would you use each?', 'compare Batch inference | Online inference: when to use'],
    ['Why is cost versus latency a trade-off?', 'explain'],
    ['Give the pros and cons of retries.', 'sides Pros | Cons'],
    ['When is a retry wise, and when reckless?', 'sides When wise | When reckless'],
    ['When is a cache worth its cost, and when the exam?', 'explain'],
    ['When should you retry, and when not?', 'sides When you should retry | When not'],
    ['When does a cache help, and when does it not?', 'sides When it helps | When it does not'],
    ['When are caches safe, and when are they not?', 'sides When safe | When they are not'],
    [
      'When does what was learned here carry over to new work, and when does it not?',
      'sides When it does | When it does not',
    ],
    ['When should one person own the whole line, and when is it a risk?', 'sides When it should | When it is a risk'],
    ['When does this rule help, and when does one bend it?', 'sides When it helps | When it does'],
    ['When does writing beat thinking, and when does it not?', 'sides When it does | When it does not'],
    ['When does a cache save requests, and when does it lose?', 'sides When it does | When it loses'],
    ['In one minute, tell your partner what power is.', 'say 60'],
    ['Take one minute to explain TLS.', 'say 60'],
    ['Tell your neighbour what work is (60 s).', 'say 60'],
    ['Say the rule (2 min).', 'say 120'],
    ['Explain to your seat partner why the sky is blue.', 'say -'],
    ['Describe it to the class.', 'say -'],
    ['Describe the class of birds.', 'explain'],
    ['Explain osmosis (5 min).', 'explain'],
    ['In two minutes, how many requests arrive?', 'explain'],
    ['In 1914, describe the front.', 'explain'],
    ['List 5 gases and 3 liquids.', 'list 8'],
    ['Name three main causes and two effects.', 'list 5'],
    ['Name two causes, two effects and one example.', 'list 5'],
    ['Name two primes between 3 and 9 miles.', 'list 2'],
    ['Name two causes and explain one of them.', 'list 2'],
    ['List 9 gases and 8 liquids.', 'list 12'],
    ['Compare prokaryotes and eukaryotes (at least five points)', 'compare Prokaryotes | Eukaryotes: -'],
    ['Compare cats and dogs in at least three points.', 'compare Cats | Dogs: -'],
    ['Compare cats and dogs in terms of their size.', 'compare Cats | Dogs: size'],
    ['Compare cats (small) and lions (large).', 'compare Cats (small) | Lions (large): -'],
    ['TCP vs UDP (at least three differences)', 'compare TCP | UDP: -'],
    ['Strong acid vs weak acid: what is different?', 'compare Strong acid | Weak acid: -'],
    ['Compare: mitosis / meiosis', 'compare Mitosis | Meiosis: -'],
    ['Compare TCP/UDP.', 'compare TCP | UDP: -'],
    ['Compare TCP/IP and UDP.', 'compare TCP/IP | UDP: -'],
    ['Compare: TCP, UDP and QUIC.', 'compare TCP | UDP | QUIC: -'],
    ['Compare: speed.', 'explain'],
    ['Tests versus types — what is the cost of each?', 'compare Tests | Types: cost'],
    ['Was bedeutet Drift?', 'explain'],
    ['', 'explain'],
  ])('%s', (prompt, expected) => {
    expect(words(inferTask(prompt))).toBe(expected)
  })

  it('tells the cue that decided it', () => {
    expect(inferTask('Which four things?').reason).toBe('"Which four" asks for 4 things')
    expect(inferTask('Warum?').reason).toBe('no cue for a list, a comparison, a drawing or speech')
  })
})

describe('what to listen for', () => {
  it.each([
    ['Why does a cache lie?', 'why'],
    ['Explain how a tide rises.', 'why'],
    ['Cold first: how does it start?', 'why'],
    ['What made it silent?', 'why'],
    ['Warum steigt der Druck?', 'why'],
    ['Erkläre, wie ein Motor läuft.', 'why'],
    ['Pourquoi le ciel est-il bleu ?', 'why'],
    ['¿Cómo funciona una bomba?', 'why'],
    ['なぜ空は青いのか。', 'why'],
    ['为什么天空是蓝色的？', 'why'],
    ['Почему небо голубое?', 'why'],
    ['لماذا السماء زرقاء؟', 'why'],
    ['What is a joule?', 'explain'],
    ['Define entropy.', 'explain'],
    ['Translate: I am as tall as you.', 'explain'],
    ['Calculate the speed.', 'explain'],
    ['How many planets are there?', 'explain'],
    ['Wie heißt die Hauptstadt?', 'explain'],
    ['Wie viele Planeten gibt es?', 'explain'],
    ["Comment s'appelle ce muscle ?", 'explain'],
    ['Draw and label a plant cell.', 'draw'],
    ['Zeichne eine Pflanzenzelle.', 'draw'],
    ['Draw the life cycle of a frog.', 'order'],
    ['Draw: order → bill → payment.', 'order'],
    ['Zeichne den Kreislauf des Wassers.', 'order'],
    ['Dessinez le cycle de l’eau.', 'order'],
    ['Dibuja el flujo de datos.', 'order'],
    ['Name two causes.', 'list'],
  ])('%s', (prompt, expected) => {
    expect(listenFor(inferTask(prompt))).toBe(expected)
  })
})

describe('the task of a prompt in another language', () => {
  it.each([
    ['Nenne drei Gründe für Drift.', 'list 3'],
    ['Welche vier Dinge müssen zusammen versioniert werden?', 'list 4'],
    ['Was sind die drei Säulen der Beobachtbarkeit?', 'list 3'],
    ['Wähle gut. Nenne mindestens zwölf Zahlen.', 'list 12'],
    ['Welche zwei Minuten waren es?', 'explain'],
    ['Shadow gegen Canary — was findet welches?', 'compare Shadow | Canary: was findet welches'],
    ['Starke Säure vs. schwache Säure: Was ist verschieden?', 'compare Starke Säure | Schwache Säure: -'],
    ['Shadow gegen Canary: Wie unterscheiden sie sich?', 'compare Shadow | Canary: -'],
    ['Vergleiche: Mitose / Meiose', 'compare Mitose | Meiose: -'],
    ['Nenne drei Gründe und zwei Folgen.', 'list 5'],
    ['Citez trois causes et deux effets.', 'list 5'],
    ['Sag deinem Nachbarn, was Arbeit ist (60 s).', 'say 60'],
    ['Batch vs. Stream: wann was?', 'compare Batch | Stream: wann was'],
    ['Warum kämpft A gegen B?', 'explain'],
    ['Warum Batch vs. Stream?', 'explain'],
    ['Was ist der Unterschied zwischen Datendrift und Modelldrift?', 'compare Datendrift | Modelldrift: -'],
    ['Vergleiche Batch mit Stream.', 'compare Batch | Stream: -'],
    ['Was sind die Vor- und Nachteile von Caches?', 'sides Vorteile | Nachteile'],
    ['Zeichne den Lebenszyklus aus dem Kopf.', 'draw'],
    ['Erkläre die Fabrik in zwei Minuten.', 'say 120'],
    ['Erkläre die Fabrik in einer Minute.', 'say 60'],
    ['Expliquez l’usine en une minute.', 'say 60'],
    ['Explica la fábrica en un minuto.', 'say 60'],
    ['Wie viele Anfragen kommen in einer Minute an?', 'explain'],
    ['Wann hilft ein Cache, und wann nicht?', 'sides Wann | Wann nicht'],
    ['Wann ist das erlaubt, und wann ist es nicht?', 'sides Wann | Wann ist es nicht'],
    ['Wann hilft ein Cache nicht?', 'explain'],
    ['Quand faut-il réessayer, et quand ne faut-il pas ?', 'sides Quand | Quand ne faut-il pas'],
    ['¿Cuándo ayuda una caché y cuándo no?', 'sides Cuándo | Cuándo no'],
    ['Sag den Satz ohne Notizen.', 'say -'],
    ['Erkläre die Fabrik.', 'explain'],
    ['Warum ist das kein Gewinn?', 'explain'],
    ['Citez trois causes de dérive.', 'list 3'],
    ['Quels sont les quatre signaux ?', 'list 4'],
    ['Dessinez le cycle de vie.', 'draw'],
    ['Expliquez l’usine en 90 secondes.', 'say 90'],
    ['Récitez la phrase sans notes.', 'say -'],
    ['Quelle est la différence entre A et B ?', 'compare A | B: -'],
    ['Quels sont les avantages et les inconvénients du cache ?', 'sides Avantages | Inconvénients'],
    ['Menciona dos causas de deriva.', 'list 2'],
    ['¿Cuáles son los cinco pilares?', 'list 5'],
    ['Dibuja el ciclo de vida.', 'draw'],
    ['Explica la fábrica en dos minutos.', 'say 120'],
    ['Sombra frente a canario: ¿qué detecta cada uno?', 'compare Sombra | Canario: ¿qué detecta cada uno'],
    ['¿Por qué A contra B?', 'explain'],
    ['¿Cuál es la diferencia entre A y B?', 'compare A | B: -'],
    ['キューとは何ですか。', 'explain'],
    ['Почему очередь растёт?', 'explain'],
    ['A versus B — なぜ？', 'compare A | B: なぜ？'],
  ])('%s', (prompt, expected) => {
    expect(words(inferTask(prompt))).toBe(expected)
  })
})
