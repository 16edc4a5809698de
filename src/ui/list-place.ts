import type { WindowVirtualizerHandle } from 'virtua/vue'

/** Where a long list stood: the heights of its rows, to be handed back when the page returns. */
export type ListPlace = WindowVirtualizerHandle['cache']
