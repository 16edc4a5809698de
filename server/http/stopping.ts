/** Whether we were told to stop: `/readyz` says so first, and no connection is kept for another call. */
export class Stopping {
  isBegun = false
}
