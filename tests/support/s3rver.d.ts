declare module 's3rver' {
  import type { AddressInfo } from 'node:net'

  export interface S3Options {
    readonly address: string
    readonly port: number
    readonly silent: boolean
    readonly directory: string
    readonly configureBuckets: readonly { readonly name: string }[]
  }

  export default class S3rver {
    constructor(options: S3Options)
    run(): Promise<AddressInfo>
    close(): Promise<void>
  }
}
