import type { Key } from '../../../src/i18n/words.ts'
import type { Hand, Screen } from './screen.ts'

const dialog = (name: string, act: (hand: Hand) => Promise<void>, who: Screen['who'] = 'agent'): Screen => ({
  name: `personal-${name}`,
  tab: 'personal',
  who,
  open: async hand => {
    await act(hand)
    await hand.tab.getByRole('dialog').waitFor()
  },
})

const place = (name: string, who: Screen['who'], key: Key): Screen => ({
  name: `personal-${name}`,
  tab: 'personal',
  who,
  wanted: () => name,
  ready: '.place-head',
  open: async ({ tab, say }) => {
    await tab
      .getByRole('heading', { name: say(key) })
      .first()
      .waitFor()
  },
  page: true,
})

const behind = (key: Key) => (hand: Hand) => hand.press(key)

/** Opens what the page keeps folded, on a phone each commitment too. */
async function unfold({ tab }: Hand): Promise<void> {
  const folded = tab.locator(':is(.fold-press, .commitment-fold)[aria-expanded=false]')
  while ((await folded.count()) > 0) await folded.first().click()
}

const inside = (key: Key) => async (hand: Hand) => {
  await unfold(hand)
  await hand.press(key)
}

/** A choice of the menu « Préférences ». */
const chosen = (key: Key) => async (hand: Hand) => {
  await hand.press('tab.settings')
  await hand.tab.getByRole('menuitem', { name: hand.say(key) }).click()
}

/** Pressed on the page « Mes données ». */
const onData = (name: string, key: Key): Screen => ({
  name: `personal-data-${name}`,
  tab: 'personal',
  who: 'agent',
  wanted: () => 'data',
  ready: '.place-head',
  open: async ({ tab, say }) => {
    // On a phone what is kept stands folded.
    const folded = tab.locator('.data-fold:not([open]) summary').first()
    if (key === 'data.rows' && (await folded.isVisible())) await folded.click()
    await tab
      .getByRole('button', { name: new RegExp(`^${say(key)}`) })
      .first()
      .click()
    await tab.getByRole('dialog').waitFor()
    await tab.locator('.dialog :is(.held-line, .fui-Radio)').first().waitFor()
  },
})

export const PERSONAL: readonly Screen[] = [
  { name: 'personal', tab: 'personal', who: 'agent', page: true },
  {
    name: 'personal-steps',
    tab: 'personal',
    who: 'manager',
    open: async ({ press, tab }) => {
      await press('commit.note')
      await press('tab.commitment.more')
      await tab.getByRole('menuitem').first().click()
      await tab.locator('.task .step-fields').waitFor()
    },
  },
  {
    name: 'personal-steps-thread',
    tab: 'personal',
    who: 'manager',
    wanted: ({ initiative }) => `idea:${initiative}`,
    open: async ({ tab, press }) => {
      await tab.getByRole('dialog').waitFor()
      await press('step.fold')
      await tab.locator('.step-rows').waitFor()
    },
  },
  {
    name: 'personal-merge',
    tab: 'personal',
    who: 'agent',
    open: async ({ tab, press, say }) => {
      // On a phone it may come after the three that are shown first.
      const more = tab.locator('.tasks ~ .more[aria-expanded=false]')
      await tab.locator('.tasks').first().waitFor()
      if ((await more.count()) > 0) await more.first().click()
      await press('tab.merge.look')
      await tab.locator('.task', { hasText: say('idea.merge.send') }).waitFor()
    },
  },
  { name: 'personal-first', tab: 'personal', who: 'newcomer', page: true },
  {
    name: 'personal-unfolded',
    tab: 'personal',
    who: 'agent',
    open: async hand => {
      await unfold(hand)
      await hand.tab.locator('.fold .idea').first().waitFor()
    },
  },
  { name: 'personal-pilot', tab: 'personal', who: 'pilot', page: true },
  { name: 'personal-observer', tab: 'personal', who: 'observer' },
  {
    name: 'personal-room',
    tab: 'personal',
    who: 'agent',
    wanted: ({ workshop }) => `room:${workshop}`,
    ready: '.room-screen',
  },
  place('cockpit', 'pilot', 'cockpit.this-week'),
  place('data', 'agent', 'data.title'),
  onData('held', 'data.rows'),
  onData('erase', 'data.erase'),
  place('past', 'agent', 'past.title'),
  {
    name: 'personal-synthesis',
    tab: 'personal',
    who: 'agent',
    wanted: () => 'synthesis:equipe',
    ready: '.place-head',
    page: true,
  },
  dialog('commit', behind('commit.take')),
  dialog('note', inside('commit.note')),
  dialog('change', async hand => {
    await unfold(hand)
    await hand.press('tab.commitment.more')
    await hand.tab.getByRole('menuitem', { name: hand.say('commit.change') }).click()
    await hand.tab.getByRole('radio').first().click()
  }),
  dialog('story', inside('story.offer')),
  dialog('idea', behind('tab.idea.propose')),
  dialog('idea-check', async hand => {
    await behind('tab.idea.propose')(hand)
    await hand.tab
      .getByRole('textbox')
      .first()
      .fill('Ouvrir la cantine le soir et prêter des vélos avec la DGS')
    await hand.press('wording.check')
    await hand.tab.locator('.draft-advice').waitFor()
  }),
  dialog('correct', inside('tab.correct')),
  dialog('thread', inside('comment.send')),
  dialog('vote', behind('ballot.vote')),
  dialog('totals', async hand => {
    await hand.press('ballot.vote')
    await hand.tab.getByText(hand.say('ballot.totals')).click()
  }),
  dialog('visit', inside('visit.title')),
  dialog('near', ({ tab }) => tab.locator('.axis-shared').first().click()),
  dialog('programme', chosen('tab.programme')),
  dialog('nudges', chosen('message.choices')),
  {
    name: 'personal-settings',
    tab: 'personal',
    who: 'agent',
    open: async hand => {
      await hand.press('tab.settings')
      await hand.tab.getByRole('menuitemradio', { name: hand.say('language.simple') }).waitFor()
    },
  },
  dialog('direction', chosen('direction.correct')),
  dialog('relay', chosen('relay.act'), 'pilot'),
  dialog('deputy', chosen('relay.deputy.open'), 'pilot'),
]
