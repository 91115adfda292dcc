import { voteFor } from '../../support/product/vote.ts'
import { NADIA } from '../../support/sign-in/cast.ts'
import type { Path } from './path.ts'
import { COMING, OPTIONS } from './town.ts'
import type { Walk } from './walk.ts'

const SENTENCE = 'On pourrait prêter des gilets de pluie à qui vient à vélo'
const COMMITMENT = 'Rappeler dans la journée qui laisse un message'
const [CHOICE = ''] = OPTIONS

const path = (name: string, play: (walk: Walk) => Promise<void>): Path => ({
  persona: 'agent',
  who: NADIA,
  name,
  play,
})

export const AGENT: readonly Path[] = [
  path('participer à un atelier, sur sa carte', async ({ town, reads, presses }) => {
    await presses(reads(town.bot.as(NADIA).sees(town.coming)), 'Je participe')
  }),
  path('participer à un atelier, dans l’onglet', async ({ opens, taps, sees }) => {
    const { tab } = await opens()
    const task = tab.locator('.task', { hasText: COMING })
    await taps(task.getByRole('button', { name: /^Je participe/ }))
    await sees(task.getByText('Place réservée'))
  }),
  path('proposer une idée, au bot', async ({ says, presses }) => {
    await presses(await says(SENTENCE), 'En faire une idée')
  }),
  path('soutenir une idée, dans l’onglet', async ({ opens, taps, sees }) => {
    const { tab } = await opens()
    await taps(tab.getByRole('button', { name: /^Idées des collègues/ }))
    await taps(tab.getByRole('button', { name: /^Soutenir/ }).first())
    await sees(tab.getByRole('button', { name: /^Vous soutenez/ }))
  }),
  path('voter, sur la carte', async ({ town, reads, presses }) => {
    await presses(reads(town.bot.as(NADIA).sees(town.ballot)), voteFor(CHOICE))
  }),
  path('voter, dans l’onglet', async ({ opens, taps, meets, sees }) => {
    const { tab } = await opens()
    await taps(tab.locator('.task').getByRole('button', { name: /^Voter/ }))
    const dialog = tab.getByRole('dialog')
    await meets(dialog)
    await taps(dialog.getByLabel(CHOICE))
    await taps(dialog.getByRole('button', { name: 'Voter' }))
    await sees(dialog.getByText('Votre vote est enregistré'))
  }),
  path('s’engager, puis tenir, au bot', async ({ says, presses }) => {
    const taken = await presses(await says(`Je m’engage à ${COMMITMENT.toLowerCase()}`), 'M’y engager')
    await presses(taken, 'C’est tenu')
  }),
  path('s’engager, puis tenir, dans l’onglet', async ({ opens, taps, types, meets, sees }) => {
    const { tab } = await opens()
    await taps(tab.getByRole('button', { name: /^Je m’engage.*usager/ }))
    const dialog = tab.getByRole('dialog')
    await meets(dialog)
    await types(dialog.getByLabel('Je m’engage à'), COMMITMENT)
    await taps(dialog.getByRole('button', { name: 'Je m’engage' }))
    const mine = tab.locator('.commitment', { hasText: COMMITMENT })
    await meets(mine)
    await taps(mine.locator('.commitment-fold'))
    await taps(mine.getByRole('button', { name: /^C’est tenu/ }))
    await sees(mine.getByText('Tenu', { exact: true }))
  }),
  path('lire ses données et les effacer, dans l’onglet', async ({ opens, taps, meets, sees }) => {
    const { tab } = await opens()
    await taps(tab.getByRole('button', { name: 'Préférences' }))
    await taps(tab.getByRole('menuitem', { name: 'Mes données' }))
    await meets(tab.getByText('Votre compte', { exact: true }))
    await taps(tab.getByRole('button', { name: 'Effacer mes données' }))
    const dialog = tab.getByRole('dialog')
    await meets(dialog)
    await taps(dialog.getByRole('checkbox'))
    await taps(dialog.getByRole('button', { name: 'Effacer définitivement' }))
    await meets(tab.getByRole('heading', { name: 'Vos données sont effacées' }))
    await sees(tab.getByRole('heading', { name: 'Vos données sont effacées' }))
  }),
]
