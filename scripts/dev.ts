/** `npm run dev`: the server restarts when its sources change, the app reloads hot. */
import { spawn } from 'node:child_process'

const port = process.env['PORT'] ?? '8730'
const env = {
  ...process.env,
  PORT: port,
  PUBLIC_URL: process.env['PUBLIC_URL'] ?? 'http://localhost:5173',
}

const children = [
  spawn('npx', ['tsx', 'watch', 'server/main.ts'], { stdio: 'inherit', env }),
  spawn('npx', ['vite', '--port', '5173', '--strictPort'], { stdio: 'inherit', env }),
]

const stop = () => {
  for (const child of children) child.kill('SIGINT')
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
for (const child of children) child.on('exit', stop)
