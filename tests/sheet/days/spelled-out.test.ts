/** A day has one name on all pages and slides, in full, however its heading writes it. */
import { expect, it } from 'vitest'
import { plainText } from '../../../src/text/rich.js'
import { read } from '../read.js'

const headings = (text: string) => read(text).sheet.days.map(({ heading, name }) => `${plainText(heading)} | ${name}`)

it('spells the names of weekdays out in headings', () => {
  expect(
    headings('# Week 1\n\n## Mon\n\n1. Why?\n\n## Tue. — Queues\n\n1. How?\n\n## 3. *Wed*: Locks\n\n1. When?'),
  ).toEqual(['Monday | Monday', 'Tuesday — Queues | Tuesday', '3. Wednesday: Locks | Wednesday'])
  expect(headings('---\nlang: de\n---\n\n# Woche 1\n\n## Mo\n\n1. Warum?')).toEqual(['Montag | Montag'])
})

it('leaves other headings as they are written', () => {
  expect(
    headings('# Week 1\n\n## MONDAY — Start\n\n1. Why?\n\n## Fri the cook\n\n1. How?\n\n## Warm-up\n\n1. When?'),
  ).toEqual(['MONDAY — Start | Monday', 'Fri the cook | Fri the cook', 'Warm-up | Warm-up'])
})

it('keeps the style of the name', () => {
  const [day] = read('# Week 1\n\n## *Fri* — Queues\n\n1. Why?').sheet.days
  expect(day?.heading).toEqual([{ text: 'Friday', emphasis: true }, { text: ' — Queues' }])
})
