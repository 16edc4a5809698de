import { mount, type MountingOptions } from '@vue/test-utils'
import type { Component } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { allWording } from '../support/all-wording'

/** A part as the app shows it: with the real words, in the page, so that focus and keys are real. */
export const mountPart = (part: Component, options: MountingOptions<object> = {}) => {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: { render: () => null } }],
  })
  return mount(part, {
    attachTo: document.body,
    ...options,
    global: { plugins: [allWording(), router], ...options.global },
  })
}

const ROLES: Readonly<Record<string, string>> = {
  button: 'button, [role=button]',
  link: 'a[href]',
  radio: 'input[type=radio]',
  checkbox: 'input[type=checkbox]',
  switch: '[role=switch]',
  row: 'tbody tr',
  listitem: 'li, [role=listitem]',
  alert: '[role=alert]',
  status: '[role=status]',
  columnheader: 'th',
}

const nameOf = (element: Element): string =>
  (
    element.getAttribute('aria-label') ??
    element.closest('label')?.textContent ??
    element.textContent ??
    ''
  )
    .replace(/\s+/g, ' ')
    .trim()

/** Everything of a role on the page, by the name a screen reader would say. */
export const byRole = (role: string, name?: string): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>(ROLES[role] ?? `[role=${role}]`)].filter(
    (element) => name === undefined || nameOf(element) === name,
  )

export const theOne = (role: string, name: string): HTMLElement => {
  const [first, ...others] = byRole(role, name)
  if (!first || others.length > 0)
    throw new Error(`${others.length + (first ? 1 : 0)} of role ${role} named “${name}”`)
  return first
}
