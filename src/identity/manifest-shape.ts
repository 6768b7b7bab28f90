/** What a manifest must have to be taken for one; apart, since a first build finds none. */
import * as z from 'zod'
import { manifestVersion, otherPageKinds } from './model.js'

const id = z.string().min(1).max(700)
/** Below a root: no `..`, nothing absolute, no drive. */
const path = z
  .string()
  .min(1)
  .max(4000)
  .regex(/^(?![/\\]|[a-z]:)(?!(?:.*\/)?\.\.(?:\/|$))/i)
const digest = z.string().regex(/^[0-9a-f]{6,64}$/)
const label = z.string().max(1000)
/** A day sheet as it was printed, and a question. */
export const printedDay = z.object({
  key: label,
  name: label,
  code: label,
  revision: digest,
  carries: z.object({ key: z.enum(['flip', 'fold']), front: digest }).optional(),
  pages: z.array(label).max(1000),
  head: digest.optional(),
  intro: digest.optional(),
})
/** Pages beside day sheets: a kind that is not known is of a later version. */
export const otherPages = z
  .array(
    z.object({ kind: z.enum(otherPageKinds), day: label.optional(), pages: z.array(label).max(10_000), said: digest }),
  )
  .max(50_000)
  .optional()
const printedQuestion = z.object({
  page: label.nullable(),
  slides: z.array(z.number().int().min(1)).max(10_000),
  asked: digest,
  space: digest,
  keyed: digest,
  pictures: digest.optional(),
  minutes: z.number().min(0).optional(),
  points: label.optional(),
})
const remembered = { id, words: z.string().max(2000), citations: z.array(z.string().max(10_000)).max(500) }

const questionList = z
  .array(
    z.object({
      ...remembered,
      code: z.string().max(1000),
      day: z.string().max(1000),
      number: z.number().int().min(1),
      printed: printedQuestion.optional(),
    }),
  )
  .max(100_000)
/** A course has thousands of questions, and nearly always as we wrote them: a look at each tells, in a tenth of the time that a schema takes. */
const questions = z.unknown().transform((value, context): z.infer<typeof questionList> => {
  if (areAsWritten(value)) return value
  const read = questionList.safeParse(value)
  if (read.success) return read.data
  for (const { path: at, message } of read.error.issues) context.addIssue({ code: 'custom', path: at, message })
  return z.NEVER
})

/** True for questions that `questionList` takes as they are; false when it has to be asked. */
function areAsWritten(value: unknown): value is z.infer<typeof questionList> {
  return Array.isArray(value) && value.length <= 100_000 && value.every(isQuestion)
}

const isText = (value: unknown, most: number): boolean => typeof value === 'string' && value.length <= most
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 1
const hasKeys = (value: object, keys: readonly string[]): boolean =>
  Object.keys(value).every((key) => keys.includes(key))
const questionKeys = ['id', 'code', 'day', 'number', 'words', 'citations', 'printed']
const printedKeys = ['page', 'slides', 'asked', 'space', 'keyed', 'pictures', 'minutes', 'points']
const hex = /^[0-9a-f]{6,64}$/

function isQuestion(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !hasKeys(value, questionKeys)) return false
  const { id: own, code, day, number, words, citations, printed } = value as Record<string, unknown>
  return (
    isText(own, 700) &&
    own !== '' &&
    isText(code, 1000) &&
    isText(day, 1000) &&
    isCount(number) &&
    isText(words, 2000) &&
    Array.isArray(citations) &&
    citations.length <= 500 &&
    citations.every((each) => isText(each, 10_000)) &&
    (!('printed' in value) || isPrinted(printed))
  )
}

function isPrinted(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !hasKeys(value, printedKeys)) return false
  const { page, slides, asked, space, keyed, pictures, minutes, points } = value as Record<string, unknown>
  return (
    (page === null || isText(page, 1000)) &&
    Array.isArray(slides) &&
    slides.length <= 10_000 &&
    slides.every(isCount) &&
    (!('minutes' in value) || (Number.isFinite(minutes) && (minutes as number) >= 0)) &&
    (!('points' in value) || isText(points, 1000)) &&
    [asked, space, keyed, ...('pictures' in value ? [pictures] : [])].every(
      (each) => typeof each === 'string' && hex.test(each),
    )
  )
}

const week = z.number().int().min(0).max(999).nullable()

const options = z.record(z.string().max(100), z.string().max(1000)).optional()

/** What a record of prints has of a sheet. */
export const printedSheet = { path, week, questions, options }

const sheets = z
  .array(
    z.object({
      path,
      week,
      files: z.array(path).min(1).max(1000).optional(),
      inputs: z
        .array(z.object({ path, sha256: digest }))
        .max(100_000)
        .optional(),
      options,
      outputs: z
        .array(
          z.object({
            path,
            sha256: digest.optional(),
            booklet: z.literal(true).optional(),
            bears: z.record(label, digest).optional(),
          }),
        )
        .max(100_000),
      days: z.array(printedDay).max(10_000).optional(),
      otherPages,
      questions,
    }),
  )
  .max(100_000)

/** Keys that are not known are left out: a later version may add some without changing the meaning of the others. */
export const manifestShape = z.object({
  version: z.literal(manifestVersion),
  tool: z.string().max(200),
  sheets,
  retired: z.array(z.object(remembered)).max(10_000),
  gone: sheets.optional(),
})
