/**
 * Types for lint, worked out once for the whole tree. Left to itself the parser works them out anew
 * for every `.vue` file, because a component's script is not what lies on the disk.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import tseslint from 'typescript-eslint'
import vueParser from 'vue-eslint-parser'

const root = join(import.meta.dirname, '..')
const isVue = (path) => path.endsWith('.vue')
const scripts = new Map()

/** Of the pieces the component's parser hands on, only its whole script keeps `project`. */
const isWholeScript = ({ filePath, project }) => isVue(filePath) && project !== undefined

/** The script of a component, as its parser will hand it on later. */
const scriptOf = (path) => {
  const keeping = {
    parseForESLint: (code, options) => {
      if (isWholeScript(options)) scripts.set(options.filePath, code)
      return tseslint.parser.parseForESLint(code, { ...options, project: undefined })
    },
  }
  const options = { parser: keeping, project: [], filePath: path, sourceType: 'module' }
  vueParser.parseForESLint(readFileSync(path, 'utf8'), options)
  return scripts.get(path) ?? ''
}

const programOf = (config) => {
  const read = ts.readConfigFile(join(root, config), ts.sys.readFile)
  const vue = { extension: '.vue', isMixedContent: true, scriptKind: ts.ScriptKind.Deferred }
  const parsed = ts.parseJsonConfigFileContent(read.config, ts.sys, root, {}, config, undefined, [
    vue,
  ])
  const options = { ...parsed.options, allowNonTsExtensions: true, incremental: false }
  const host = ts.createCompilerHost(options, true)
  const fromDisk = host.getSourceFile.bind(host)
  host.getSourceFile = (path, language, ...rest) =>
    isVue(path)
      ? ts.createSourceFile(path, scriptOf(path), language, true, ts.ScriptKind.TS)
      : fromDisk(path, language, ...rest)
  return ts.createProgram(parsed.fileNames, options, host)
}

/** One program for each configuration, in the order a file is looked for in them. */
export const programsOf = (configs) => configs.map(programOf)

/** The parser for the script of a component, which finds it in the programs. */
export const componentParser = {
  parseForESLint: (code, options) => {
    const { programs, ...rest } = options
    const plain = { ...rest, project: undefined }
    const isKnown = isWholeScript(options) && scripts.get(options.filePath) === code
    return tseslint.parser.parseForESLint(code, isKnown ? { ...plain, programs } : plain)
  },
}
