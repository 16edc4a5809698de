import { expect, it } from 'vitest'
import { tellStories } from './tell-stories'

it('[SY57] the second quarter of the seeds loses nothing, doubles nothing and agrees', async () => {
  await expect(tellStories(2)).resolves.toBeUndefined()
})
