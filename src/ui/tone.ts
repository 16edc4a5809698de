/** What a colour means here: late, soon, good, information, nothing special. */
export type Tone = 'red' | 'amber' | 'green' | 'blue' | 'plain'
