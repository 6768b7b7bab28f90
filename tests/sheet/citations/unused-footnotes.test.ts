/** A footnote that is printed nowhere is told. */
import { describe, expect, it } from 'vitest'
import { read } from '../read.js'

const told = (text: string) =>
  read(`# Week 1\n\n## Monday\n\n${text}\n`).codes.filter((code) => code.startsWith('footnote-unused'))

describe('a footnote', () => {
  it.each([
    ['that nothing calls', '1. Why?\n\n[^1]: Hinges.', ['footnote-unused 7:1']],
    ['that calls itself alone', '1. Why?\n\n[^1]: Hinges.[^1]', ['footnote-unused 7:1']],
    ['that only another calls', '1. Why?[^1]\n\n[^1]: Hinges.[^2]\n\n[^2]: Oil.', ['footnote-unused 9:1']],
    ['whose name is taken', '1. Why?[^1]\n\n[^1]: Hinges.\n\n[^1]: Oil.', ['footnote-unused 9:1']],
    ['that is called', '1. Why?[^1]\n\n[^1]: Hinges.', []],
    ['that cites', '1. Why?[^1]\n\n[^1]: See doors.md §1.', []],
    ['of a key', '1. Why?\n2. How?\n\n## Answers\n\n[^1]: Hinges.\n\n[^2]: Oil.', []],
  ])('%s', (_, text, codes) => {
    expect(told(text)).toEqual(codes)
  })
})
