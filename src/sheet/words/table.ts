/**
 * The words of sheets in other languages: days, weeks, lessons, and how one says "see chapter 3 of".
 *
 * Pure data; `day-table.ts`, `day-names.ts` and `citations/citation-table.ts` read it. Lists are split at ", ", spellings of one word at "|".
 * `{}` is the number. Accents and case do not count. Add a language by adding an entry.
 */

export interface LanguageWords {
  /** Monday first. The first spelling is the name for an abbreviation. */
  weekdays: string
  /** As codes on paper abbreviate them. */
  short: string
  /** Weekdays that are everyday words too ("Segunda parte"): outside a sheet of this `lang` they need a mark or the end after them. */
  ambiguous?: string
  weekend: string
  weekendShort: string
  day: string
  lesson: string
  week: string
  /** January first. */
  months?: string
  /** "See", before the file. A final stop is part of an abbreviation. */
  cue: string
  /** "See" where it stands after the file. */
  cueAfter?: string
  section: string
  chapter: string
  page: string
  and: string
  /** Between the ends of a range. */
  to: string
  /** Between a section and its file. */
  of: string
  /** Titles over folded help for the learner. */
  hint: string
  /** Titles over folded matter that a question is about. */
  material: string
}

/** The words of each language, by its tag without region: `de`. */
export const languages: Readonly<Record<string, LanguageWords>> = {
  en: {
    weekdays: 'Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday',
    short: 'Mon, Tue|Tues, Wed|Weds, Thu|Thur|Thurs, Fri, Sat, Sun',
    weekend: 'Weekend',
    weekendShort: 'Wkd',
    day: 'Day {}',
    lesson: 'Lesson {}, Session {}, Lecture {}, Class {}, Unit {}',
    week: 'Week {}, Week no. {}, Week #{}',
    months: 'January, February, March, April, May, June, July, August, September, October, November, December',
    cue:
      'see, see also, see e.g., see both, see either, please see, then see, now see, for more see, for details see, also, cf., c.f., cp., compare, ' +
      'refer to, check, check against, check with, review, revisit, read, reread, re - read, consult, vide, look at, look in, look up, look it up in, ' +
      'find it in, more in, more at, more, details in, details, discussed in, covered in, explained in, described in, answer in, answers in, ' +
      'where to look, citation, cite, source, sources, ref., refs., reference, references',
    section: 'section, sections, sec., secs., sect.',
    chapter: 'chapter, chapters, ch., chap., chaps.',
    page: 'page, pages, p., pp., pg.',
    and: 'and, or, plus, then',
    to: 'to, through',
    of: 'of, in',
    hint: 'hint, hints, tip, tips, clue, clues, help, need help, need a hint, a hint, stuck, nudge, show hint, show a hint, show hints',
    material:
      'text, the text, passage, reading, read this, code, the code, source code, data, the data, table, figure, picture, image, diagram, map, graph, extract, excerpt, document, source, log, output, listing, context, background, scenario, case, situation, instructions, options, word bank',
  },
  de: {
    weekdays: 'Montag, Dienstag, Mittwoch, Donnerstag, Freitag, Samstag|Sonnabend, Sonntag',
    short: 'Mo, Di, Mi, Do, Fr, Sa, So',
    weekend: 'Wochenende',
    weekendShort: 'WE',
    day: 'Tag {}, {}. Tag',
    lesson: 'Lektion {}, Stunde {}, Sitzung {}, Einheit {}, Vorlesung {}',
    week: 'Woche {}, KW {}, {}. Woche, Kalenderwoche {}',
    months: 'Januar, Februar, März, April, Mai, Juni, Juli, August, September, Oktober, November, Dezember',
    cue:
      'siehe, siehe auch, siehe dazu, siehe hierzu, details siehe, s. auch, s. dazu, vgl., vgl. auch, vgl. dazu, vgl. hierzu, vergleiche, lies, lies nach, ' +
      'lies nach in, nachlesen, nachlesen in, nachzulesen in, näheres in, mehr in, mehr dazu in, steht in, details in, wiederhole, quelle, quellen, literatur',
    section: 'abschnitt, abschnitte, abschn.',
    chapter: 'kapitel, kap.',
    page: 'seite, seiten, s.',
    and: 'und, sowie, oder',
    to: 'bis',
    of: 'von, in, aus',
    hint: 'hinweis, hinweise, tipp, tipps, hilfe, denkanstoß',
    material:
      'text, lesetext, quelltext, code, daten, tabelle, bild, abbildung, karte, auszug, quelle, kontext, hintergrund, szenario, fall, optionen',
  },
  es: {
    weekdays: 'Lunes, Martes, Miércoles, Jueves, Viernes, Sábado, Domingo',
    short: 'Lun, Mar, Mié, Jue, Vie, Sáb, Dom',
    weekend: 'Fin de semana',
    weekendShort: 'FdS',
    day: 'Día {}',
    lesson: 'Lección {}, Sesión {}, Clase {}, Unidad {}',
    week: 'Semana {}',
    months:
      'enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre|setiembre, octubre, noviembre, diciembre',
    cue: 'véase, véase también, véanse, ver, ver también, vea, ve, consulta, consulte, cfr., fuente, fuentes, lee, lea, revisa, revise, compárese, consúltese, léase, vid., cf., repasa, repase, más en, referencia, referencias',
    section: 'sección, secciones, secc., apartado',
    chapter: 'capítulo, capítulos, cap.',
    page: 'página, páginas, pág., págs.',
    and: 'y, e, o, u',
    to: 'a, al, hasta',
    of: 'de, del, en',
    hint: 'pista, pistas, ayuda, consejo',
    material:
      'texto, lectura, código, datos, tabla, figura, imagen, mapa, extracto, fuente, contexto, situación, opciones',
  },
  fr: {
    weekdays: 'Lundi, Mardi, Mercredi, Jeudi, Vendredi, Samedi, Dimanche',
    short: 'Lun, Mar, Mer, Jeu, Ven, Sam, Dim',
    weekend: 'Week-end, Fin de semaine',
    weekendShort: 'WE',
    day: 'Jour {}',
    lesson: 'Leçon {}, Séance {}, Cours {}, Unité {}',
    week: 'Semaine {}',
    months: 'janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre, décembre',
    cue:
      'voir, voir aussi, voir également, cf., consulter, consultez, lire, lisez, relire, source, sources, réf., référence, références, comparer, revoir, à lire, à voir, à revoir, v., ' +
      'se reporter à, se référer à, reportez - vous à, référez - vous à, plus dans',
    section: 'section, sections',
    chapter: 'chapitre, chapitres, chap.',
    page: 'page, pages, p., pp.',
    and: 'et, ou, puis',
    to: 'à, au',
    of: 'de, du, dans',
    hint: 'indice, indices, aide, astuce, coup de pouce',
    material:
      'texte, lecture, code, données, tableau, figure, image, carte, extrait, document, source, contexte, situation, options',
  },
  pt: {
    weekdays:
      'Segunda-feira|Segunda, Terça-feira|Terça, Quarta-feira|Quarta, Quinta-feira|Quinta, Sexta-feira|Sexta, Sábado, Domingo',
    short: 'Seg, Ter, Qua, Qui, Sex, Sáb, Dom',
    ambiguous: 'Segunda, Terça, Quarta, Quinta, Sexta',
    weekend: 'Fim de semana',
    weekendShort: 'FdS',
    day: 'Dia {}',
    lesson: 'Lição {}, Aula {}, Sessão {}, Unidade {}',
    week: 'Semana {}',
    months: 'janeiro, fevereiro, março, abril, maio, junho, julho, agosto, setembro, outubro, novembro, dezembro',
    cue: 'ver, ver também, veja, veja também, vide, consulte, cf., fonte, fontes, leia, confira, confere, reveja, revise, referência, referências, mais em',
    section: 'seção, secção, seções',
    chapter: 'capítulo, capítulos, cap.',
    page: 'página, páginas, pág., págs., p., pp.',
    and: 'e, ou',
    to: 'a, até',
    of: 'de, do, da, em, no',
    hint: 'dica, dicas, pista, ajuda',
    material: 'texto, leitura, código, dados, tabela, figura, imagem, mapa, excerto, fonte, contexto, situação, opções',
  },
  it: {
    weekdays: 'Lunedì, Martedì, Mercoledì, Giovedì, Venerdì, Sabato, Domenica',
    short: 'Lun, Mar, Mer, Gio, Ven, Sab, Dom',
    weekend: 'Fine settimana',
    weekendShort: 'FS',
    day: 'Giorno {}',
    lesson: 'Lezione {}, Sessione {}, Unità {}',
    week: 'Settimana {}',
    months: 'gennaio, febbraio, marzo, aprile, maggio, giugno, luglio, agosto, settembre, ottobre, novembre, dicembre',
    cue: 'vedi, vedi anche, si veda, si veda anche, cfr., consulta, leggi, fonte, fonti, confronta, vedere, v., v. anche, rileggi, rif., riferimento, riferimenti',
    section: 'sezione, sezioni, sez., paragrafo, paragrafi',
    chapter: 'capitolo, capitoli, cap.',
    page: 'pagina, pagine, pag., pagg.',
    and: 'e, ed, o, oppure',
    to: 'a',
    of: 'di, del, in, nel',
    hint: 'suggerimento, suggerimenti, indizio, indizi, aiuto',
    material:
      'testo, lettura, codice, dati, tabella, figura, immagine, mappa, estratto, fonte, contesto, situazione, opzioni',
  },
  nl: {
    weekdays: 'Maandag, Dinsdag, Woensdag, Donderdag, Vrijdag, Zaterdag, Zondag',
    short: 'Ma, Di, Wo, Do, Vr, Za, Zo',
    weekend: 'Weekend, Weekeinde',
    weekendShort: 'We',
    day: 'Dag {}',
    lesson: 'Les {}, Sessie {}',
    week: 'Week {}',
    months: 'januari, februari, maart, april, mei, juni, juli, augustus, september, oktober, november, december',
    cue: 'zie, zie ook, vgl., vergelijk, lees, raadpleeg, bron, bronnen, herlees, meer in, zie verder, referentie, ref.',
    section: 'sectie, paragraaf, par.',
    chapter: 'hoofdstuk, hoofdstukken, hfst.',
    page: "pagina, pagina's, blz., p., pp.",
    and: 'en, of',
    to: 'tot, t/m',
    of: 'van, in, uit',
    hint: 'hint, tip, tips, aanwijzing, hulp',
    material: 'tekst, code, gegevens, tabel, figuur, afbeelding, kaart, fragment, bron, context, situatie, opties',
  },
  pl: {
    weekdays: 'Poniedziałek, Wtorek, Środa, Czwartek, Piątek, Sobota, Niedziela',
    short: 'Pon|Pn, Wt, Śr, Czw, Pt, Sob, Ndz|Nd|Niedz',
    weekend: 'Weekend',
    weekendShort: 'Wkd',
    day: 'Dzień {}',
    lesson: 'Lekcja {}, Sesja {}, Zajęcia {}',
    week: 'Tydzień {}',
    cue: 'zob., zob. także, zob. też, zobacz, zobacz też, por., patrz, porównaj, przeczytaj, źródło, źródła, czytaj, więcej w, patrz też',
    section: 'sekcja, sekcje, sekcji, punkt, pkt.',
    chapter: 'rozdział, rozdziały, rozdziale, rozdz.',
    page: 'strona, strony, str., s.',
    and: 'i, oraz, lub, albo',
    to: 'do',
    of: 'z, w',
    hint: 'wskazówka, wskazówki, podpowiedź, pomoc',
    material: 'tekst, kod, dane, tabela, rysunek, obraz, mapa, fragment, źródło, kontekst, sytuacja, opcje',
  },
  tr: {
    weekdays: 'Pazartesi, Salı, Çarşamba, Perşembe, Cuma, Cumartesi, Pazar',
    short: 'Pzt, Sal, Çar, Per, Cum, Cmt, Paz',
    ambiguous: 'Pazar',
    weekend: 'Hafta sonu',
    weekendShort: 'HS',
    day: 'Gün {}, {}. Gün',
    lesson: 'Ders {}, Oturum {}',
    week: 'Hafta {}, {}. Hafta',
    cue: 'bkz., ayrıca bkz., bakınız, bakın, ayrıca bakınız, krş., kaynak, kaynaklar, karşılaştırınız, oku',
    cueAfter: 'bakınız, bakın, bkz.',
    section: 'kısım',
    chapter: 'bölüm',
    page: 'sayfa, s., sf.',
    and: 've, veya',
    to: 'ila',
    of: '',
    hint: 'ipucu, ipuçları, yardım',
    material: 'metin, kod, veri, veriler, tablo, şekil, resim, harita, alıntı, kaynak, bağlam, durum, seçenekler',
  },
  ru: {
    weekdays: 'Понедельник, Вторник, Среда, Четверг, Пятница, Суббота, Воскресенье',
    short: 'Пн, Вт, Ср, Чт, Пт, Сб, Вс',
    ambiguous: 'Среда',
    weekend: 'Выходные',
    weekendShort: 'Вых',
    day: 'День {}',
    lesson: 'Урок {}, Занятие {}, Лекция {}',
    week: 'Неделя {}, {}-я неделя, {} неделя',
    cue: 'см., см. также, смотри, смотрите, ср., сравни, источник, источники, читай, читайте, прочитай, прочитайте, смотри также, смотрите также, подробнее, подробнее в',
    section: 'раздел, разделы, разделе, разд., параграф, параграфы, пункт, пункты, п., пп.',
    chapter: 'глава, главы, главу, главе, гл.',
    page: 'страница, страницы, страницу, стр., с.',
    and: 'и, или',
    to: 'до, по',
    of: 'из, в',
    hint: 'подсказка, подсказки, намёк, помощь',
    material: 'текст, код, данные, таблица, рисунок, карта, отрывок, источник, контекст, ситуация, варианты',
  },
  el: {
    weekdays: 'Δευτέρα, Τρίτη, Τετάρτη, Πέμπτη, Παρασκευή, Σάββατο, Κυριακή',
    short: 'Δευ, Τρι, Τετ, Πεμ, Παρ, Σαβ, Κυρ',
    ambiguous: 'Δευτέρα, Τρίτη, Τετάρτη, Πέμπτη',
    weekend: 'Σαββατοκύριακο',
    weekendShort: 'ΣΚ',
    day: 'Ημέρα {}, Μέρα {}',
    lesson: 'Μάθημα {}',
    week: 'Εβδομάδα {}, {}η εβδομάδα',
    cue: 'βλ., βλ. επίσης, βλέπε, βλέπε επίσης, δείτε, δες, πρβλ., πηγή, πηγές, διάβασε, βλ. και, δες και, δείτε και',
    section: 'ενότητα, ενότητες, εν.',
    chapter: 'κεφάλαιο, κεφάλαια, κεφ.',
    page: 'σελίδα, σελίδες, σελ., σ.',
    and: 'και, ή',
    to: 'έως, ως',
    of: 'του, στο',
    hint: 'υπόδειξη, βοήθεια, στοιχείο',
    material: 'κείμενο, κώδικας, δεδομένα, πίνακας, εικόνα, χάρτης, απόσπασμα, πηγή, πλαίσιο, επιλογές',
  },
  ar: {
    weekdays: 'الاثنين|الإثنين|اثنين, الثلاثاء|ثلاثاء, الأربعاء|أربعاء, الخميس|خميس, الجمعة|جمعة, السبت|سبت, الأحد|أحد',
    short: 'اثن, ثلا, أرب, خمي, جمع, سبت, أحد',
    ambiguous: 'اثنين, ثلاثاء, أربعاء, خميس, جمعة, سبت, أحد',
    weekend: 'عطلة نهاية الأسبوع, نهاية الأسبوع',
    weekendShort: 'عطلة',
    day: 'اليوم {}, يوم {}',
    lesson: 'الدرس {}, درس {}, المحاضرة {}',
    week: 'الأسبوع {}, أسبوع {}',
    cue: 'انظر, أنظر, انظر أيضا, انظر أيضًا, راجع, اقرأ, قارن, المصدر, المصادر, المرجع, المراجع, ينظر, يُنظر, اطلع على',
    section: 'القسم, قسم',
    chapter: 'الفصل, فصل',
    page: 'صفحة, الصفحة, الصفحات, ص, ص.',
    and: 'و, أو',
    to: 'إلى, حتى',
    of: 'من, في',
    hint: 'تلميح, تلميحات, مساعدة, إشارة',
    material: 'النص, نص, الشيفرة, البيانات, الجدول, الصورة, الخريطة, مقتطف, المصدر, السياق, الخيارات',
  },
  he: {
    weekdays:
      'יום שני|שני, יום שלישי|שלישי, יום רביעי|רביעי, יום חמישי|חמישי, יום שישי|שישי, שבת|יום שבת, יום ראשון|ראשון',
    short: "ב', ג', ד', ה', ו', ש', א'",
    ambiguous: 'שני, שלישי, רביעי, חמישי, שישי, ראשון',
    weekend: 'סוף שבוע, סוף השבוע, סופ"ש, סופ״ש',
    weekendShort: 'סופ"ש',
    day: 'יום {}',
    lesson: 'שיעור {}, מפגש {}',
    week: 'שבוע {}',
    cue: 'ראו, ראה, ראי, ראו גם, ראה גם, עיינו, השוו, מקור, מקורות, קראו',
    section: 'סעיף, סעיפים',
    chapter: 'פרק, פרקים',
    page: "עמוד, עמודים, עמ', עמ׳",
    and: 'ו, וגם, או',
    to: 'עד',
    of: 'של, מתוך, ב',
    hint: 'רמז, רמזים, עזרה',
    material: 'הטקסט, טקסט, קוד, נתונים, טבלה, תמונה, מפה, קטע, מקור, הקשר, אפשרויות',
  },
  hi: {
    weekdays: 'सोमवार, मंगलवार, बुधवार, गुरुवार|बृहस्पतिवार, शुक्रवार, शनिवार, रविवार',
    short: 'सोम, मंगल, बुध, गुरु, शुक्र, शनि, रवि',
    weekend: 'सप्ताहांत, सप्ताहान्त, वीकेंड',
    weekendShort: 'सप्ता',
    day: 'दिन {}',
    lesson: 'पाठ {}, सत्र {}',
    week: 'सप्ताह {}, हफ़्ता {}, हफ्ता {}',
    cue: 'देखें, देखिए, यह भी देखें, स्रोत, संदर्भ, पढ़ें, तुलना करें',
    cueAfter: 'देखें, देखिए, पढ़ें, भी देखें',
    section: 'खंड, खण्ड, अनुभाग',
    chapter: 'अध्याय',
    page: 'पृष्ठ, पृ.',
    and: 'और, तथा, या',
    to: 'से',
    of: 'का, के, में',
    hint: 'संकेत, सहायता, मदद',
    material: 'पाठ, गद्यांश, कोड, आँकड़े, तालिका, चित्र, मानचित्र, स्रोत, संदर्भ, विकल्प',
  },
  ja: {
    weekdays: '月曜日|月曜, 火曜日|火曜, 水曜日|水曜, 木曜日|木曜, 金曜日|金曜, 土曜日|土曜, 日曜日|日曜',
    short: '月, 火, 水, 木, 金, 土, 日',
    weekend: '週末',
    weekendShort: '週末',
    day: '{}日目, 第{}日',
    lesson: '第{}回, 第{}課, レッスン{}, レッスン {}',
    week: '第{}週, {}週目, 第{}週目, 週{}',
    cue: '参照, 出典, 参考, 参考文献, 詳しくは, 詳細は, 比較, 復習',
    cueAfter:
      'を参照, 参照, を参照のこと, を参照してください, を参照せよ, をご参照ください, を見よ, を見てください, を読むこと, を読む, 参照のこと, をご覧ください, をご覧, をみよ, を確認, を復習, に戻る',
    section: '節, 項',
    chapter: '章',
    page: '頁, ページ',
    and: 'と, および, 及び, または, や',
    to: 'から',
    of: 'の',
    hint: 'ヒント, 手がかり',
    material: '本文, 文章, テキスト, コード, データ, 表, 図, 画像, 地図, 抜粋, 資料, 背景, 選択肢',
  },
  zh: {
    weekdays:
      '星期一|周一|週一|禮拜一|礼拜一, 星期二|周二|週二|禮拜二|礼拜二, 星期三|周三|週三|禮拜三|礼拜三, 星期四|周四|週四|禮拜四|礼拜四, 星期五|周五|週五|禮拜五|礼拜五, 星期六|周六|週六|禮拜六|礼拜六, 星期日|星期天|周日|週日|禮拜日|礼拜天',
    short: '周一, 周二, 周三, 周四, 周五, 周六, 周日',
    weekend: '周末, 週末',
    weekendShort: '周末',
    day: '第{}天',
    lesson: '第{}课, 第{}課, 第{}讲, 第{}講, 第{}节课',
    week: '第{}周, 第{}週',
    cue: '参见, 參見, 参看, 參看, 见, 見, 详见, 詳見, 参考, 參考, 参阅, 參閱, 来源, 來源, 出处, 出處, 另见, 另見, 请看, 比较, 请见, 请参见, 请参阅, 请参考, 请参看, 請參見, 請參閱, 參考資料, 参考资料, 参考文献, 參考文獻, 复习, 阅读',
    section: '节, 節',
    chapter: '章',
    page: '页, 頁',
    and: '和, 与, 與, 及, 或, 以及',
    to: '至, 到',
    of: '的',
    hint: '提示, 线索, 提醒',
    material: '文本, 课文, 短文, 材料, 代码, 数据, 表格, 图, 图片, 地图, 背景, 情境, 选项',
  },
  ko: {
    weekdays: '월요일, 화요일, 수요일, 목요일, 금요일, 토요일, 일요일',
    short: '월, 화, 수, 목, 금, 토, 일',
    weekend: '주말',
    weekendShort: '주말',
    day: '{}일차, {}일째, 제{}일',
    lesson: '{}강, 제{}강, {}과, 제{}과, {}교시',
    week: '{}주차, 제{}주, {}주',
    cue: '참조, 참고, 출처, 보기, 비교',
    cueAfter:
      '참조, 참고, 를 참조, 을 참조, 를 참조하세요, 을 참조하세요, 참조하세요, 를 보세요, 을 보세요, 보세요, 를 보라, 을 보라, 를 참고, 을 참고, 를 참고하세요, 을 참고하세요, 참고하세요, 를 읽으세요, 을 읽으세요',
    section: '절',
    chapter: '장',
    page: '쪽, 페이지',
    and: '와, 과, 및, 또는',
    to: '부터',
    of: '의',
    hint: '힌트, 도움말, 단서',
    material: '본문, 지문, 글, 코드, 데이터, 자료, 표, 그림, 지도, 배경, 상황, 보기',
  },
}

/** A list of the table: words, each as its spellings. "Mo, Di|Die" → [["Mo"], ["Di", "Die"]]. */
export function listOf(words: string | undefined): string[][] {
  return words ? words.split(', ').map((word) => word.split('|')) : []
}

/** "pt-BR" → "pt"; null stays null. */
export const languageOf = (lang: string | null): string | null => lang?.toLowerCase().split('-')[0] ?? null
