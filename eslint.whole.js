import tseslint from 'typescript-eslint'
import { TYPED_BY } from './eslint.config.js'
import { rulesWith } from './eslint.rules.js'
import { componentParser, programsOf } from './scripts/lint-programs.mjs'

const programs = programsOf(TYPED_BY)

/** The same rules over the whole tree, its types worked out once (`npm run lint`). */
export default rulesWith(
  { parser: tseslint.parser, programs },
  { parser: componentParser, programs, project: TYPED_BY },
)
