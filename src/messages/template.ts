/** Messages about templates. */
import { type Entry, entry } from './entry.js'

/** Messages about `template.yaml`, by code. */
export const templateMessages = {
  'template-missing': entry<{ name: string; known: string; hint: string }>(
    'error',
    (f) => `No template "${f.name}", expected ${f.known} or a path to a folder with a template.yaml${f.hint}`,
    'Templates are looked for in templates/ of the current folder, then among the ones that come with Cold Recall.',
  ),
  'template-base-missing': entry<{ name: string }>(
    'error',
    (f) => `No template "${f.name}" to extend`,
    'Name a template of templates/, or one that comes with Cold Recall, such as classic.',
  ),
  'template-extends-too-deep': entry<{ max: number }>(
    'error',
    (f) => `More than ${f.max} templates extend one another`,
    'Let the template extend classic directly; a template cannot extend itself.',
  ),
  'template-yaml-broken': entry<{ fault: string }>(
    'error',
    (f) => `Not YAML: ${f.fault}`,
    'Mend the YAML at this place; a stray colon or a wrong indent is the usual cause.',
  ),
  'template-not-a-map': entry<Record<string, never>>(
    'error',
    () => 'Expected keys and values (`name: ours`) at the top of the template',
    'Start from a copy of templates/classic/template.yaml, or from `name: ours` and `extends: classic`.',
  ),
  'template-key-missing': entry<{ key: string }>(
    'error',
    (f) => `Missing key "${f.key}"`,
    'Add the key, or say `extends: classic` to take it from the classic template.',
  ),
  'template-key-unknown': entry<{ key: string; nearest: string | null }>(
    'error',
    (f) => `Unknown key "${f.key}"${f.nearest ? `, did you mean "${f.nearest}"?` : ''}`,
    'Mend the spelling or remove the key; templates/classic/template.yaml shows all keys.',
  ),
  'template-value-wrong': entry<{ key: string; value: string; expected: string }>(
    'error',
    (f) => `"${f.key}" is ${f.value}, expected ${f.expected}`,
    'templates/classic/template.yaml shows a good value and its unit.',
  ),
  'template-paper-too-small': entry<{ paper: string; template: string; strip: boolean }>(
    'error',
    (f) =>
      `The margins of template "${f.template}" leave no room for questions${f.strip ? ' beside the strip of the key' : ''} on ${f.paper}`,
    'Choose a larger paper, or a template with smaller margins or a narrower strip (`fold:`).',
  ),
  'key-flip-one-side': entry<Record<never, never>>(
    'warning',
    () => 'The key is to stand on the backs of the day sheets (`key: flip`), but only one side is to be printed',
    'Take `duplex: false` (or `--no-duplex`) away, or choose `key: back`. Both sides are used.',
  ),
  'fold-without-strip': entry<{ edge: string; key: string }>(
    'warning',
    (f) => `The strip of the key is to stand at the edge "${f.edge}", but there is none: the key is \`${f.key}\``,
    'Say `key: fold` (or `--key fold`) as well, or take `fold` away. The key stands where `key` says.',
  ),
  'template-font-missing': entry<{ name: string }>(
    'error',
    (f) => `No font file "${f.name}" in the folder of the template`,
    'Put the TTF file there; fonts outside the folder of the template are not read.',
  ),
  'template-font-unusable': entry<{ name: string; kind: string }>(
    'error',
    (f) => `Font file "${f.name}" is ${f.kind}, expected TTF, OTF or WOFF`,
    'Use the whole TTF of the font. WOFF2 is refused because its text would print blank.',
  ),
} as const satisfies Record<string, Entry<never>>
