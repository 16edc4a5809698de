import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import vueI18n from '@intlify/unplugin-vue-i18n/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const api = `http://127.0.0.1:${process.env['PORT'] ?? '8730'}`

const manifest = {
  id: '/',
  name: '萌芽巡查',
  short_name: '萌芽巡查',
  description: '巡查、工单、走访,没有网络也能用',
  lang: 'zh-CN',
  start_url: '/today',
  scope: '/',
  display: 'standalone' as const,
  background_color: '#f5f7f4',
  theme_color: '#f5f7f4',
  icons: [
    { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
    { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
    { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    { src: '/icons/mark.svg', sizes: 'any', type: 'image/svg+xml' },
  ],
  shortcuts: [
    { name: '随手报', url: '/snap', icons: [{ src: '/icons/icon-192.png', sizes: '192x192' }] },
    { name: '今日', url: '/today', icons: [{ src: '/icons/icon-192.png', sizes: '192x192' }] },
    { name: '扫码', url: '/scan', icons: [{ src: '/icons/icon-192.png', sizes: '192x192' }] },
  ],
  share_target: {
    action: '/share',
    method: 'POST' as const,
    enctype: 'multipart/form-data' as const,
    params: {
      ...{ title: 'title', text: 'text', url: 'url' },
      files: [{ name: 'photos', accept: ['image/*'] }],
    },
  },
}

/**
 * What every page stands on, in few files, since each more costs a slow phone a moment at every
 * opening; the libraries apart, so that a new version of ours need not bring them again.
 */
const GROUPS = [
  { name: 'look', test: /src\/(stores\/look|app\/look\/(open|draw-look))\.ts$/, priority: 3 },
  { name: 'vue', test: /node_modules\/@?vue\//, priority: 2 },
  { name: 'libraries', test: /node_modules/, tags: ['$initial' as const], priority: 1 },
  { name: 'first', test: /\/src\//, tags: ['$initial' as const] },
]

/**
 * What draws Today as it was last seen is read before the app, and begins it: the page's script becomes
 * a link the look's script finds it by, fetched at once all the same.
 */
const LOOK = 'look'
const lookFirst: Plugin = {
  name: 'mengya-look-first',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { path, bundle }) => {
      if (path !== '/index.html') return html
      const chunk = Object.values(bundle ?? {}).find(
        (each) => each.type === 'chunk' && each.isEntry && each.name === LOOK,
      )
      const script = /<script type="module" crossorigin src="([^"]+)"><\/script>/g
      const parts = [...html.matchAll(script)].map(([, part]) => part)
      const own = parts.at(-1)
      if (!chunk || !own) throw new Error('The look has no script')
      const preload = (part: string) =>
        `<link rel="modulepreload" crossorigin href="${part}"${part === own ? ' data-app' : ''}>`
      const look = `<script type="module" crossorigin src="/${chunk.fileName}"></script>`
      return html
        .replaceAll(script, (_all, part: string) => preload(part))
        .replace('</title>', `</title>\n    ${look}`)
    },
  },
}

export default defineConfig({
  define: {
    __APP_VERSION__: JSON.stringify(version),
    // Every part is written with setup: what only the older way needs stays out.
    __VUE_OPTIONS_API__: 'false',
  },
  resolve: {
    alias: [
      // The library's own build for browsers of today; its entry for others is a tenth larger.
      { find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' },
      // The workbook library's zipping opens workers the policy of the app forbids.
      {
        find: /^\.\.\/zip\/zipToArrayBuffer\.js$/,
        replacement: file('src/device/workbook/zip-here.ts'),
      },
    ],
  },
  worker: { format: 'es' },
  plugins: [
    vue(),
    lookFirst,
    vueI18n({
      include: fileURLToPath(new URL('src/app/wording/**', import.meta.url)),
      runtimeOnly: true,
      dropMessageCompiler: true,
      compositionOnly: true,
      module: 'petite-vue-i18n',
      fullInstall: false,
    }),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'service-worker.ts',
      registerType: 'prompt',
      injectRegister: false,
      manifest,
      injectManifest: {
        globPatterns: ['**/*.{js,css,html,svg,png,webmanifest}'],
        globIgnores: ['**/*.wasm'],
      },
    }),
  ],
  build: {
    target: 'es2022',
    outDir: 'dist/app',
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // Styles only: scripts come by their imports, and after the first minute from the phone itself.
      // The list of what each page needs would be read before Today, whatever is opened after it.
      resolveDependencies: (_, needed, { hostType }) =>
        hostType === 'html' ? needed : needed.filter((file) => file.endsWith('.css')),
    },
    rolldownOptions: {
      input: { index: file('index.html'), [LOOK]: file('src/app/look/open.ts') },
      output: { codeSplitting: { groups: GROUPS } },
    },
  },
  server: {
    proxy: { '/api': { target: api, changeOrigin: false } },
  },
})
