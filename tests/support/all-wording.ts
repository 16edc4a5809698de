import { createWording, type Words } from '../../src/app/i18n'

const files = import.meta.glob<Words>(['../../src/app/wording/zh-CN/*.json', '!**/design.json'], {
  eager: true,
  import: 'default',
})

/** The words of every page, as if each had been opened. */
export const allWording = () => createWording(files)
