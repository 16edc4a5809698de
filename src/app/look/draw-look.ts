import type { LookNode } from '../../stores/look'

const SVG = 'http://www.w3.org/2000/svg'

/** Made element by element: what somebody wrote stays text. */
export const drawLook = (node: LookNode, isPicture = false): Node => {
  if (typeof node === 'string') return document.createTextNode(node)
  const [name, attributes, ...children] = node
  const isInPicture = isPicture || name === 'svg'
  const element = isInPicture ? document.createElementNS(SVG, name) : document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes))
    element.setAttribute(attribute, value)
  element.append(...children.map((child) => drawLook(child, isInPicture)))
  return element
}
