import { computed, shallowRef, type Ref } from 'vue'
import {
  beginMark,
  drawOn,
  finishMark,
  growMark,
  moveMark,
  type MarkPoint,
  type PhotoMark,
} from '../domain/photo-mark'

const NUDGE = 0.02
const NUDGES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-NUDGE, 0],
  ArrowRight: [NUDGE, 0],
  ArrowUp: [0, -NUDGE],
  ArrowDown: [0, NUDGE],
}

/** What finger, mouse and keys do to the marks on a picture. */
export const usePhotoDraw = (marks: Ref<readonly PhotoMark[]>) => {
  const kind = shallowRef<PhotoMark['kind']>('circle')
  const drawing = shallowRef<PhotoMark | null>(null)
  let pointer: number | null = null

  /** Where in the picture a finger is: its parts of width and height. */
  const pointOf = (event: PointerEvent, picture: SVGGraphicsElement): MarkPoint | null => {
    const box = picture.getBoundingClientRect()
    if (box.width === 0 || box.height === 0) return null
    return {
      x: (event.clientX - box.left) / box.width,
      y: (event.clientY - box.top) / box.height,
    }
  }
  const begin = (event: PointerEvent, picture: SVGGraphicsElement) => {
    const at = pointOf(event, picture)
    // A second finger is a resting palm, not another mark.
    if (pointer !== null || event.button !== 0 || !at) return
    pointer = event.pointerId
    drawing.value = beginMark(kind.value, at)
  }
  const go = (event: PointerEvent, picture: SVGGraphicsElement) => {
    const at = pointOf(event, picture)
    if (event.pointerId === pointer && drawing.value && at)
      drawing.value = drawOn(drawing.value, at)
  }
  const end = (event: PointerEvent) => {
    if (event.pointerId !== pointer) return
    if (drawing.value) marks.value = [...marks.value, finishMark(drawing.value)]
    pointer = null
    drawing.value = null
  }
  const undo = () => (marks.value = marks.value.slice(0, -1))

  /** Without a pointer: Enter puts one in the middle, arrows move it, with Shift they change its size. */
  const press = (event: KeyboardEvent) => {
    const last = marks.value.at(-1)
    const nudge = NUDGES[event.key]
    if (event.key === 'Enter' || event.key === ' ') {
      const at = { x: 0.5, y: 0.45 }
      marks.value = [...marks.value, finishMark(beginMark(kind.value, at))]
    } else if (event.key === 'Backspace' || event.key === 'Delete') undo()
    else if (nudge && last) {
      const [x, y] = nudge
      const next = event.shiftKey ? growMark(last, x - y) : moveMark(last, x, y)
      marks.value = [...marks.value.slice(0, -1), next]
    } else return
    event.preventDefault()
  }

  const shown = computed(() => (drawing.value ? [...marks.value, drawing.value] : marks.value))
  return { kind, shown, begin, go, end, undo, press }
}
