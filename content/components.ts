import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { babelParse, compileScript, parse } from 'vue/compiler-sfc'

/** One prop of a component, as Vue itself will check it. */
export interface Prop {
  required: boolean
  /** `String`, `Number`, `Boolean`, `Array`, `Object` …; empty where Vue checks nothing */
  types: string[]
}

/** What may be written of a component in a slide. */
interface Component {
  /** By name, in camelCase; `undefined` where they cannot be read from the file */
  props?: Record<string, Prop>
  /** Names of its slots, `default` among them */
  slots: string[]
}

/** The components and layouts of the house, read from their `.vue` files when they are asked for. */
export interface Components {
  /** Names of all components, as tags of slides name them */
  tags: string[]
  /** @returns its file, as a path with slashes */
  file: (tag: string) => string | undefined
  /** @returns what the component takes; `undefined` when there is no such component */
  component: (tag: string) => Component | undefined
  /** @returns what the layout takes; `undefined` when there is no such layout */
  layout: (name: string) => Component | undefined
}

/** @returns the components in `components/` and the layouts in `layouts/` below this folder, and the components that the content brings itself */
export function readComponents(house: string, content = house): Components {
  const files = new Map([house, content].flatMap(root => listed(join(root, 'components'))).map(file => [basename(file, '.vue'), file]))
  return {
    tags: [...files.keys()],
    file: tag => files.get(tag)?.replaceAll('\\', '/'),
    component: (tag) => {
      const file = files.get(tag)
      return file === undefined ? undefined : read(file)
    },
    layout: name => read(join(house, 'layouts', `${name}.vue`)),
  }
}

function listed(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.vue')).map(name => join(folder, name))
    : []
}

/** The dev server checks at every change of a slide; a component is compiled once for each of its own. */
const cache = new Map<string, { changedMs: number, component: Component }>()

function read(file: string): Component | undefined {
  if (!existsSync(file))
    return undefined
  const { mtimeMs } = statSync(file)
  const known = cache.get(file)
  if (known?.changedMs === mtimeMs)
    return known.component
  const { descriptor } = parse(readFileSync(file, 'utf8'), { filename: file })
  const component = {
    props: descriptor.scriptSetup ? propsIn(compileScript(descriptor, { id: file }).content) : {},
    slots: slotsIn(descriptor.template?.ast),
  }
  cache.set(file, { changedMs: mtimeMs, component })
  return component
}

/** @returns the props that Vue makes of `defineProps`: `props: { id: { type: String, required: true } }` in the compiled script */
function propsIn(script: string): Record<string, Prop> | undefined {
  const props = propertyOf(optionsIn(babelParse(script, { sourceType: 'module', plugins: ['typescript'] }).program.body), 'props')
  if (!props)
    return {}
  if (props.type !== 'ObjectExpression')
    return undefined
  return Object.fromEntries(props.properties.map((prop: any) => {
    const type = propertyOf(prop.value, 'type')
    return [prop.key.name ?? prop.key.value, {
      required: propertyOf(prop.value, 'required')?.value === true,
      types: (type?.type === 'ArrayExpression' ? type.elements : [type]).flatMap((element: any) => element?.name ?? []),
    }]
  }))
}

/** The object in `export default defineComponent({ … })`. */
function optionsIn(body: any[]): any {
  const declared = body.find(({ type }) => type === 'ExportDefaultDeclaration')?.declaration
  const options = declared?.type === 'CallExpression' ? declared.arguments[0] : declared
  return options?.type === 'TSAsExpression' ? options.expression : options
}

function propertyOf(object: any, name: string): any {
  return object?.properties?.find((property: any) => (property.key?.name ?? property.key?.value) === name)?.value
}

/** @returns the names of the `<slot>`s of a template */
function slotsIn(node: any): string[] {
  const named = node?.tag === 'slot' ? [node.props.find(({ name }: any) => name === 'name')?.value?.content ?? 'default'] : []
  return [...new Set([...named, ...(node?.children ?? []).flatMap(slotsIn)])]
}
