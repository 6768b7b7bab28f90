/** Commands of TeX that Unicode has a sign for. */

const signs = [
  'alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ',
  'pi π rho ρ sigma σ tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π',
  'Sigma Σ Phi Φ Psi Ψ Omega Ω infty ∞ sum ∑ prod ∏ int ∫ partial ∂ nabla ∇ pm ± mp ∓ times × cdot · div ÷ le ≤ leq ≤',
  'ge ≥ geq ≥ ne ≠ neq ≠ approx ≈ equiv ≡ sim ∼ propto ∝ in ∈ notin ∉ subset ⊂ subseteq ⊆ cup ∪ cap ∩ emptyset ∅ to →',
  'ni ∋ supset ⊃ supseteq ⊇ setminus ∖ oplus ⊕ otimes ⊗ perp ⊥ top ⊤ mid ∣ parallel ∥ cong ≅ ll ≪ gg ≫ vee ∨ wedge ∧ implies ⇒',
  'langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ lvert | rvert | vert | lVert ‖ rVert ‖ Vert ‖ ell ℓ hbar ℏ prime ′ star ⋆ ast ∗ angle ∠ leftrightarrow ↔ Leftarrow ⇐',
  'rightleftharpoons ⇌ longrightarrow → uparrow ↑ downarrow ↓ triangle △ therefore ∴ because ∵ bullet • degree ° lt < gt > colon :',
  'rightarrow → leftarrow ← Rightarrow ⇒ iff ⇔ mapsto ↦ forall ∀ exists ∃ neg ¬ land ∧ lor ∨ circ ∘ ldots … cdots … dots …',
].join(' ')

let mathSigns: Readonly<Record<string, string>> | null = null

/** Commands that are one sign: `alpha` → "α". */
export function mathSign(name: string): string | undefined {
  mathSigns ??= named(signs)
  return mathSigns[name]
}

/** Signs over a letter, as Unicode has them behind it: `hat` → U+0302. */
export const mathAccents: Readonly<Record<string, string>> = named(
  'hat \u0302 widehat \u0302 bar \u0304 tilde \u0303 widetilde \u0303 dot \u0307 ddot \u0308 vec \u20d7',
)
/** Lines over or under any number of letters, as Unicode has them behind each: `overline` → U+0305. */
export const lines: Readonly<Record<string, string>> = named('overline \u0305 underline \u0332')

function named(words: string): Record<string, string> {
  const all = words.split(' ')
  return Object.fromEntries(all.flatMap((name, i) => (i % 2 === 0 ? [[name, all[i + 1] ?? '']] : [])))
}

/** Signs of the keyboard, as formulas mean them. */
export const keyboardSigns: Readonly<Record<string, string>> = { '-': '−', "'": '′', '*': '∗' }
