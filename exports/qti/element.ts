import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js'
import { create } from 'xmlbuilder2'

/** An element in the names of QTI 2.1. */
export interface Element {
  name: string
  attributes: Record<string, string | number | boolean>
  children: (Element | string)[]
}

export function el(name: string, attributes: Element['attributes'] = {}, ...children: Element['children']): Element {
  return { name, attributes, children }
}

/** Which names a version gives to the same elements. */
interface Names {
  element: (name: string) => string
  attribute: (name: string) => string
}

export const namesOf21: Names = { element: name => name, attribute: name => name }

const hyphened = (name: string) => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
/** What is HTML in an item: version 3 leaves it as it is. */
const HTML = new Set(['p', 'ul', 'li', 'a'])

/** Version 3 has the elements of 2.1 with a prefix, and writes every name with hyphens, so that they can be web components. */
export const namesOf30: Names = {
  element: name => HTML.has(name) ? name : `qti-${hyphened(name)}`,
  attribute: name => name === 'xml:lang' ? name : hyphened(name),
}

/** @returns the element as a document of this namespace */
export function documentOf(root: Element, namespace: string, { element: elementName, attribute }: Names): string {
  const document = create({ version: '1.0', encoding: 'UTF-8' })
  const add = (parent: XMLBuilder, { name, attributes, children }: Element): void => {
    const element = parent.ele(namespace, elementName(name))
    for (const [key, value] of Object.entries(attributes))
      element.att(attribute(key), String(value))
    for (const child of children) {
      if (typeof child === 'string')
        element.txt(child)
      else
        add(element, child)
    }
  }
  add(document, root)
  return `${document.end()}\n`
}
