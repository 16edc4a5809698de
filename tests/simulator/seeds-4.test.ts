import { expect, it } from 'vitest'
import { tellStories } from './tell-stories'

it('[SY57] the last quarter of the seeds loses nothing, doubles nothing and agrees', async () => {
  await expect(tellStories(4)).resolves.toBeUndefined()
})
