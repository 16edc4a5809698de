import { defineStore } from 'pinia'
import { ref } from 'vue'
import { askToInstall, onInstallOffer } from '../device/install-offer'
import { thisPlatform, type Platform } from '../device/platform'

/** Where the app is worth less than it could be, and the person can do something about it. */
const POORER: readonly Platform[] = [
  ...(['safari-ios', 'other-ios', 'wechat-ios', 'wechat', 'online-only'] as const),
]

/** [TD10] What is possible in this browser, and how to have the app for good. */
export const useInstall = defineStore('install', () => {
  const platform = thisPlatform()
  const isOffered = ref(false)
  onInstallOffer((offered) => (isOffered.value = offered))
  return { platform, isPoorer: POORER.includes(platform), isOffered, ask: askToInstall }
})
