import { expect, it } from 'vitest'
import { tellStories } from './tell-stories'

it('[SY57] the first quarter of the seeds loses nothing, doubles nothing and agrees', async () => {
  await expect(tellStories(1)).resolves.toBeUndefined()
})
