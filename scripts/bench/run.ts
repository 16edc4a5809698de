import { spawnSync } from 'node:child_process'

/** Runs a command to its end; its complaints are shown, and it must not fail. */
export const run = (command: string, ...args: string[]): void => {
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed`)
}
