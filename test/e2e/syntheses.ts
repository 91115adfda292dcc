import assert from 'node:assert/strict'
import type { IdeaView } from '../../src/tabs/contract/ideas/ideas.ts'
import { CAMILLE, MAELLE } from '../support/sign-in/cast.ts'
import { violations } from './axe.ts'
import { wear } from './screens/check.ts'
import { THEMES } from './screens/walk.ts'
import { nonce, type Site } from './site.ts'
import type { Tab } from './window.ts'

const AXIS = 'transitions'
export const THEME = 'Déplacements'
export const CARS = 'Du covoiturage entre lycées voisins'
export const PLACES = 'Garder une place près de l’entrée pour le covoiturage'
export const LONE = 'Une ruche sur le toit du lycée, dite une seule fois'
export const SENTENCE = 'Le covoiturage entre lycées voisins demande une place près de l’entrée.'

/** Two ideas put under a theme and one alone, by hand: nothing is to be read. @returns their ids by their words */
export async function placed({ api }: Site): Promise<Readonly<Record<string, string>>> {
  const ids: Record<string, string> = {}
  for (const text of [CARS, PLACES, LONE]) {
    const { id } = await api(CAMILLE).post<IdeaView>('/ideas', { nonce: nonce(), axis: AXIS, text })
    const under = { to: 'theme', axis: AXIS, theme: 'deplacements' }
    await api(MAELLE).put(`/ideas/${id}/theme`, text === LONE ? { to: 'alone', axis: AXIS } : under)
    ids[text] = id
  }
  return ids
}

/** The same with a sentence on the theme and one on the lone idea, published by the Lab'. */
export async function publishedSynthesis(site: Site): Promise<void> {
  const ids = await placed(site)
  const write = (text: string, ideas: readonly string[], theme?: string) =>
    site.api(MAELLE).post('/syntheses/sentences', {
      nonce: nonce(),
      axis: AXIS,
      text,
      ideas: ideas.map(idea => ids[idea]),
      ...(theme !== undefined && { theme }),
    })
  await write(SENTENCE, [CARS, PLACES], 'deplacements')
  await write('Une ruche sur le toit du lycée.', [LONE])
  await site.api(MAELLE).post('/syntheses/publish', { axis: AXIS })
}

/** Nothing for axe to say in any theme, no sideways scroll, nothing that the browser complains of. */
export async function looksRight(window: Tab): Promise<void> {
  for (const theme of THEMES) {
    await wear(window, theme)
    assert.deepEqual(await violations(window), [], theme)
  }
  await wear(window, 'default')
  assert.equal(await window.overflow(), 0)
  assert.deepEqual(window.complaints, [])
}
