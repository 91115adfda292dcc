import { found } from '../../support/product/card-assertions.ts'
import { INES } from '../../support/sign-in/cast.ts'
import type { Path } from './path.ts'
import { TODAY, type Town } from './town.ts'
import type { Walk } from './walk.ts'

const ANSWER = 'Un planning partagé ouvre en juin sur deux sites.'
const HEARD = 'Un plan du bâtiment à l’entrée\nUn café pour les nouveaux, le premier lundi'

const path = (name: string, play: (walk: Walk) => Promise<void>): Path => ({
  persona: 'pilot',
  who: INES,
  name,
  play,
})

const monday = ({ bot }: Town) => found(bot.as(INES).reads().at(-1), 'the Monday card')

export const PILOT: readonly Path[] = [
  path('relayer ce qui est prêt, sur la carte du lundi', async ({ town, reads, presses }) => {
    await presses(reads(monday(town)), 'Publier')
  }),
  path('répondre à une idée, sur la carte du lundi', async ({ town, reads, presses }) => {
    await presses(reads(monday(town)), 'Répondre', { text: ANSWER })
  }),
  path('répondre à une idée, dans l’onglet', async ({ opens, taps, types, meets, sees }) => {
    const { tab } = await opens()
    await taps(tab.getByRole('link', { name: 'Voir ma semaine' }))
    await meets(tab.getByRole('heading', { name: 'Cette semaine' }))
    await taps(tab.getByRole('button', { name: 'Répondre' }).first())
    const field = tab.getByRole('textbox', { name: /^Votre réponse/ }).first()
    await types(field, ANSWER)
    await taps(tab.getByRole('button', { name: 'Répondre', exact: true }).first())
    await sees(tab.getByText('Réponse donnée'))
  }),
  path('passer une idée, sur la carte du lundi', async ({ town, reads, presses }) => {
    await presses(reads(monday(town)), 'Idée suivante')
  }),
  path('publier la récolte d’une table, dans l’onglet', async ({ town, opens, taps, types, meets, sees }) => {
    await town.bot.until('2027-05-10T13:30:00Z')
    const { tab } = await opens()
    const task = tab.locator('.task', { hasText: TODAY })
    await taps(task.getByRole('link', { name: /^Récolter les idées/ }))
    await meets(tab.locator('.harvest'))
    await types(tab.getByRole('textbox', { name: 'Une idée par ligne' }), HEARD)
    await taps(tab.getByRole('button', { name: 'Envoyer 2 idées' }))
    await sees(tab.getByText('Un plan du bâtiment'))
  }),
  path('passer le relais, au bot', async ({ says, presses }) => {
    await presses(await says('passer le relais'), 'Passer le relais', { to: 'Nadia Ferrer' })
  }),
  path('passer le relais, dans l’onglet', async ({ opens, taps, meets, sees }) => {
    const { tab } = await opens()
    await taps(tab.getByRole('button', { name: 'Préférences' }))
    await taps(tab.getByRole('menuitem', { name: 'Passer le relais' }))
    const dialog = tab.getByRole('dialog', { name: 'Qui devient pilote' })
    await meets(dialog)
    await taps(dialog.getByRole('radio', { name: 'Nadia Ferrer' }))
    await taps(dialog.getByRole('button', { name: 'Passer le relais' }))
    await sees(dialog.getByText(/^Le relais est passé/))
  }),
]
