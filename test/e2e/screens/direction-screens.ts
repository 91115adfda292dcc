import type { Screen } from './screen.ts'

export const DIRECTION: readonly Screen[] = [
  { name: 'direction', tab: 'direction', who: 'manager', page: true },
  { name: 'direction-agent', tab: 'direction', who: 'agent' },
  {
    name: 'direction-aside',
    tab: 'direction',
    who: 'manager',
    open: async ({ press, tab }) => {
      await press('direction.decide')
      await tab.getByRole('menuitem').last().click()
      await tab.getByRole('dialog').or(tab.locator('.waiting textarea')).first().waitFor()
    },
  },
  {
    name: 'direction-decide',
    tab: 'direction',
    who: 'manager',
    open: async ({ press, tab }) => {
      await press('direction.decide')
      await tab.getByRole('menu').waitFor()
    },
  },
  {
    name: 'direction-post',
    tab: 'direction',
    who: 'manager',
    open: async ({ press, tab }) => {
      await press('nudge.post.send')
      await tab.getByRole('dialog').getByRole('textbox').waitFor()
    },
  },
  {
    name: 'direction-why',
    tab: 'direction',
    who: 'manager',
    open: async ({ press, tab }) => {
      await press('direction.hidden')
      await tab.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'direction-export',
    tab: 'direction',
    who: 'manager',
    open: async ({ press, tab }) => {
      await press('direction.export')
      await tab.getByRole('dialog').waitFor()
    },
  },
  { name: 'config', tab: 'config', who: 'manager' },
]
