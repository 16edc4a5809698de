import js from '@eslint/js'
import vitest from '@vitest/eslint-plugin'
import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import accessibility from 'eslint-plugin-vuejs-accessibility'
import tseslint from 'typescript-eslint'
import vueParser from 'vue-eslint-parser'

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only: one noun, one name.',
}

const impure = [
  'Date',
  'console',
  'window',
  'document',
  'navigator',
  'performance',
  'crypto',
  'fetch',
]

/** `typed` says where the types come from; `typedVue` the same for the script of a component. */
export const rulesWith = (typed, typedVue = typed) =>
  tseslint.config(
    { ignores: ['.walls-*/**', 'dist/**', 'coverage/**', 'data/**', '**/*.cjs'] },
    js.configs.recommended,
    ...vue.configs['flat/recommended'],
    ...accessibility.configs['flat/recommended'],
    {
      files: ['**/*.ts', '**/*.vue'],
      extends: [...tseslint.configs.strictTypeChecked],
      languageOptions: { parserOptions: typed },
      rules: {
        '@typescript-eslint/no-explicit-any': 'error',
        '@typescript-eslint/no-non-null-assertion': 'error',
        '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
        '@typescript-eslint/no-unused-vars': [
          'error',
          { varsIgnorePattern: '^_', argsIgnorePattern: '^_' },
        ],
        '@typescript-eslint/no-confusing-void-expression': [
          'error',
          { ignoreArrowShorthand: true },
        ],
        '@typescript-eslint/no-unnecessary-condition': 'off',
        '@typescript-eslint/consistent-type-imports': 'error',
        '@typescript-eslint/unbound-method': 'off',
        // `newId<TicketId>()` says which id is meant; a prop's default looks useless to it.
        '@typescript-eslint/no-unnecessary-type-parameters': 'off',
        '@typescript-eslint/no-useless-default-assignment': 'off',
        'max-lines': ['error', { max: 200 }],
        'no-console': 'error',
        'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
        'no-undef': 'off',
      },
    },
    {
      files: ['**/*.vue'],
      languageOptions: { parser: vueParser, parserOptions: typedVue },
      rules: {
        'vue/no-v-html': 'error',
        'vue/no-restricted-static-attribute': [
          'error',
          { key: 'style', message: 'The policy drops it: use a class.' },
        ],
        'vue/component-api-style': ['error', ['script-setup']],
        'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
        'vue/multi-word-component-names': 'off',
        // Optional props are said to be so by their types.
        'vue/require-default-prop': 'off',
        'vuejs-accessibility/label-has-for': 'off',
        'vuejs-accessibility/no-static-element-interactions': 'error',
      },
    },
    {
      files: ['src/**/*.ts', 'server/**/*.ts'],
      ignores: ['**/*.d.ts'],
      rules: { 'no-restricted-syntax': ['error', noDefaultExport] },
    },
    {
      files: ['src/domain/**/*.ts', 'src/protocol/**/*.ts'],
      rules: {
        'no-restricted-globals': [
          'error',
          ...impure.map((name) => ({
            name,
            message: 'The core is pure: it arrives as an argument.',
          })),
        ],
        'no-restricted-properties': [
          'error',
          {
            object: 'Math',
            property: 'random',
            message: 'The core is pure: chance arrives as an argument.',
          },
        ],
      },
    },
    {
      files: ['tests/**/*.ts'],
      plugins: { vitest },
      rules: {
        ...vitest.configs.recommended.rules,
        'vitest/no-disabled-tests': 'error',
        'vitest/no-focused-tests': 'error',
        'vitest/expect-expect': [
          'error',
          { assertFunctionNames: ['expect', 'expect*', 'assert*', 'fc.assert'] },
        ],
        'vitest/valid-title': 'off',
        'vitest/valid-expect': ['error', { maxArgs: 2 }],
        // Properties ask about what chance brought.
        'vitest/no-conditional-expect': 'off',
        'max-lines': 'off',
        '@typescript-eslint/no-non-null-assertion': 'off',
      },
    },
    {
      files: ['**/*.mjs', '**/*.js', '*.config.ts'],
      extends: [tseslint.configs.disableTypeChecked],
      languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
      rules: { 'no-restricted-syntax': 'off' },
    },
    prettier,
  )
