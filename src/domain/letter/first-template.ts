/** Where a fact of the ticket goes; what is not known stays as a mark until somebody writes it. */
export const LETTER_MARKS = {
  received: '【收到日期】',
  matter: '【反映的事情】',
  done: '【处理情况】',
  contact: '【联系人】',
} as const
export type LetterFact = keyof typeof LETTER_MARKS

/** To begin with; the owner's language, whatever language the app speaks. */
export const FIRST_TEMPLATE = `您好!

您于${LETTER_MARKS.received}反映的「${LETTER_MARKS.matter}」一事,我们已经收到。给您的生活带来不便,我们深表歉意。

现将处理情况答复如下:

${LETTER_MARKS.done}

如您对以上答复还有不清楚的地方,或者发现还有没处理好的,请随时与${LETTER_MARKS.contact}联系,我们会跟进到底。感谢您的监督和支持。`

export const fillTemplate = (
  template: string,
  facts: Readonly<Record<LetterFact, string>>,
): string =>
  (Object.keys(LETTER_MARKS) as LetterFact[]).reduce(
    (filled, fact) =>
      facts[fact] ? filled.replaceAll(LETTER_MARKS[fact], () => facts[fact]) : filled,
    template,
  )

/** [LE2] A letter with a mark still in it is not ready. */
export const marksLeft = (text: string): readonly string[] =>
  Object.values(LETTER_MARKS).filter((mark) => text.includes(mark))
