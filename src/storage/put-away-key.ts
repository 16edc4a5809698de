/** What begins so is no matter of today's. */
export const AWAY = 'put-away/'

export const isPutAway = (key: string): boolean => key.startsWith(AWAY)
