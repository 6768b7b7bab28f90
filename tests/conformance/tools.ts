/** Tools of the conformance run. A missing one fails the test that needs it, and says what to install. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const packages: Record<string, string> = {
  qpdf: 'Debian package qpdf',
  pdftoppm: 'Debian package poppler-utils',
  pdftotext: 'Debian package poppler-utils',
  soffice: 'Debian package libreoffice-impress',
  java: 'Debian package default-jdk-headless',
  mvn: 'Debian package maven',
}

/** Path of a program; throws, naming the package to install, when it is not on the PATH. */
export function requireTool(name: string): string {
  const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim()
  if (found === '') throw new Error(`CONFORMANCE NOT CHECKED: "${name}" is missing (${packages[name] ?? name})`)
  return found
}

/** A Python that can import python-pptx; throws when there is none. */
export function requirePythonPptx(): string {
  const found = ['python3', '/usr/bin/python3'].find(
    (python) => spawnSync(python, ['-c', 'import pptx'], { encoding: 'utf8' }).status === 0,
  )
  if (!found) throw new Error('CONFORMANCE NOT CHECKED: no Python with python-pptx (pip install python-pptx)')
  return found
}

/** Folder of the Office Open XML schemas; `OOXML_XSD`, else `../shared/ooxml-xsd` beside the repository. */
export function requireSchemas(): string {
  const folder = process.env.OOXML_XSD ?? fileURLToPath(new URL('../../../shared/ooxml-xsd/', import.meta.url))
  if (!existsSync(folder)) throw new Error(`CONFORMANCE NOT CHECKED: no Office schemas in ${folder} (set OOXML_XSD)`)
  return folder
}
