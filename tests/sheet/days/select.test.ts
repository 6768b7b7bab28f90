import { describe, expect, it } from 'vitest'
import { selectDay } from '../../../src/sheet/days/select.js'
import { read, repositoryText } from '../read.js'

const { sheet } = read(repositoryText('content/week-17/04_daily_recall.md'))
const select = (request: string, weekday = 3) => selectDay(sheet, request, weekday)?.days.map((day) => day.key) ?? null

describe('one day of a sheet', () => {
  it.each([
    ['monday', 'monday'],
    ['Mon', 'monday'],
    ['THURS', 'thursday'],
    ['2', 'tuesday'],
    ['6', 'weekend'],
    ['wkd', 'weekend'],
    ['weekend', 'weekend'],
    ['today', 'wednesday'],
    ['Heute', 'wednesday'],
    ["aujourd'hui", 'wednesday'],
    ['今日', 'wednesday'],
  ])('%s', (request, key) => {
    expect(select(request)).toEqual([key])
  })

  it('is the weekend on Saturday and Sunday', () => {
    expect(select('today', 6)).toEqual(['weekend'])
    expect(select('today', 0)).toEqual(['weekend'])
  })

  it.each(['sunday', '7', '0', 't', '', 'mondays'])('is not there for "%s"', (request) => {
    expect(select(request)).toBe(null)
  })

  it('keeps the ids it has in the week', () => {
    expect(selectDay(sheet, 'fri', 0)?.days[0]?.questions[4]?.id).toBe('w17-fri-q5')
  })
})
