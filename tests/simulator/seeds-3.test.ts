import { expect, it } from 'vitest'
import { tellStories } from './tell-stories'

it('[SY57] the third quarter of the seeds loses nothing, doubles nothing and agrees', async () => {
  await expect(tellStories(3)).resolves.toBeUndefined()
})
