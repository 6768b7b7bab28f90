/** Prompts that hold what they ask for are told, and stay as they stand. */
import { describe, expect, it } from 'vitest'
import { answerInPrompt } from '../../../src/sheet/answers/prompt-answers.js'
import { read, readQuestion } from '../read.js'

const told = (item: string) => answerInPrompt(readQuestion(item).question)

describe('an answer in the prompt', () => {
  it.each([
    ['Draw it: run → warehouse → line.', 'run → warehouse → line.'],
    ['Name two cations: sodium and potassium.', 'sodium and potassium.'],
    ['Name two cations (sodium, potassium).', 'sodium, potassium'],
    ['Name three causes (heat, light, and wind).', 'heat, light, and wind'],
    ['Define osmosis: water moves through a membrane.', 'water moves through a membrane.'],
    ['Define osmosis — water moves through a membrane.', 'water moves through a membrane.'],
    ['Definiere Osmose: Wasser wandert durch eine Membran.', 'Wasser wandert durch eine Membran.'],
    ['What holds a door? E.g. its hinges.', 'its hinges.'],
  ])('%s', (item, answer) => {
    expect(told(item)).toBe(answer)
  })

  it.each([
    'Define osmosis.',
    'Define these terms: a pod, a node, a cluster.',
    'Define the following: osmosis, diffusion and turgor.',
    'Define osmosis: in your own words, what moves?',
    'Define osmosis: write one sentence.',
    'Define osmosis: use one sentence.',
    'Name two cations (2 points).',
    'Name two cations (not sodium).',
    'Name two metals that melt early (under 100 °C).',
    'What holds a door?',
    'Which door is best, e.g. for a shop?',
  ])('is not in %s', (item) => {
    expect(told(item)).toBeNull()
  })
})

describe('an answer that the question sets off as well', () => {
  const keyed = (question: string, answer: string) => {
    const { log } = read(`# Week 1\n\n## Monday\n\n1. ${question}\n2. Why?\n\n## Answers\n\n1. ${answer}\n2. So.\n`)
    return log.messages.flatMap(({ code, reason }) =>
      ['key-answer-printed', 'answer-printed', 'answers-kept'].includes(code)
        ? [`${code} ${/"(.*)"|^\d+/.exec(reason)?.[0]}`]
        : [],
    )
  }

  it.each([
    ['Name the Entente. (Britain, France, Russia)', 'Britain, France, Russia'],
    ['The heart has ____ (four) chambers.', 'Four.'],
    ['Name the gas – oxygen', 'oxygen'],
    ['Name the group. *a clause of words*', 'a clause of words'],
    ['Say what it is.\n\n   > same sound at the start', 'Same sound at the start'],
  ])('is told, and not counted as kept: %s', (question, answer) => {
    const told = keyed(question, answer)
    expect(told.filter((each) => /-printed/.test(each))).toHaveLength(1)
    expect(told.filter((each) => each.startsWith('answers-kept'))).toEqual(['answers-kept 1'])
  })

  it.each([
    ['Is it *sheep* or *sheeps*?', 'sheep'],
    ['Name the capital. (not Cusco)', 'Lima'],
    ['What does (3) mean here?', '3'],
    ['Which is it?\n   a) one\n   b) two', 'two'],
  ])('not what only has its words: %s', (question, answer) => {
    expect(keyed(question, answer)).toEqual(['answers-kept 2'])
  })
})
