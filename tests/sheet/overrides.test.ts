import { describe, expect, it } from 'vitest'
import { plainBlocks } from '../../src/text/rich.js'
import { readQuestion } from './read.js'

describe('braces at the end of a question', () => {
  it('set lines, minutes and a name', () => {
    const { question, codes } = readQuestion('Why? See a.md §1. {lines=8 minutes=2.5 #my-id}')
    expect(question.author).toEqual({ lines: 8, minutes: 2.5, id: 'my-id' })
    expect([plainBlocks(question.prompt), question.citedAs]).toEqual(['Why?', 'a.md §1'])
    expect(codes).toEqual([])
  })

  it.each([
    ['Why? {kind=draw}', { kind: 'draw' }],
    ['Why? {kind=list count=4}', { kind: 'list', count: 4 }],
    ['Why? {count=4}', { kind: 'list', count: 4 }],
    ['Which four things? {kind=list}', { kind: 'list', count: 4 }],
    ['Why? {seconds=120}', { kind: 'say', seconds: 120 }],
    ['Why? {terms="A b | C" aspect="cost"}', { kind: 'compare', terms: ['A b', 'C'], aspect: 'cost' }],
    ['Why? {labels=“x | y”}', { kind: 'sides', labels: ['x', 'y'] }],
    ['A vs B? {kind=explain}', { kind: 'explain' }],
  ])('%s', (item, task) => {
    const { question, codes } = readQuestion(item)
    expect(question.task).toMatchObject({ by: 'author', ...task })
    expect(plainBlocks(question.prompt)).not.toContain('{')
    expect(codes.filter((code) => code.startsWith('override'))).toEqual([])
  })

  it.each([
    'the set {x: 1}',
    'the set {1, 2}',
    'when {x=1}',
    'a template {name}',
    'in code `{kind=draw}`',
    'nothing in {}',
    '{lines=3}',
  ])('leave what is not ours: %s', (item) => {
    const { question } = readQuestion(item)
    expect(plainBlocks(question.prompt)).toBe(item.replaceAll('`', ''))
    expect(question.task.by).toBe('inferred')
  })

  it.each([
    ['Why? {lines=many}', 'override-value'],
    ['Why? {lines=900}', 'override-value'],
    ['Why? {lines=2.5}', 'override-value'],
    ['Why? {kind=compare}', 'override-value'],
    ['Why? {kind=sides}', 'override-value'],
    ['Why? {terms=one}', 'override-value'],
    ['Why? {colour=red lines=3}', 'override-unknown-key'],
  ])('report %s', (item, code) => {
    expect(readQuestion(item).codes).toContain(`${code} 5:9`)
  })
})
