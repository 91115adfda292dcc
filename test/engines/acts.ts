import type { IdeaView } from '../../src/tabs/contract/ideas/ideas.ts'
import type { Page } from '../../src/tabs/contract/primitives.ts'
import type { Scene } from '../e2e/screens/scene.ts'
import { READY } from '../e2e/window.ts'
import { OWEN } from '../support/sign-in/cast.ts'
import { KEYS } from './engine.ts'
import type { PageWindow } from './page-window.ts'
import { hostAddress } from './pages.ts'

const COMMITMENT = 'Répondre dans la journée aux messages de l’accueil.'
/** What the window of the acts has before it: the lists of the personal tab are open. */
const UNFOLDED =
  "localStorage.setItem('folds', JSON.stringify({ ideas: true, ballots: true, workshops: true }))"

export type Acting = { readonly window: PageWindow; readonly front: string; readonly scene: Scene }
type Act = (acting: Acting) => Promise<void>

async function openPersonal({ window, front, scene }: Acting): Promise<void> {
  await window.open(hostAddress(front, scene, { name: 'personal', tab: 'personal', who: 'agent' }))
  await window.until(`isStill(${JSON.stringify(READY.personal)})`, 'the personal tab')
}

const vote: Act = async ({ window }) => {
  await window.press('Voter')
  await window.until('hasDialog()', 'the dialog of the vote')
  await window.press('Voter')
  await window.shows('Il manque votre choix.')
  await window.focused('Le carnet')
  await window.press('Le relais')
  await window.press('Voter')
  await window.focused('Votre vote est enregistré')
  await window.said('Votre vote est enregistré')
  await window.type(KEYS.Escape)
  await window.until('hasNoDialog()', 'the dialog gone')
  await window.focused('Changer mon vote')
}

/** By the keyboard alone, once the dialog is open. */
const commit: Act = async ({ window }) => {
  await window.press('Je m’engage : Aller vers les territoires')
  await window.focused('Je m’engage à')
  await window.type(COMMITMENT)
  for (let stop = 0; stop < 12 && (await window.ask('focused()')) !== 'Je m’engage'; stop++)
    await window.type(KEYS.Tab)
  await window.until('hasRing()', 'a ring around what the keyboard is on')
  await window.type(KEYS.Enter)
  await window.focused(COMMITMENT)
  await window.said('Votre engagement est pris')
}

const support: Act = async ({ window }) => {
  await window.press('Soutenir')
  await window.focused('Vous soutenez')
  await window.said('Vous soutenez cette idée')
}

const dialog: Act = async ({ window }) => {
  await window.press('Proposer une idée')
  await window.until('isInDialog()', 'the focus in the dialog')
  for (let stop = 0; stop < 12; stop++) {
    await window.type(KEYS.Tab)
    await window.until('isInDialog()', `the focus in the dialog after ${stop + 1} times Tab`)
  }
  await window.type(KEYS.Escape)
  await window.until('hasNoDialog()', 'the dialog gone')
  await window.focused('Proposer une idée')
}

/** What somebody else does elsewhere stands there without a press. */
const live: Act = async ({ window, scene: { site } }) => {
  const text = (await window.ask<string>("nameOf('Vous soutenez')")).split(' : ')[1] ?? ''
  const { items } = await site.api(OWEN).get<Page<IdeaView>>('/ideas')
  const { id, supports } = items.find(idea => idea.text.replaceAll(/\s/g, ' ') === text) ?? {
    id: '',
    supports: 0,
  }
  await site.api(OWEN).put(`/ideas/${id}/support`, { support: true })
  const counted = JSON.stringify(`${supports + 1} soutiens`)
  await window.until(`shownOf(${JSON.stringify(text)}, ${counted})`, 'the support of somebody else')
}

/** What goes wrong is heard: by this engine too, whatever it calls it. */
const complain: Act = async ({ window }) => {
  await window.ask('misbehave()')
  await window.until('complains()', 'an error, a rejection and a breach of policy in what is heard')
  await window.ask('forget()')
}

/** In this order: each finds what those before it left. */
export const ACTS: readonly (readonly [name: string, act: Act])[] = [
  ['vote', vote],
  ['commitment', commit],
  ['support', support],
  ['dialog', dialog],
  ['seen live', live],
  ['complaints heard', complain],
]

/** What became of an act: why it did not go through, if it did not. */
export type Played = { readonly act: string; readonly fault?: string }

/** Plays all acts as the agent of `scene`, whose page is opened anew before each. */
export async function playAll(acting: Acting): Promise<readonly Played[]> {
  const { window } = acting
  const played: Played[] = []
  await openPersonal(acting)
  await window.run(UNFOLDED)
  for (const [name, act] of ACTS) {
    try {
      await openPersonal(acting)
      await act(acting)
      const faults = await window.ask<string[]>('faults()')
      played.push({ act: name, ...(faults.length > 0 && { fault: faults.join('; ') }) })
    } catch (error) {
      played.push({ act: name, fault: error instanceof Error ? error.message : String(error) })
    }
  }
  return played
}
