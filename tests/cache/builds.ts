/** Builds of a course, as tests compare them. */
import type { Course } from './course.js'

/** What a build from nothing makes of the course as it stands; ids are remembered, and so the manifest is not compared. */
export async function fromNothing(course: Course) {
  course.remove('clean')
  const { said, code } = await course.build('build --out clean')
  const { 'recall-manifest.json': _ids, ...files } = course.files('clean')
  return { files, code, messages: messagesIn(said) }
}

export async function again(course: Course, words = 'build') {
  const { said, code, upToDate } = await course.build(words)
  const { 'recall-manifest.json': _ids, ...files } = course.files()
  return { files, code, messages: messagesIn(said), said, upToDate }
}

/** The first lines of messages, which name their codes. */
export const messagesIn = (said: string) => said.split('\n').filter((line) => /\[[a-z-]+\]$/.test(line))
