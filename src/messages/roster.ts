/** Messages about rosters. */
import { type Entry, entry } from './entry.js'

/** Messages about class rosters, by code. */
export const rosterMessages = {
  'roster-broken': entry<{ fault: string }>(
    'error',
    (f) => `This is not a table of comma-separated values: ${f.fault}`,
    'Export the roster again as CSV, or write one name a line.',
  ),
  'roster-no-names': entry<Record<never, never>>(
    'error',
    () => 'The roster holds no names',
    'Write one name a line, or a column with the head "name".',
  ),
  'roster-no-column': entry<{ heads: string }>(
    'error',
    (f) => `No column of the roster is headed as names; its first line is: ${f.heads}`,
    'Head a column with "name", or two with "first name" and "last name". Put a name with a comma in it in quotes.',
  ),
  'roster-name-twice': entry<{ name: string; line: number }>(
    'warning',
    (f) => `"${f.name}" stands in the roster twice, first in line ${f.line}; it is called as one student`,
    'Write the two apart, such as with the first letter of the last name.',
  ),
  'names-without-roster': entry<Record<never, never>>(
    'warning',
    () => 'There is no roster, so --names slide puts no name on a slide',
    'Name the roster too: `--roster class.csv`, or `roster: class.csv` in recall.config.yaml.',
  ),
  'roster-too-long': entry<{ names: number; most: number }>(
    'error',
    (f) => `The roster holds ${f.names} names, expected at most ${f.most}`,
    'Give the roster of one class.',
  ),
} as const satisfies Record<string, Entry<never>>
