import tseslint from 'typescript-eslint'
import { rulesWith } from './eslint.rules.js'

export const TYPED_BY = ['./tsconfig.app.json', './tsconfig.server.json', './tsconfig.tests.json']

/** As an editor asks: one file at a time, with what is in it now. */
export default rulesWith({
  parser: tseslint.parser,
  project: TYPED_BY,
  extraFileExtensions: ['.vue'],
})
