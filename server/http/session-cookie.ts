import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { OpenSession } from '../account/session-book'
import { isTls } from './client'
import type { ServerParts } from './environment'

export const COOKIE = 'mengya'

export const sessionToken = (c: Context): string | undefined => getCookie(c, COOKIE)

export const putSessionCookie = (
  c: Context,
  settings: ServerParts['settings'],
  { token, expiresAt }: Pick<OpenSession, 'token' | 'expiresAt'>,
): void => {
  setCookie(c, COOKIE, token, {
    httpOnly: true,
    sameSite: 'Strict',
    secure: isTls(c, settings),
    path: '/',
    expires: new Date(expiresAt),
  })
}

export const dropSessionCookie = (c: Context, settings: ServerParts['settings']): void => {
  deleteCookie(c, COOKIE, { path: '/', secure: isTls(c, settings) })
}
