/** The system's own notices, where the browser has them. */
export type NoticePermission = 'granted' | 'denied' | 'default' | 'none'

export const noticePermission = (): NoticePermission =>
  'Notification' in globalThis ? Notification.permission : 'none'

export const askNoticePermission = async (): Promise<NoticePermission> =>
  'Notification' in globalThis ? Notification.requestPermission() : 'none'

/** Shows one if it may; the same tag replaces the one before. Touched, it leads to `path`. */
export const showNotice = async (title: string, tag: string, path: string): Promise<void> => {
  if (noticePermission() !== 'granted' || !('serviceWorker' in navigator)) return
  const registration = await navigator.serviceWorker.getRegistration()
  await registration?.showNotification(title, {
    ...{ tag, data: { path }, icon: '/icons/icon-192.png', badge: '/icons/icon-192.png' },
  })
}
