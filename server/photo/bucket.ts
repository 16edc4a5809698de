/** A bucket of an S3 server. Key and secret are read by the SDK from its own variables. */
export interface Bucket {
  readonly name: string
  /** Of an S3 server other than Amazon's, or null. */
  readonly endpoint: string | null
  readonly region: string
}
