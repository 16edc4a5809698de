import { createApp, h } from 'vue'

/** The least a Vue page can be, from the same service worker: what opening ours is compared with. */
createApp({ render: () => h('p', { id: 'there' }, '在') }).mount('#app')
