import { ODILE } from '../directions.ts'
import type { Path } from './path.ts'
import { CARRIED, COMING, DIRECTION } from './town.ts'
import type { Walk } from './walk.ts'

const ANSWER = 'Un planning partagé ouvre en juin sur deux sites.'
const STEP = 'Imprimer cent carnets pour les services qui en demandent'
const DESK = { tab: 'direction', direction: DIRECTION, width: 1280 } as const

const path = (name: string, play: (walk: Walk) => Promise<void>): Path => ({
  persona: 'manager',
  who: ODILE,
  name,
  play,
})

export const MANAGER: readonly Path[] = [
  path('voir ce qui attend', async ({ opens, sees }) => {
    const { tab } = await opens(DESK)
    await sees(tab.locator('.now-line'))
  }),
  path('répondre à une idée', async ({ opens, taps, types, sees }) => {
    const { tab } = await opens(DESK)
    await types(tab.getByRole('textbox', { name: /^Votre réponse à/ }).first(), ANSWER)
    await taps(tab.getByRole('button', { name: 'Répondre', exact: true }).first())
    await sees(tab.locator('.answered'))
  }),
  path('écrire la suite d’une initiative', async ({ opens, taps, types, meets, sees }) => {
    const { tab } = await opens(DESK)
    await taps(
      tab
        .getByRole('button', { name: CARRIED })
        .or(tab.getByRole('link', { name: CARRIED }))
        .first(),
    )
    await meets(tab.getByRole('button', { name: /^Écrire une suite/ }))
    await taps(tab.getByRole('button', { name: /^Écrire une suite/ }))
    await types(tab.getByLabel('La suite, en une phrase'), STEP)
    await types(tab.getByLabel('Avant quand'), '2027-06-11')
    await taps(tab.getByRole('button', { name: 'Je m’en charge' }))
    await sees(tab.getByText('Vous vous en chargez', { exact: false }))
  }),
  path('lire les chiffres de sa Direction', async ({ opens, sees }) => {
    const { tab } = await opens(DESK)
    await sees(tab.getByText(/ont participé/))
  }),
  path('annoncer un atelier à sa Direction', async ({ opens, taps, meets, sees }) => {
    const { tab } = await opens(DESK)
    await taps(tab.locator('.coming', { hasText: COMING }).getByRole('button', { name: /^Publier/ }))
    const dialog = tab.getByRole('dialog', { name: 'Publier dans mon canal' })
    await meets(dialog)
    await taps(dialog.getByRole('button', { name: 'Publier', exact: true }))
    const done = tab.getByRole('dialog', { name: 'C’est parti' })
    await meets(done)
    await sees(done.getByText(/^Votre message paraît ici/))
  }),
]
