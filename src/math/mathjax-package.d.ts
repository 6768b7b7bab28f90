/** MathJax 3 has no types for its packed components; these are the parts that we use. */
declare module 'mathjax' {
  /** An element of its own small DOM. */
  export interface LiteElement {
    kind: string
    attributes: Readonly<Record<string, string | undefined>>
    children: readonly (LiteElement | LiteText)[]
  }
  export interface LiteText {
    kind: '#text'
    value: string
  }

  /** A node of MathML with what was drawn for it. */
  export interface Wrapper {
    node: {
      kind: string
      isInferred: boolean
      texClass: number
      attributes: { get(name: string): unknown }
    }
    childNodes: readonly Wrapper[]
    element: LiteElement | null
  }

  interface MmlNode {
    walkTree(visit: (node: MmlNode) => void): void
  }

  export interface OutputJax {
    typesetSVG(wrapper: Wrapper, svg: LiteElement, g: LiteElement): void
    measureTextNodeWithCache(
      node: LiteElement,
      text: string,
      variant: string,
      font?: [family: string, italic: boolean, bold: boolean],
    ): { w: number; h: number; d: number }
  }

  interface InputJax {
    postFilters: { add(filter: (data: { data: { root: MmlNode } }) => void, priority: number): void }
  }

  interface Startup {
    input: [InputJax]
    output: OutputJax
    document: {
      convert(
        source: string,
        options: { display: boolean; em: number; ex: number; containerWidth: number },
      ): LiteElement
    }
  }

  const mathjax: { init(config: object): Promise<{ startup: Startup }> }
  export default mathjax
}
