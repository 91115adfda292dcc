import type { Assist } from '../../../src/kernel/assist/assist.ts'
import { SECOND } from '../../../src/kernel/time/clock.ts'
import { KARIM, MAELLE } from '../../support/sign-in/cast.ts'
import { nonce, type Site } from '../site.ts'

const AXIS = 'employeur'
const IDEAS = [
  'Une place en crèche près du siège pour les parents qui prennent leur service tôt.',
  'Un mercredi sans réunion pour les parents de jeunes enfants.',
  'Garder les enfants pendant les séminaires, avec la crèche voisine.',
  'Remercier par écrit, chaque mois, une équipe qui a aidé une autre équipe.',
  'Un mot de l’encadrement pour remercier après un remplacement difficile.',
  'Raconter dans la lettre interne une réussite d’équipe, écrite par elle.',
] as const
/** Titles, and words by which these ideas are found. */
const THEMES = [
  ['Être parent et travailler à la Région', ['parents', 'crèche', 'enfants']],
  ['La reconnaissance du travail d’équipe, écrite et dite', ['remercier', 'équipe', 'lettre interne']],
] as const

type Theme = { readonly title: string; readonly words: readonly string[]; readonly ideas: readonly string[] }

function themesIn(items: Parameters<Assist['ask']>[0]['items']): readonly Theme[] {
  return THEMES.map(([title, words]) => ({
    title,
    words,
    ideas: items.filter(({ text }) => words.some(word => text.includes(word))).map(({ alias }) => alias),
  }))
}

/** Ideas of an axis that has no other, and themes proposed of them. */
export async function proposeThemes(site: Site): Promise<void> {
  for (const text of IDEAS) {
    site.clock.advance(SECOND)
    await site.api(KARIM).post('/ideas', { nonce: nonce(), axis: AXIS, text })
  }
  await site.api(MAELLE).post('/themes/proposals', { axis: AXIS })
}

/** Stands in for a language model that proposes themes, and does nothing else. */
export const proposing: Assist = {
  name: 'Albert, opéré par la DINUM',
  isOn: async task => task === 'themes',
  ask: async ({ items, shape }) =>
    shape.name === 'themes' ? { said: shape.parse({ themes: themesIn(items) }), sent: items.length } : 'off',
}
