/** Heads of the columns of rosters, lower-case, as registers and spreadsheets of schools write them. */

const set = (words: string): ReadonlySet<string> => new Set(words.split('|'))

/** `called`: how a student wants to be called, which wins; `whole`: the whole name; `first` and `last`: its parts. */
export const columnWords = {
  called: set('called|call name|preferred name|known as|nickname|rufname|roepnaam|surnom|apodo'),
  whole: set(
    'name|names|full name|student|student name|students|pupil|learner|schüler|schülerin|schüler in|lernende|élève|eleve|nom complet|nombre completo|alumno|estudiante|nome completo|aluno|studente|alunno|leerling|naam|uczeń|imię i nazwisko|öğrenci|ad soyad|ученик|фио|имя и фамилия|μαθητής|όνομα|ονοματεπώνυμο|الاسم|اسم الطالب|الطالب|שם|שם מלא|שם התלמיד|नाम|छात्र|氏名|名前|姓名|学生|이름|성명|نام و نام خانوادگی',
  ),
  first: set(
    'first name|firstname|first|given name|givenname|forename|vorname|prénom|prenom|nombre|primer nombre|nome|voornaam|imię|imie|ad|adı|имя|الاسم الأول|שם פרטי|पहला नाम|名|نام',
  ),
  last: set(
    'last name|lastname|last|surname|family name|familyname|nachname|familienname|nom|nom de famille|apellido|apellidos|sobrenome|cognome|achternaam|nazwisko|soyad|soyadı|фамилия|επώνυμο|اسم العائلة|שם משפחה|उपनाम|姓|성|نام خانوادگی',
  ),
} as const
