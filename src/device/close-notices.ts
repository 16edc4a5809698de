/** Those still lying in the system's tray go: they speak of one person's work. */
export const closeNotices = async (): Promise<void> => {
  if (!('serviceWorker' in navigator)) return
  const registration = await navigator.serviceWorker.getRegistration()
  // A browser without notices has none to list.
  if (!registration || !('getNotifications' in registration)) return
  for (const notice of await registration.getNotifications()) notice.close()
}
