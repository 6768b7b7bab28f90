/** Titles of keys in other languages than English, whole: "Lösungsschlüssel", "解答と解説". */

/** By language, as parts of a regular expression; an article may stand before them. */
const titles: Readonly<Record<string, string>> = {
  de: 'antworten|auflösung(?:en)?|(?:muster)?lösung(?:en)?|muster(?:lösung|antwort)(?:en)?|lösungs(?:schlüssel|blatt|teil|hinweise?|vorschl(?:ag|äge)|bogen|heft)|antwortschlüssel|erwartungshorizont',
  fr: 'réponses(?: attendues)?|corrigés?(?: type)?(?: des exercices)?|corrections?|éléments de (?:réponse|correction)|grille de correction',
  es: 'respuestas(?: correctas)?|clave(?: de (?:respuestas|corrección))?|soluciones|solucionario|hoja de respuestas',
  ca: 'respostes|solucions|solucionari',
  pt: 'respostas|gabarito|soluções|chave de (?:respostas|correção)|folha de respostas',
  it: 'risposte(?: corrette)?|soluzioni|chiave di correzione|correttore|griglia di correzione',
  nl: 'antwoorden(?:blad|boekje)?|antwoordmodel|uitwerkingen|nakijk(?:blad|model)|correctie(?:model|voorschrift)|oplossingen',
  pl: 'odpowiedzi|klucz(?: odpowiedzi)?|rozwiązania|prawidłowe odpowiedzi|poprawne odpowiedzi',
  cs: 'odpovědi|správné odpovědi|klíč|řešení',
  sk: 'odpovede|správne odpovede|kľúč|riešenia',
  hu: 'megoldások|megoldókulcs|válaszok|javítókulcs',
  ro: 'răspunsuri|barem(?: de (?:corectare|notare))?|soluții|rezolvări',
  hr: 'odgovori|rješenja|točni odgovori|rešenja|tačni odgovori',
  sl: 'rešitve|odgovori|pravilni odgovori',
  sq: 'përgjigjet|zgjidhjet?',
  sv: 'facit|svar|rätta svar|lösningar|lösningsförslag',
  da: 'facitliste|rettevejledning|løsning(?:er|sforslag)?|svar(?:ark)?|rigtige svar',
  no: 'fasit|løsningsforslag|riktige svar',
  fi: '(?:oikeat )?vastaukset|ratkaisut|mallivastaukset',
  et: 'vastused|õiged vastused|lahendused',
  lv: 'atbildes|pareizās atbildes|atrisinājumi',
  lt: 'atsakymai|teisingi atsakymai|sprendimai',
  tr: 'cevaplar|cevap anahtarı|yanıtlar|yanıt anahtarı|çözümler',
  ru: '(?:правильные |верные )?ответы|ключи?|решения',
  uk: '(?:правильні )?відповіді|ключі?|розв.язки|розв.язання',
  bg: '(?:верни )?отговори|решения|ключ',
  sr: 'одговори|тачни одговори|решења',
  el: '(?:σωστές )?απαντήσεις|λύσεις|ενδεικτικές απαντήσεις',
  hy: 'պատասխաններ',
  ka: 'პასუხები',
  ar: 'الإجابات(?: الصحيحة| النموذجية)?|الأجوبة|الإجابة النموذجية|إجابات|أجوبة|الحلول|الحل|مفتاح (?:الإجابة|الإجابات|الحل)|نموذج (?:الإجابة|الإجابات)|دليل (?:الإجابة|التصحيح)',
  fa: 'پاسخ[\u200c ]?نامه|پاسخ[\u200c ]?ها(?:ی صحیح)?|کلید(?: سوالات)?|جواب[\u200c ]?ها',
  ur: 'جوابات|جوابی کلید',
  he: 'תשובות(?: נכונות)?|התשובות|פתרונות|מפתח תשובות|מחוון|דף תשובות',
  hi: 'उत्तर(?: कुंजी|माला)?|उत्तरों की कुंजी|समाधान|हल',
  bn: 'উত্তর(?:মালা|পত্র)?',
  ta: 'பதில்கள்|விடைகள்',
  id: '(?:kunci )?jawaban|pembahasan',
  ms: 'skema (?:jawapan|pemarkahan)|jawapan',
  vi: 'đáp án|lời giải|hướng dẫn giải',
  th: 'เฉลย(?:คำตอบ)?|คำตอบ',
  sw: 'majibu',
  ja: '(?:模範)?解答(?:例|欄|集|と解説|・解説|解説)?|正解|正答|答え|こたえ|回答例?',
  zh: '(?:参考|參考|标准|標準|正确|正確)?答案(?:[与與和及](?:解析|提示|说明|說明))?|解析|解答',
  ko: '정답(?:과|\\s*및)?\\s*(?:해설|풀이)?|해답(?:지)?|답안(?:지)?|모범\\s?답안|답지',
}

/** "Die Lösungen", "Le corrigé", "De antwoorden". */
const article = '(?:(?:die|der|das|le|la|les|el|los|las|il|lo|gli|i|os?|as?|de|het|οι|τα)\\s+)?'

/** All of them, as the source of a regular expression. */
export const keyTitleSource = `${article}(?:${Object.values(titles).join('|')})`
