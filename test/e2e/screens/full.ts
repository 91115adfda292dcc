import { chance, ideaText } from '../../../bench/corpus.ts'
import { open } from '../../../src/db/index.ts'
import { DAY, MINUTE } from '../../../src/kernel/time/clock.ts'
import { stemsOf } from '../../../src/search/stemming.ts'
import { wordsOf } from '../../../src/search/words.ts'
import { CAMILLE, KARIM, NADIA, OWEN } from '../../support/sign-in/cast.ts'
import { carry } from '../initiatives.ts'
import { announce, ask, NOW, nonce, type Site } from '../site.ts'
import { fillFigures } from './full-figures.ts'
import { openUsual, placeIdeas, type Scene } from './scene.ts'

const AXES = ['transitions', 'territoires', 'usager', 'employeur', 'equipe'] as const
const STATES = ['received', 'received', 'studied', 'answered', 'retained', 'aside'] as const
const FOLLOWED: readonly string[] = ['answered', 'retained', 'aside']
const IDEAS = 10_000
const COMMITMENTS = 200
const MANY = 40
/** Forty letters that nothing breaks. */
const LONG_WORD = 'Anticonstitutionnellementinconstitutionn'
const PAGE = 250

async function fillIdeas({ stage }: Site): Promise<void> {
  const { people, database, programme } = stage.app
  const { directions } = programme
  const authors = await Promise.all(
    [NADIA, CAMILLE, KARIM, OWEN].map(async who => (await people.greet({ ...who, language: 'fr' })).id),
  )
  const random = chance(3)
  for (let from = 0; from < IDEAS; from += PAGE)
    await database.transact(async tx => {
      const ideas = Array.from({ length: PAGE }, (_, n) => {
        const at = from + n
        const supports = Math.floor(200 * random() ** 6)
        const sent = NOW - 90 * at * MINUTE
        const state = STATES[at % STATES.length] ?? 'received'
        const after = Math.min(NOW, sent + (3 + (at % 13)) * DAY)
        return {
          id: `full${at.toString(36).padStart(12, '0')}`,
          author: authors[at % authors.length],
          axis: AXES[at % AXES.length],
          text:
            at % 7 === 0 ? `${LONG_WORD} ${ideaText(random).slice(0, 200)}` : ideaText(random).slice(0, 280),
          state,
          supports,
          directions: Math.min(supports, 1 + (at % 9)),
          comments: 0,
          created_at: sent,
          ...(FOLLOWED.includes(state) && {
            decided_at: after,
            direction: directions[at % directions.length]?.id,
          }),
        }
      })
      await open(tx)
        .insertInto('idea')
        .values(ideas as never)
        .execute()
      const words = ideas.flatMap(({ id, text }) => wordsOf(text).map(word => ({ idea_id: id, word })))
      const stems = ideas.flatMap(({ id, text }) => stemsOf(text).map(stem => ({ idea_id: id, stem })))
      await open(tx).insertInto('idea_word').values(words).execute()
      await open(tx).insertInto('idea_stem').values(stems).execute()
    })
}

async function fillLists(site: Site, idea: string): Promise<void> {
  const day = (n: number) => new Date(NOW + (5 + n) * 86_400_000).toISOString().slice(0, 10)
  for (let n = 0; n < COMMITMENTS; n++)
    await site.api(NADIA).post('/commitments', {
      nonce: nonce(),
      axis: AXES[n % AXES.length],
      text: `${LONG_WORD}, une fois par mois et avec deux collègues, engagement ${n + 1}.`,
      horizon: '2027-06-30',
      visibility: 'everyone',
    })
  for (let n = 0; n < MANY; n++) {
    await announce(site, {
      title: `${LONG_WORD}, atelier ${n + 1}`,
      date: day(n),
      axis: AXES[n % AXES.length],
    })
    await ask(site, `${LONG_WORD}, question ${n + 1}\u00A0?`, day(n), [
      LONG_WORD,
      'Le relais',
      `Le témoin ${n}`,
    ])
    await carry(
      site,
      { owner: KARIM, axis: AXES[n % AXES.length] ?? 'equipe' },
      { title: `${LONG_WORD} ${n}` },
    )
    await site.api(OWEN).post(`/ideas/${idea}/comments`, { nonce: nonce(), text: `${LONG_WORD} ${n}` })
  }
  await site.stage.settle()
}

/**
 * The usual programme with 10,000 ideas of two years, 200 commitments of one person, forty of all else, half a year of figures, and
 * words that do not break.
 */
export async function openFull(): Promise<Scene> {
  const scene = await openUsual()
  await fillIdeas(scene.site)
  await fillLists(scene.site, scene.idea)
  await fillFigures(scene.site)
  await placeIdeas(scene.site)
  return scene
}
