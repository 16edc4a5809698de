import type { LookNode } from '../../stores/look'

/** What an element looks by and is read by; nothing that does anything. */
const KEPT =
  /^(class|href|role|type|open|data-v-|data-now|aria-|viewBox|d$|fill|stroke|cx|cy|r$|x$|y$|rx|width|height|points|transform)/

/** What is drawn, as plain data. */
export const readLook = (element: Element): LookNode => {
  const attributes = [...element.attributes].filter(({ name }) => KEPT.test(name))
  const children = [...element.childNodes].flatMap((child): LookNode[] => {
    if (child instanceof Element) return [readLook(child)]
    return child.nodeType === Node.TEXT_NODE && child.nodeValue ? [child.nodeValue] : []
  })
  return [
    element.localName,
    Object.fromEntries(attributes.map(({ name, value }) => [name, value])),
    ...children,
  ]
}
