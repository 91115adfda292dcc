import type { Key } from '../../../src/i18n/words.ts'
import type { Screen } from './screen.ts'

const onSheet = (
  name: string,
  key: Key,
  who: Screen['who'] = 'agent',
  of: 'initiative' | 'carried' = 'initiative',
): Screen => ({
  name: `gallery-${name}`,
  tab: 'gallery',
  who,
  wanted: scene => scene[of],
  ready: '.timeline li',
  open: async ({ press, tab }) => {
    await press(key)
    await tab.getByRole('dialog').waitFor()
  },
})

/** What follows of it, with what its Direction may do about that. */
const onSteps = (name: string, open: NonNullable<Screen['open']>): Screen => ({
  name: `gallery-steps${name}`,
  tab: 'gallery',
  who: 'manager',
  wanted: scene => scene.initiative,
  ready: '.timeline li',
  open: async hand => {
    await hand.press('step.fold')
    await open(hand)
  },
})

/** The sheet of an initiative that is tried. */
const onTrial = (
  name: string,
  of: 'tried' | 'due' | 'carried' | 'decided' | 'again',
  who: Screen['who'] = 'agent',
  open?: Screen['open'],
): Screen => ({
  name: `gallery-trial${name}`,
  tab: 'gallery',
  who,
  wanted: scene => scene[of],
  ready: '.timeline li',
  ...(open && { open }),
})

export const GALLERY: readonly Screen[] = [
  { name: 'gallery', tab: 'gallery', who: 'agent', page: true },
  {
    name: 'gallery-filters',
    tab: 'gallery',
    who: 'agent',
    open: async ({ button }) => {
      // Above 640 px they stand open.
      if (await button('gallery.filter').isVisible()) await button('gallery.filter').click()
    },
  },
  {
    name: 'gallery-across',
    tab: 'gallery',
    who: 'agent',
    open: async ({ button, tab }) => {
      if (await button('gallery.filter').isVisible()) await button('gallery.filter').click()
      await tab.locator('.filters select').last().selectOption('across')
      await tab.locator('#gallery-order').waitFor()
    },
  },
  {
    name: 'gallery-sheet',
    tab: 'gallery',
    who: 'agent',
    wanted: ({ initiative }) => initiative,
    ready: '.timeline li',
  },
  onSteps('', async ({ tab }) => tab.locator('.step-rows').waitFor()),
  onSteps('-write', async ({ press, tab }) => {
    await press('step.write')
    await tab.locator('.step-fields').waitFor()
  }),
  onSteps('-move', async ({ press, tab }) => {
    await press('step.move')
    await tab.locator('.step-fields').waitFor()
  }),
  onSheet('edit', 'initiative.edit', 'agent', 'carried'),
  onSheet('inspire', 'initiative.inspire'),
  onSheet('join', 'initiative.join', 'pilot'),
  onTrial('', 'tried'),
  onTrial('-due', 'due'),
  onTrial('-decided', 'decided'),
  onTrial('-again', 'again'),
  onTrial('-asked', 'tried', 'facilitator'),
  onTrial('-note', 'tried', 'pilot', async ({ press, tab }) => {
    await press('trial.tab.note.open')
    await tab.locator('.trial-note').waitFor()
  }),
  onTrial('-plan', 'carried', 'agent', async ({ press, tab }) => {
    await press('trial.tab.plan')
    await tab.getByRole('dialog').waitFor()
  }),
  onTrial('-decide', 'due', 'agent', async ({ press, tab }) => {
    await press('trial.card.decide')
    await tab.getByRole('radio').first().check()
    await tab.locator('.where-list').waitFor()
  }),
]
