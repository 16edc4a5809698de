import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import type { Bucket } from '../../server/photo/bucket'

const NAME = 'mengya'

/** A real S3 server of this machine with one bucket; its key stands where the SDK looks for one. */
export const s3 = async () => {
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' })
  const directory = mkdtempSync(join(tmpdir(), 'mengya-s3-'))
  const options = { address: '127.0.0.1', silent: true, directory }
  const at = (port: number) => new S3rver({ ...options, port, configureBuckets: [{ name: NAME }] })
  let server = at(0)
  const { port } = await server.run()
  const bucket: Bucket = { name: NAME, endpoint: `http://127.0.0.1:${port}`, region: 'us-east-1' }
  return {
    bucket,
    /** What grows there still. */
    uploads: () => {
      const folder = join(directory, NAME, 'uploads')
      return existsSync(folder) ? readdirSync(folder) : []
    },
    /** Answers how it comes back, at the same address with all it had. */
    goAway: async () => {
      await server.close()
      return async () => {
        server = at(port)
        await server.run()
      }
    },
    close: async () => {
      await server.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
