import { expect, test } from 'vitest'
import { addressBelow, isWebAddress } from '../../src/text/web-address.js'

test.each(['https://example.org', 'http://example.org/a?b=c#d', 'HTTPS://example.org/ü'])('%s is one', (words) => {
  expect(isWebAddress(words)).toBe(true)
})

test.each([
  '',
  'example.org',
  'ftp://example.org',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'https://',
  'https:///a',
  'https://exa mple.org',
  `https://example.org/${'a'.repeat(250)}`,
])('%s is none', (words) => {
  expect(isWebAddress(words)).toBe(false)
})

test.each([
  ['https://example.org/course/', 'week 1/a&b.md', 'https://example.org/course/week%201/a%26b.md'],
  ['https://example.org/course', 'a.md', 'https://example.org/course/a.md'],
  ['https://example.org/course', '../a.md', null],
  ['https://example.org/course', '/etc/a.md', null],
  ['https://example.org/course', '//evil.example/a.md', null],
])('below %s stands %s at %s', (base, path, address) => {
  expect(addressBelow(base, path)).toBe(address)
})
