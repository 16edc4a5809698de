import { flushPromises } from '@vue/test-utils'
import { defineComponent, h } from 'vue'
import type { Answer } from '../../../src/domain/form/answer'
import type { Missing } from '../../../src/domain/form/fill'
import type { Item } from '../../../src/domain/form/item'
import ItemCard from '../../../src/features/patrol/ItemCard.vue'
import { providePhotoTaking } from '../../../src/features/patrol/photo-place'
import { useCheckpointDraft, type CheckpointDraft } from '../../../src/stores/checkpoint-draft'
import type { OwnerWaits } from '../../../src/stores/owner-waits'
import { phoneKey } from '../../../src/stores/phone'
import { usePhotoTaking } from '../../../src/stores/photo-taking'
import type { PatrolPhone } from '../../support/patrol-phone'
import { mountPart } from '../../ui/mount-part'

interface Asked {
  readonly last?: Answer
  readonly missing?: Missing['why']
}

/** One question on the page of a stop, over a phone whose draft is real. */
export class ItemPage {
  private constructor(
    readonly part: ReturnType<typeof mountPart>,
    readonly draft: CheckpointDraft,
    private readonly item: Item,
  ) {}

  static async open(phone: PatrolPhone, item: Item, asked: Asked = {}): Promise<ItemPage> {
    const drafts: CheckpointDraft[] = []
    const page = defineComponent({
      setup: () => {
        const draft = useCheckpointDraft(phone.round, phone.estate.pump.id)
        drafts.push(draft)
        providePhotoTaking(
          usePhotoTaking(draft, () => ''),
          draft,
        )
        return () =>
          draft.isReady.value
            ? h(ItemCard, {
                item,
                answer: draft.byItem.value.get(item.id),
                last: asked.last,
                missing: asked.missing ?? null,
                owner: draft.ownerOf(item.id),
                at: phone.estate.place.id,
                onOwner: (over: Partial<OwnerWaits>) => draft.changeOwner(item.id, over),
                onChange: (over: Partial<Answer>) => draft.change(item.id, over),
              })
            : null
      },
    })
    const provide = { [phoneKey as symbol]: phone.phone }
    const part = mountPart(page, { global: { plugins: [...phone.plugins], provide } })
    const [draft] = drafts
    if (!draft) throw new Error('The page was not set up')
    await draft.load()
    await flushPromises()
    return new ItemPage(part, draft, item)
  }

  get answer(): Answer | undefined {
    return this.draft.byItem.value.get(this.item.id)
  }

  /** What 「完成这一点」 does before anything is asked. */
  async finish(): Promise<void> {
    await this.draft.endUnfinished()
    await flushPromises()
  }

  async type(words: string, at = 'input'): Promise<void> {
    await this.part.get<HTMLInputElement>(at).setValue(words)
  }

  async leave(): Promise<void> {
    await this.draft.save()
    this.part.unmount()
  }
}
