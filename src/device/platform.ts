/** What this browser can do for an app that must work in a basement, in one word. */
export const PLATFORMS = [
  ...(['installed', 'android', 'desk', 'safari-ios', 'other-ios'] as const),
  ...(['wechat-ios', 'wechat', 'online-only'] as const),
] as const
export type Platform = (typeof PLATFORMS)[number]

export interface Browser {
  readonly userAgent: string
  readonly touchPoints: number
  readonly isStandalone: boolean
  readonly hasServiceWorker: boolean
}

const OTHER_ON_IOS =
  /CriOS|FxiOS|EdgiOS|OPiOS|QQ|UCBrowser|baidu|DingTalk|Feishu|Lark|AlipayClient/i

/** By what it can do first; by its name only where the way out differs. */
export const platformOf = (browser: Browser): Platform => {
  const { userAgent, touchPoints, isStandalone, hasServiceWorker } = browser
  // An iPad calls itself a Macintosh; no Macintosh has a touch screen.
  const isApple =
    /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && touchPoints > 1)
  if (/MicroMessenger/i.test(userAgent)) return isApple ? 'wechat-ios' : 'wechat'
  if (isStandalone && hasServiceWorker) return 'installed'
  if (isApple && OTHER_ON_IOS.test(userAgent)) return 'other-ios'
  if (!hasServiceWorker) return 'online-only'
  if (isApple) return 'safari-ios'
  return /Android/.test(userAgent) ? 'android' : 'desk'
}

export const thisPlatform = (): Platform =>
  platformOf({
    ...{ userAgent: navigator.userAgent, touchPoints: navigator.maxTouchPoints },
    isStandalone:
      window.matchMedia('(display-mode: standalone)').matches ||
      (navigator as { standalone?: boolean }).standalone === true,
    hasServiceWorker: 'serviceWorker' in navigator,
  })
