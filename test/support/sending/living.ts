import { setTimeout } from 'node:timers/promises'
import { type Database, open } from '../../../src/db/index.ts'
import { apiAs } from '../sign-in/api.ts'
import type { Person } from '../sign-in/cast.ts'
import type { SignIn } from '../sign-in/tokens.ts'
import { textOnCard } from '../teams/card-view.ts'
import { type Ground, KINDS, type Line } from './load.ts'

/** Between two acts of one person (ms): 100 a minute are within the rate limit. */
const PAUSE = 600

export type Life = {
  readonly door: 'chat' | 'tab'
  readonly who: Person
  /** Acts that the product acknowledged. */
  readonly acknowledged: string[]
  /** Other answers, counted; `cut`: no answer. */
  readonly said: Map<string, number>
  /** When the last act was acknowledged, and when the last was not, in milliseconds. */
  goodAt: number
  badAt: number
}

type Answer = { readonly good: boolean; readonly said: string }

/** One person submits idea after idea, each repeated until it is acknowledged. */
async function live(life: Life, act: (text: string, nonce: string) => Promise<Answer>, isOn: () => boolean) {
  for (let turn = 0; isOn(); turn++) {
    const [text, nonce] = [`Idée ${turn} de ${life.who.name}`, `idea-of-the-trouble-${turn}`]
    for (let good = false; !good && isOn(); ) {
      const answer = await act(text, nonce).catch(() => ({ good: false, said: 'cut' }))
      good = answer.good
      if (good) life.acknowledged.push(text)
      else life.said.set(answer.said, (life.said.get(answer.said) ?? 0) + 1)
      life[good ? 'goodAt' : 'badAt'] = performance.now()
      await setTimeout(PAUSE)
    }
  }
}

type Parts = {
  readonly line: Line
  readonly ground: Ground
  readonly origin: string
  readonly signIn: SignIn
}

/** People act in chat and, in English, in the tab, until stopped. */
export function startLives(
  { line, ground, origin, signIn }: Parts,
  inChat: readonly Person[],
  inTab: readonly Person[],
) {
  let on = true
  const begin =
    (door: Life['door']) =>
    (who: Person): Life => {
      const said = new Map<string, number>()
      return { door, who, acknowledged: [], said, goodAt: 0, badAt: 0 }
    }
  const lives = [...inChat.map(begin('chat')), ...inTab.map(begin('tab'))]
  const chat = (who: Person) => async (text: string, nonce: string) => {
    const act = KINDS.idea?.(ground, who.name, 0)
    const card = await line.presses(who, act?.verb ?? '', { ...act?.data, text, nonce })
    const shown = textOnCard(card)
    return { good: act?.good.test(shown) ?? false, said: shown.split('\n').slice(0, 2).join(' ') }
  }
  const tab = (who: Person) => async (text: string, nonce: string) => {
    const form = { text, axis: 'usager', nonce, unnamed: false, different: true }
    const { status, body } = await apiAs(origin, signIn, who).ask<{ title?: string }>('POST', '/ideas', form)
    return { good: status < 300, said: `${status} ${body.title ?? ''}` }
  }
  const acts = lives.map(life => live(life, (life.door === 'chat' ? chat : tab)(life.who), () => on))
  return {
    lives,
    /** Resets the counts of answers. */
    hush: () => {
      for (const { said } of lives) said.clear()
    },
    end: async () => {
      on = false
      await Promise.all(acts)
    },
  }
}

/** Inconsistencies: acknowledged ideas that are missing, duplicated, or counted otherwise than by rows. */
export async function faultsIn(database: Database, lives: readonly Life[]): Promise<readonly string[]> {
  return database.read(async tx => {
    const db = open(tx)
    const ideas = await db.selectFrom('idea').select(['id', 'text', 'author', 'supports']).execute()
    const stems = new Set(
      (await db.selectFrom('idea_stem').select('idea_id').distinct().execute()).map(({ idea_id }) => idea_id),
    )
    const events = new Set(
      (await db.selectFrom('event').select('thing_id').where('thing', '=', 'idea').execute()).map(
        ({ thing_id }) => thing_id,
      ),
    )
    const texts = ideas.map(({ text }) => text)
    const lost = lives.flatMap(({ acknowledged }) => acknowledged.filter(text => !texts.includes(text)))
    const twice = texts.filter((text, at) => texts.indexOf(text) < at)
    const half = ideas.filter(({ id }) => !stems.has(id) || !events.has(id))
    return [
      ...lost.map(text => `lost: ${text}`),
      ...twice.map(text => `twice: ${text}`),
      ...half.map(({ text }) => `half: ${text}`),
    ]
  })
}
