import type { MiddlewareHandler } from 'hono'

/**
 * `data:` is for the previews inside records, `wasm-unsafe-eval` for the code reader, `media-src` for
 * voice notes played from this phone's own bytes.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  'media-src blob:',
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(self), geolocation=(self), microphone=(self), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

export const securityHeaders =
  (isOverTls: boolean): MiddlewareHandler =>
  async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value)
    if (isOverTls) c.res.headers.set('Strict-Transport-Security', 'max-age=31536000')
    const kept = c.res.headers.get('Cache-Control') ?? ''
    if (c.req.path.startsWith('/api/') && !kept.includes('no-store'))
      c.res.headers.set('Cache-Control', 'no-store')
  }
