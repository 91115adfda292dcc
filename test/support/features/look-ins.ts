import { open, type Tables } from '../../../src/db/index.ts'
import type { TrialView } from '../../../src/tabs/contract/initiatives/trials.ts'
import type { Someone } from '../product/stage.ts'
import { ahmed, setTrials } from './trials.ts'

const NAMES =
  'Inès Owen Nadia Léa Marc Zoé Hugo Anna Paul Lina Noé Rose Yanis Jade Adam Maya Gaël Iris'.split(' ')

/** Who tries something, each with the bot in a chat of their own. */
export const tryingPeople = (count: number): readonly Someone[] =>
  Array.from({ length: count }, (_, at) => {
    const name = `${NAMES[at % NAMES.length]} ${Math.floor(at / NAMES.length) + 1}`
    return { objectId: `tries-${at}`, name }
  })

type Emptied = 'trial_roll' | 'trial_tally' | 'trial_result' | 'trial_round'

/** A trial with questions, tried by `count` people, planned on the day before its first. */
export async function setLookIns(
  count: number,
  more: Parameters<Awaited<ReturnType<typeof setTrials>>['plan']>[1] = {},
) {
  const on = await setTrials()
  const { stage, clock } = on
  const people = tryingPeople(count)
  for (const who of people) await stage.as(who).installs('personal')
  await stage.as(ahmed).installs('personal')
  const trial = await on.plan(on.initiative, more)
  const questions = trial.measures.flatMap(({ id, kind }) => (kind === 'question' ? [id] : []))

  /** Says that they try it, or no longer. */
  async function tries(who: Someone, trying = true): Promise<void> {
    const { id } = await on.actor(who)
    await stage.app.database.transact(async tx => {
      const mine = { trial_id: trial.id, person_id: id }
      if (trying)
        await open(tx)
          .insertInto('trial_tester')
          .values({ ...mine, joined_at: clock.now() })
          .execute()
      else await open(tx).deleteFrom('trial_tester').where('person_id', '=', id).execute()
    })
  }
  for (const who of people) await tries(who)

  return {
    ...on,
    people,
    trial,
    questions,
    tries,

    rows: <T extends Emptied>(table: T) =>
      stage.app.database.read(tx =>
        open(tx)
          .selectFrom(table as Emptied)
          .selectAll()
          .execute(),
      ) as unknown as Promise<readonly Tables[T][]>,

    /** What somebody reads of the trial. */
    async seen(who: Someone): Promise<TrialView> {
      const { current } = await on.trials(who, on.initiative)
      if (!current) throw new Error('there is no trial')
      return current
    },

    /** Cards about a look-in that the bot wrote to somebody. */
    asked: ({ objectId }: Someone) =>
      [...stage.sent.values()].filter(
        ({ to, summary }) => to === `chat-${objectId}` && /^Coup d’œil/.test(summary),
      ),

    /** Answers every question of the round that is open with one step, in the tab. */
    async says(who: Someone, step: number): Promise<TrialView> {
      const { asked } = await this.seen(who)
      const answers = questions.map(measure => ({ measure, step }))
      return on.act(who, 'put', '/answers', trial.id, { round: asked?.round, answers })
    },
  }
}
