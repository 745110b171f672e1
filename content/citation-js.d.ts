declare module '@citation-js/core' {
  export class Cite {
    constructor(items: unknown)
    format(kind: 'bibliography', options: { format: 'text', template: string, lang: string, asEntryArray: true }): [id: string, text: string][]
  }
}
declare module '@citation-js/plugin-csl' {}
