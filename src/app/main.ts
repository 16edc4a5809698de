import '../ui/tokens.css'
import '../ui/base.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { openSoundAtFirstTouch } from '../device/feedback'
import { keepInstallOffer } from '../device/install-offer'
import { phoneKey } from '../stores/phone'
import { rememberedPerson } from '../stores/remembered'
import App from './App.vue'
import { createWording } from './i18n'
import { openPhone } from './open-phone'
import { createAppRouter } from './router'
import { followNotices, registerServiceWorker } from './service-worker-registration'

const start = async (): Promise<void> => {
  const person = rememberedPerson()
  const router = createAppRouter(person !== null)
  const app = createApp(App, { isSignedIn: person !== null })
  // The page is fetched while the database opens.
  app.use(createPinia()).use(createWording()).use(router)
  if (person) app.provide(phoneKey, await openPhone(person))
  app.mount('#app')
  followNotices(router)
  registerServiceWorker()
}

keepInstallOffer()
openSoundAtFirstTouch()
void start()
