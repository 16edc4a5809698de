import { spawn } from 'node:child_process'

const told = (script) =>
  new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', script], { stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (part) => (said += part))
    child.on('error', ({ message }) => (said += `${message}\n`))
    child.on('close', (status) => resolve({ isGood: status === 0, said }))
  })

/**
 * Runs scripts of this package in lanes: each lane one after the other, the lanes beside each other.
 * What a script says comes out whole when it is done; `count` hears of each whether it went well.
 */
export const sideBySide = async (lanes, count) => {
  await Promise.all(
    lanes.map(async (lane) => {
      for (const script of lane) {
        const { isGood, said } = await told(script)
        process.stdout.write(`\n— ${script}\n`)
        process.stdout.write(said)
        count(script, isGood)
      }
    }),
  )
}
