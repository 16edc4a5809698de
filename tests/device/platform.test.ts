import { describe, expect, it } from 'vitest'
import { platformOf, type Browser } from '../../src/device/platform'

const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15'
const SAFARI = `${IPHONE} Version/18.1 Mobile/15E148 Safari/604.1`
const IPAD = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.1 Safari/605.1.15'
const ANDROID = 'Mozilla/5.0 (Linux; Android 14; V2145A) Chrome/130.0.0.0 Mobile Safari/537.36'

const browser = (userAgent: string, over: Partial<Browser> = {}): Browser => ({
  ...{ userAgent, touchPoints: 5, isStandalone: false, hasServiceWorker: true },
  ...over,
})

describe('what a browser can do, in one word', () => {
  it.each([
    ['wechat-ios', browser(`${IPHONE} MicroMessenger/8.0.53`, { hasServiceWorker: false })],
    ['wechat', browser(`${ANDROID} MicroMessenger/8.0.53`)],
    ['safari-ios', browser(SAFARI)],
    ['safari-ios', browser(IPAD)],
    ['desk', browser(IPAD, { touchPoints: 0 })],
    ['other-ios', browser(`${IPHONE} CriOS/130.0 Mobile/15E148`)],
    ['other-ios', browser(`${IPHONE} DingTalk/7.6`, { hasServiceWorker: false })],
    ['installed', browser(SAFARI, { isStandalone: true })],
    ['installed', browser(ANDROID, { isStandalone: true })],
    ['android', browser(ANDROID)],
    ['online-only', browser(ANDROID, { hasServiceWorker: false })],
    ['online-only', browser(SAFARI, { hasServiceWorker: false })],
  ] as const)('[TD10] %s', (platform, seen) => {
    expect(platformOf(seen)).toBe(platform)
  })
})
