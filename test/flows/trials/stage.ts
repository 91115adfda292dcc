import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { HOUR, MINUTE } from '../../../src/kernel/time/clock.ts'
import { momentOf } from '../../../src/kernel/time/time-zone.ts'
import type { InitiativeTrials, TrialPlan, TrialView } from '../../../src/tabs/contract/initiatives/trials.ts'
import type { Bot } from '../../support/product/bot.ts'
import { found } from '../../support/product/card-assertions.ts'
import { MAELLE, type Person } from '../../support/sign-in/cast.ts'
import { GENERAL, type Shown } from '../../support/teams/index.ts'
import { CHANNELS, createLedger, ZONE } from './ledger.ts'

export type Around = Readonly<Record<'author' | 'manager' | 'carrier', Person>> & {
  readonly supporters: readonly Person[]
}

type Decision = {
  readonly kind: 'généraliser' | 'ajuster' | 'arrêter'
  readonly why: string
  readonly learnt: string
  readonly directions?: string
}

const KINDS = { généraliser: 'generalise', ajuster: 'adjust', arrêter: 'stop' } as const

export type TrialStage = Awaited<ReturnType<typeof openStage>>

/** One initiative and those around it, before a strict Teams, on a clock that goes from one day to the next. */
export async function openStage(bot: Bot, people: readonly Person[]) {
  const ledger = createLedger(bot, people)
  await bot.seat(people)
  await bot.as(MAELLE).installs(GENERAL)
  await bot.settle()
  const lab = await bot.app.people.greet({ ...MAELLE, language: 'fr' })
  for (const [channel, direction] of CHANNELS)
    await bot.app.channels.bind(lab, channel.id, 'channel', direction)
  for (const person of people) await bot.as(person).says('aide')
  await bot.settle()
  ledger.forget()

  /** Delivers what an act set off. */
  async function done(who: Person, what: string): Promise<void> {
    ledger.did(who, what)
    await bot.settle()
    ledger.listen()
  }

  const lastTo = (who: Person, words: string): Shown =>
    found(
      bot
        .as(who)
        .reads()
        .findLast(({ text }) => text.includes(words)),
      `a message of «${words}» to ${who.name}`,
    )

  async function sheetOf(who: Person, initiative: string): Promise<Shown> {
    const list = await bot.as(who).says('initiatives')
    return bot.as(who).presses(list, { verb: 'initiatives.show', data: { initiative } })
  }

  /** When something falls due next, a few minutes from now at least. */
  async function nextDue(): Promise<number> {
    const due = (await bot.app.database.queue.nextDue()) ?? Number.POSITIVE_INFINITY
    return Math.max(due, bot.clock.now() + 10 * MINUTE)
  }

  async function answer(who: Person, asked: Shown, step: number): Promise<Shown> {
    const wanted = { verb: 'trials.answer', data: { step0: String(step) } }
    const answered = await bot.as(who).presses(asked, wanted, {}, { again: ['same id', 'new id'] })
    await done(who, 'répond au coup d’œil (la réponse ne porte pas son nom)')
    return answered
  }

  return {
    ledger,
    lastTo,
    done,
    /** Lets time pass until then, with all that falls due, each heard at its moment. */
    async until(day: string, time = '10:00'): Promise<void> {
      const end = momentOf(day, time, ZONE) ?? Number.NaN
      const reach = (moment: number) => bot.until(new Date(moment).toISOString())
      for (let due = await nextDue(); due < end; due = await nextDue()) {
        await reach(due)
        ledger.listen()
      }
      await reach(end)
      ledger.listen()
    },
    /** An idea of `author` that `manager` retained and `carrier` carries. @returns its id */
    async initiative(text: string, { author, manager, carrier, supporters }: Around): Promise<string> {
      const typed = { nonce: randomIds.nonce(), text, axis: 'equipe' }
      const { id } = await bot.api(author).post<{ id: string }>('/ideas', typed)
      for (const person of supporters) await bot.api(person).put(`/ideas/${id}/support`, { support: true })
      await bot.api(manager).put(`/ideas/${id}/state`, { state: 'retained' })
      await bot.api(carrier).post('/initiatives', { nonce: randomIds.nonce(), idea: id })
      await done(carrier, `porte l’initiative « ${text} »`)
      await bot.later(HOUR)
      return id
    },
    /** In the tab: a plan is a form with lists. */
    async plan(carrier: Person, initiative: string, plan: TrialPlan): Promise<TrialView> {
      const typed = { nonce: randomIds.nonce(), ...plan }
      const made = await bot.api(carrier).post<TrialView>(`/initiatives/${initiative}/trials`, typed)
      await done(carrier, `prépare un essai : si nous ${plan.ifWe}, alors ${plan.expected}`)
      return made
    },
    trialsOf: (who: Person, initiative: string) =>
      bot.api(who).get<InitiativeTrials>(`/initiatives/${initiative}/trials`),
    /** « J’essaie », on the initiative’s card in one’s chat. */
    async tries(who: Person, initiative: string): Promise<void> {
      await bot
        .as(who)
        .presses(await sheetOf(who, initiative), { verb: 'trials.try', data: { trying: 'on' } })
      await done(who, '« J’essaie »')
    },
    /** Answers the look-in of a message in their chat, once, however often Teams delivers it. */
    looksIn: (who: Person, step: number): Promise<Shown> => answer(who, lastTo(who, 'Coup d’œil'), step),
    /** The same from the trial’s card: before the first day nobody is written to. */
    async looksAhead(who: Person, initiative: string, step: number): Promise<Shown> {
      const trial = await bot.as(who).presses(await sheetOf(who, initiative), { verb: 'trials.show' })
      return answer(who, await bot.as(who).presses(trial, { verb: 'trials.look-in' }), step)
    },
    /** A number, on the trial’s card. `sure`: asked again, and right. */
    async types(who: Person, initiative: string, typed: string): Promise<Shown> {
      const trial = await bot.as(who).presses(await sheetOf(who, initiative), { verb: 'trials.show' })
      const form = await bot.as(who).presses(trial, { verb: 'trials.reading-form' })
      const kept = await bot.as(who).presses(form, { verb: 'trials.reading' }, { typed })
      await done(who, `tape le chiffre : ${typed}`)
      return kept
    },
    /** On the message of the last day. */
    async decides(who: Person, words: string, { kind, why, learnt, directions }: Decision): Promise<Shown> {
      const form = await bot.as(who).presses(lastTo(who, words), { verb: 'trials.decide-form' })
      const typed = { kind: KINDS[kind], why, learnt, ...(directions && { directions }) }
      const decided = await bot.as(who).presses(form, { verb: 'trials.decide' }, typed)
      await done(who, `décide : ${kind}`)
      return decided
    },
  }
}
