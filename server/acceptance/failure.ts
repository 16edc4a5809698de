import type { WireErrorKind } from '../../src/protocol/wire-error'

/** A call that processed nothing, and why. */
export interface CallFailure {
  readonly kind: WireErrorKind
  readonly expected?: number
  readonly common?: number
}

/** Thrown inside the transaction so that nothing of the call remains. */
export class CallFailed extends Error {
  constructor(readonly failure: CallFailure) {
    super(failure.kind)
  }
}
