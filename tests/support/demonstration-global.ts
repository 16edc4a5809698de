import type { TestProject } from 'vitest/node'
import { ServerProcess } from './server-process'

declare module 'vitest' {
  interface ProvidedContext {
    /** The data folder of a stopped server that holds the demonstration, to be copied. */
    demonstration: string
  }
}

/** The demonstration is written once for the whole run; each file of stories begins with a copy. */
const setup = async (project: TestProject) => {
  const server = await new ServerProcess().start()
  await server.stop()
  project.provide('demonstration', server.dataDir)
  return () => server.remove()
}

export default setup
