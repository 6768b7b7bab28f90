import { expect, test } from 'vitest'
import { Log } from '../../src/diagnostics.js'
import { SourceShelf } from '../../src/sources/shelf.js'

test('a file is indexed once while its text is the same', () => {
  const shelf = new SourceShelf()
  const first = shelf.index('# T\n\n## 1 One\n', 'a.md', new Log())
  expect(shelf.index('# T\n\n## 1 One\n', 'a.md', new Log())).toBe(first)
  const changed = shelf.index('# T\n\n## 1 Two\n', 'a.md', new Log())
  expect(changed.sections.map(({ title }) => title)).toEqual([[{ text: 'Two' }]])
  expect(shelf.index('# T\n\n## 1 One\n', 'b.md', new Log()).sections[0]?.place.file).toBe('b.md')
})

test('what is wrong with a file is said each time, as each log wants it', () => {
  const shelf = new SourceShelf()
  const twice = '# T\n\n## 1 One\n\n## 1 Again\n'
  const severities = [undefined, 'error', 'off'] as const
  const said = severities.map((severity) => {
    const log = new Log(severity ? { 'source-section-repeated': severity } : {})
    shelf.index(twice, 'a.md', log)
    return log.messages.map((message) => message.severity)
  })
  expect(said).toEqual([['warning'], ['error'], []])
})

test('no more than some files are kept', () => {
  const shelf = new SourceShelf()
  const first = shelf.index('# T\n\n## 1 One\n', '0.md', new Log())
  for (let i = 1; i <= 40; i++) shelf.index('# T\n\n## 1 One\n', `${i}.md`, new Log())
  expect(shelf.index('# T\n\n## 1 One\n', '0.md', new Log())).not.toBe(first)
})
