import { parse } from 'vue/compiler-sfc'

/** A tag as it stands in the Markdown of a slide. */
export interface Tag {
  name: string
  /** 1-based, counted from the first line of the Markdown */
  line: number
  /** False for elements of HTML, SVG and MathML */
  isComponent: boolean
  /** By name in camelCase; a text for `id="x"`, an expression for `:arms="[…]"`, nothing for a name alone */
  attributes: Record<string, { text?: string, expression?: string }>
  /** `v-click`, `@click` and the like, as they are written */
  directives: string[]
  /** Whether anything stands between its two tags */
  filled: boolean
}

/** A `::name::` line, which begins another part of the slide. */
interface SlotMark {
  name: string
  line: number
}

/** What a Vue template sees in a slide's Markdown, and what it cannot make sense of. */
export interface Markup {
  tags: Tag[]
  slots: SlotMark[]
  /** Whether anything stands before the first slot mark */
  hasDefault: boolean
  /** Lines that begin with `#` */
  headings: number[]
  errors: { line: number, message: string }[]
}

const SLOT = /^::([\w-]+)::[ \t]*$/gm

/** @returns the tags and slots of a slide, comments and code left out */
export function markupOf(content: string): Markup {
  const shown = withoutCode(content)
  const before = '<template>'
  const { descriptor, errors } = parse(`${before}${shown}</template>`, { ignoreEmpty: false, sourceMap: false })
  const slots = Array.from(shown.matchAll(SLOT), ({ 1: name, index }) => ({ name: name!, line: lineAt(shown, index) }))
  return {
    tags: (descriptor.template?.ast?.children ?? []).flatMap(tagsIn),
    slots,
    hasDefault: shown.split(SLOT)[0]!.replace(/<!--[\s\S]*?-->/g, '').trim() !== '',
    headings: Array.from(shown.matchAll(/^#{1,6}[ \t]/gm), ({ index }) => lineAt(shown, index)),
    errors: errors.map(error => ({
      line: 'loc' in error && error.loc ? error.loc.start.line : 1,
      message: error.message.split('\n')[0]!.replace(/\.$/, ''),
    })),
  }
}

/** Blanks of the same length and the same lines, so that places stay what they are. */
function withoutCode(content: string): string {
  let fence = ''
  return content.split('\n').map((line) => {
    const mark = /^(?:```|~~~)/.exec(line)?.[0] ?? ''
    const isCode = fence !== '' || mark !== ''
    if (mark && (!fence || mark === fence))
      fence = fence ? '' : mark
    return isCode
      ? ' '.repeat(line.length)
      : line.replace(/`[^`]+`|<(?:https?|mailto):[^>\s]*>/g, text => ' '.repeat(text.length))
  }).join('\n')
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length
}

/** Numbers that the template compiler gives the kinds of its nodes. */
const ELEMENT = 1
const COMPONENT = 1
const ATTRIBUTE = 6

function tagsIn(node: any): Tag[] {
  if (node.type !== ELEMENT)
    return []
  const bound = node.props.filter((prop: any) => prop.type !== ATTRIBUTE && prop.name === 'bind' && prop.arg?.isStatic)
  const others = node.props.filter((prop: any) => prop.type !== ATTRIBUTE && !bound.includes(prop))
  const tag: Tag = {
    name: node.tag,
    line: node.loc.start.line,
    isComponent: node.tagType === COMPONENT,
    attributes: Object.fromEntries([
      ...node.props.filter((prop: any) => prop.type === ATTRIBUTE).map((prop: any) => [camelCase(prop.name), { text: prop.value?.content }]),
      ...bound.map((prop: any) => [camelCase(prop.arg.content), { expression: prop.exp?.content ?? camelCase(prop.arg.content) }]),
    ]),
    directives: others.map((prop: any) => prop.rawName ?? `v-${prop.name}`),
    filled: node.children.some((child: any) => child.content?.trim?.() !== ''),
  }
  return [tag, ...node.children.flatMap(tagsIn)]
}

function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}
