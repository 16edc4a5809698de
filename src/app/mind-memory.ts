import type { App } from 'vue'
import { onCarrierChange } from '../device/connection'
import type { Phone } from '../stores/phone'
import { watchKept } from '../stores/emptied'
import { persistAfterFirstSave } from '../stores/persist'
import { mindDamage } from './mind-damage'

/** What keeps the phone's memory whole, and honest where it is not; begun behind the first page. */
export const mindMemory = (app: App, phone: Phone, reopen: () => void): void => {
  mindDamage(app, phone, reopen)
  void watchKept(phone)
  persistAfterFirstSave(phone)
  onCarrierChange(() => phone.sync.wake())
}
