/** Rosters as schools export them. */
import { describe, expect, test } from 'vitest'
import { Log } from '../../src/diagnostics.js'
import { mostNames, readRoster } from '../../src/roster/read.js'

function read(text: string) {
  const log = new Log()
  const names = readRoster(text, 'class.csv', log)
  return { names, told: log.messages.map(({ code, place, reason }) => [code, place?.start.line ?? 0, reason] as const) }
}

describe('the names of a roster', () => {
  test.each([
    ['one name a line', 'Ana\nBen\n\nChloé\n', ['Ana', 'Ben', 'Chloé']],
    ['a head over one column', 'Name\nAna\nBen', ['Ana', 'Ben']],
    ['a head in German', 'Schüler\nAna\nBen', ['Ana', 'Ben']],
    [
      'first and last name',
      'First name,Last name,E-mail\nAna,Ruiz,a@x.org\nBen,Okafor,b@x.org',
      ['Ana Ruiz', 'Ben Okafor'],
    ],
    ['last name before first name', 'Nachname;Vorname;Klasse\nRuiz;Ana;7b\nOkafor;Ben;7b', ['Ana Ruiz', 'Ben Okafor']],
    ['French columns', 'Nom;Prénom\nRuiz;Ana', ['Ana Ruiz']],
    ['tabs', 'Student\tClass\nAna\t7b', ['Ana']],
    ['how one is called wins', 'Name,Preferred name\nAnastasia,Ana', ['Ana']],
    ['quotes', 'Name,Class\n"Ruiz, Ana",7b\n"Ben ""Bo"" Okafor",7b', ['Ruiz, Ana', 'Ben "Bo" Okafor']],
    ['a byte order mark and Windows line ends', '\uFEFFName,Class\r\nAna,7b\r\n', ['Ana']],
    ['short rows', 'Class,Name\n7b,Ana\n7b\n7b,Ben', ['Ana', 'Ben']],
    ['blanks and control characters', 'Name\n  Ana \t Ruiz \u0007\n', ['Ana Ruiz']],
    ['a control character inside', 'Be\u0007n\nAn\u0000na', ['Ben', 'Anna']],
    ['the first line of Excel', 'sep=;\r\nName;Class\r\nAna;7b\r\n', ['Ana']],
    ['a list with its heading', '# Class 7b\n1. Ana\n- Ben\n* Chloé', ['Ana', 'Ben', 'Chloé']],
    ['a column of numbers', '#,Name\n1,Ana', ['Ana']],
    ['Japanese', '氏名,クラス\n山田 太郎,1\n', ['山田 太郎']],
  ])('%s', (_, text, names) => expect(read(text)).toEqual({ names, told: [] }))

  test('stand once each; a repeated one is told', () => {
    expect(read('Ana\nBen\nAna\n')).toEqual({
      names: ['Ana', 'Ben'],
      told: [
        ['roster-name-twice', 3, '"Ana" stands in the roster twice, first in line 1; it is called as one student'],
      ],
    })
  })
})

describe('a roster that cannot be read', () => {
  test.each([
    ['is empty', '', 'roster-no-names', 0],
    ['has a head alone', 'Name\n', 'roster-no-names', 0],
    ['has columns without a head that names one', 'Ana,7b\nBen,7b', 'roster-no-column', 1],
    ['has a quote that does not end', 'Name\n"Ana\nBen', 'roster-broken', 3],
    ['has too many names', Array.from({ length: mostNames + 1 }, (_, i) => `N${i}`).join('\n'), 'roster-too-long', 0],
  ] as const)('%s', (_, text, code, line) => {
    const { names, told } = read(text)
    expect(names).toBeNull()
    expect(told.map(([found, at]) => [found, at])).toEqual([[code, line]])
  })
})
