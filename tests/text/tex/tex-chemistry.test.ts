/** What stands in `\ce{…}`, as runs and in words. */
import { expect, test } from 'vitest'
import { chemistryRuns } from '../../../src/text/tex/tex-chemistry.js'
import { texInWords } from '../../../src/text/tex/tex-words.js'

/** Low runs as `_{…}`, high ones as `^{…}`, blanks that no line ends at as `~`. */
const shown = (source: string) =>
  chemistryRuns(source)
    ?.map(({ text, script }) => (script ? `${script === 'sub' ? '_' : '^'}{${text}}` : text))
    .join('')
    ?.replaceAll('\u00a0', '~') ?? null

test.each([
  ['Ag+ + Cl- -> AgCl v', 'Ag^{+} + Cl^{−} → AgCl~↓', 'Ag⁺ + Cl⁻ → AgCl~↓'],
  ['CaCO3 -> CaO + CO2 ^', 'CaCO_{3} → CaO + CO_{2}~↑', 'CaCO₃ → CaO + CO₂~↑'],
  ['A v B (v) -> B ^ B (^)', 'A~↓ B~↓ → B~↑ B~↑', 'A~↓ B~↓ → B~↑ B~↑'],
  ['^{14}_{6}C', '^{14}_{6}C', '¹⁴₆C'],
  ['^14C', '^{14}C', '¹⁴C'],
  ['^{227}_{90}Th+', '^{227}_{90}Th^{+}', '²²⁷₉₀Th⁺'],
  ['^0_-1e', '^{0}_{−1}e', '⁰₋₁e'],
  ['^{14}_{6}C -> ^{14}_{7}N + ^0_{-1}e', '^{14}_{6}C → ^{14}_{7}N + ^{0}_{−1}e', '¹⁴₆C → ¹⁴₇N + ⁰₋₁e'],
  ['SO4^{2-}', 'SO_{4}^{2−}', 'SO₄²⁻'],
  ['SO4^2- + Ba^2+', 'SO_{4}^{2−} + Ba^{2+}', 'SO₄²⁻ + Ba²⁺'],
  ['H3O+ + Cl-', 'H_{3}O^{+} + Cl^{−}', 'H₃O⁺ + Cl⁻'],
  ['[AgCl2]-', '[AgCl_{2}]^{−}', '[AgCl₂]⁻'],
  ['Cu^2+ + 2e- -> Cu', 'Cu^{2+} + 2e^{−} → Cu', 'Cu²⁺ + 2e⁻ → Cu'],
  ['Fe^{II}Fe^{III}2O4', 'Fe^{II}Fe^{III}_{2}O_{4}', 'Fe(II)Fe(III)₂O₄'],
  ['CuSO4*5H2O', 'CuSO_{4}·5H_{2}O', 'CuSO₄·5H₂O'],
  ['CuSO4 . 5H2O', 'CuSO_{4} · 5H_{2}O', 'CuSO₄ · 5H₂O'],
  ['HC#CH', 'HC≡CH', 'HC≡CH'],
  ['1/2 O2', '½O_{2}', '½O₂'],
  ['(CH2)_n', '(CH_{2})_{n}', '(CH₂)_n'],
  ['NO^{.}', 'NO^{•}', 'NO^(•)'],
  ['H2O_{(l)} <=>> H2O_{(g)}', 'H_{2}O_{(l)} ⇌ H_{2}O_{(g)}', 'H₂O(l) ⇌ H₂O(g)'],
  ['{Glucose} + 6O2', 'Glucose + 6O_{2}', 'Glucose + 6O₂'],
  ['A ->[\\Delta] B', 'A →[Δ] B', 'A →[Δ] B'],
])('%s', (source, runs, words) => {
  expect(shown(source)).toBe(runs)
  expect(texInWords(`\\ce{${source}}`).replaceAll('\u00a0', '~')).toBe(words)
})

test.each(['$x$', '\\bar{x}', 'H^', 'A & B'])('%s is not known', (source) => {
  expect(chemistryRuns(source)).toBeNull()
})

test.each([
  ['-\\log_{10}\\left(\\frac{c(\\ce{H3O+})}{\\mathrm{mol/L}}\\right)', '−log₁₀(c(H₃O⁺)/(mol/L))'],
  ['\\frac{f(x)}{g(x)}', 'f(x)/g(x)'],
  ['\\frac{f(x)g(x)}{2}', '(f(x)g(x))/2'],
])('a letter with its brackets needs no more: %s', (tex, words) => {
  expect(texInWords(tex)).toBe(words)
})
