/** Tags of HTML that keep what is in them from being seen. */
import { isHidingClass } from './fences.js'

/** Styles that nobody sees: white on white, transparent, of no size. */
const invisible =
  /(?:^|\s)hidden(?:\s|=|$)|display\s*:\s*none|visibility\s*:\s*hidden|(?:opacity|font-size)\s*:\s*0(?![.\d]*[1-9])|(?<![-\w])color\s*[:=]\s*["']?\s*(?:white|transparent|#f{3}(?:f{3})?\b|rgba?\(\s*255\s*,\s*255\s*,\s*255|rgba\([^()]{0,30},\s*0\s*\))/i
const sameColour =
  /background(?:-color)?\s*:\s*([#\w]+)\b[^"]{0,80}(?<![-\w])color\s*:\s*\1\b|(?<![-\w])color\s*:\s*([#\w]+)\b[^"]{0,80}background(?:-color)?\s*:\s*\2\b/i

/** True for a tag around an answer: `class="solution"`, `hidden`, `style="color:white"`, `<template>`. `attributes` are the words behind its name. */
export const hides = (name: string, attributes: string): boolean =>
  name === 'template' ||
  invisible.test(attributes) ||
  sameColour.test(attributes) ||
  (/\bclass\s*=|\bid\s*=/i.test(attributes) && isHidingClass(attributes.replace(/["'=]/g, ' ')))
