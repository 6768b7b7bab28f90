/** Prompts that hold what they ask for are told, and stay as they stand. */
import { describe, expect, it } from 'vitest'
import { answerInPrompt } from '../../../src/sheet/answers/prompt-answers.js'
import { readQuestion } from '../read.js'

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
