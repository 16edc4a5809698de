/** How tus is told to answer. */
export class TusFailure extends Error {
  readonly body = ''
  constructor(readonly status_code: number) {
    super(String(status_code))
  }
}

/** Of a failure tus made itself too, or null. */
export const tusStatusOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'status_code' in error ? error.status_code : null
