import { Button } from '@fluentui/react-components'
import { useEffect, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Key } from '../../../../i18n/words.ts'
import { systemClock } from '../../../../kernel/time/clock.ts'
import type { WorkshopView } from '../../../contract/workshops/workshops.ts'
import type { PersonalActs } from '../../data/actions/personal.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { type BadgeTone, StateBadge } from '../../parts/panels/badge.tsx'
import { actName } from '../../parts/words/button-name.ts'
import type { Translator } from '../../parts/words/translator.ts'
import { CheckIn } from '../check-in/check-in.tsx'
import { usePersonalTab } from '../navigation/context.tsx'

/** Seats are among the facts while any are free. */
function stateOf(
  { mine, stage, endsAt, offeredUntil, came, reminded, rank = 1 }: WorkshopView,
  { say }: Translator,
): [BadgeTone, string] | undefined {
  if (stage === 'cancelled') return ['warning', say('workshop.stage.cancelled')]
  if (stage === 'postponed') return ['warning', say('workshop.stage.postponed')]
  if (came) return ['good', say('checkin.done')]
  if (stage === 'over' || endsAt <= systemClock.now()) return ['neutral', say('workshop.over')]
  if (stage === 'underway') return ['brand', say('workshop.underway')]
  if (mine === 'yes') return ['good', say('tab.workshop.joined')]
  if (mine === 'offered') return ['warning', say('workshop.toConfirm')]
  if (mine === 'waiting') return ['brand', say('tab.workshop.waiting', { rank })]
  if (mine === 'no' && offeredUntil) return ['warning', say('workshop.lapsed')]
  if (mine === 'no') return ['neutral', say('tab.workshop.declined')]
  if (reminded) return ['brand', say('tab.workshop.reminded')]
  if (stage === 'closed') return ['neutral', say('workshop.stage.closed')]
  return stage === 'full' ? ['warning', say('workshop.seats', { count: 0 })] : undefined
}

/** What was just done, once the server has it. */
function saidOf({ mine, opensAt, reminded, rank = 1 }: WorkshopView, { say }: Translator): string {
  if (opensAt !== undefined && mine === undefined)
    return say(reminded ? 'tab.workshop.reminded' : 'workshop.unreminded')
  if (mine === 'waiting') return say('tab.workshop.waiting', { rank })
  return say(mine === 'yes' ? 'workshop.joined' : 'tab.workshop.declined')
}

/** `ahead`: the optimistic result. */
type Deed = { readonly word: Key; readonly subtle?: true } & (
  | { readonly run: () => Promise<WorkshopView>; readonly ahead?: boolean }
  | { readonly forget: () => void }
)

/** Label of declining, by the current answer. */
const NO = { yes: 'workshop.leave', waiting: 'workshop.unwait', no: 'workshop.decline' } as const

/** To give up a seat that one could not have back: asked first, where the server says so. */
function leaveDeeds(id: string, acts: PersonalActs, forget: () => void): Deed[] {
  return [
    { word: 'workshop.swap.keep', forget },
    { word: 'workshop.leave.sure', run: () => acts.answer(id, { answer: 'no' }), subtle: true },
  ]
}

/** The answers that can still be given, likeliest first. `seatless`: they were just refused a seat. */
function deedsOf(
  { id, mine, stage, over, opensAt, reminded, free }: WorkshopView,
  acts: PersonalActs,
  seatless: boolean,
): Deed[] {
  if (over) return []
  if (mine === 'offered')
    return [
      { word: 'workshop.confirm', run: () => acts.settleOffer(id, true) },
      { word: 'workshop.pass', run: () => acts.settleOffer(id, false), subtle: true },
    ]
  const waits = stage === 'full' || seatless
  const join: Deed = { word: 'workshop.join', run: () => acts.answer(id, { answer: 'yes' }), ahead: true }
  const wait: Deed = { word: 'workshop.wait', run: () => acts.answer(id, { answer: 'yes', orWait: true }) }
  const decline: Deed = {
    word: NO[mine ?? 'no'],
    run: () => acts.answer(id, { answer: 'no', ...(mine === 'yes' && { asks: true }) }),
    subtle: true,
    ahead: mine !== 'yes',
  }
  const remind: Deed = reminded
    ? { word: 'workshop.unremind', run: () => acts.remindOpening(id, false), subtle: true }
    : { word: 'workshop.remind', run: () => acts.remindOpening(id, true) }
  const could = mine !== 'yes' && mine !== 'waiting' && stage !== 'closed'
  const first = free || (could && opensAt === undefined) ? [waits ? wait : join] : []
  return [...first, ...(could && opensAt !== undefined ? [remind] : []), ...(mine === 'no' ? [] : [decline])]
}

/** Refusals that are a question. */
const FINAL = ['seat-awaited', 'seat-final']

/** In milliseconds: how long a second tap may follow the first. */
const SETTLING = 1_500

/** True for a while after `start`: the answer that takes the place of the one pressed must not catch a second tap. */
function useSettling() {
  const [settling, setSettling] = useState(false)
  useEffect(() => {
    if (!settling) return
    const timer = setTimeout(() => setSettling(false), SETTLING)
    return () => clearTimeout(timer)
  }, [settling])
  return { settling, start: () => setSettling(true) }
}

/** What is done for all days of a series at once. */
const WHOLE: readonly Key[] = ['workshop.remind', 'workshop.unremind']

type Props = {
  readonly workshop: WorkshopView
  readonly begun?: () => void
  /** The row stands for the whole series: no answer to this day. */
  readonly whole?: boolean
}

/** The state of my answer, and the answers possible now. */
export function WorkshopAnswer({ workshop, begun, whole = false }: Props) {
  const { translator, acts, acting, open } = usePersonalTab()
  const act = useAct()
  const { settling, start } = useSettling()
  const state = useRef<HTMLSpanElement>(null)
  const place = useId()
  const { failure } = act
  const asked = workshop.mine === 'yes' && FINAL.includes(failure?.code ?? '')
  useEffect(() => {
    // Refused: focuses the buttons again, since there is no result to read.
    if (failure && (asked || document.activeElement === state.current))
      state.current?.parentElement?.querySelector('button')?.focus()
  }, [failure, asked])
  // Where it is asked about, the card’s own words say that a seat is kept.
  const standing = begun && workshop.mine === 'offered' ? undefined : stateOf(workshop, translator)
  const give = async (deed: Deed) => {
    if ('forget' in deed) {
      deed.forget()
      return state.current?.focus()
    }
    const { run, ahead } = deed
    begun?.()
    const send = async () => {
      const view = await run()
      start()
      return view
    }
    // Drawn at once: what is not there yet takes no focus.
    const sent = flushSync(() => act.run(send, view => saidOf(view, translator), ahead === true))
    // The pressed button is replaced by the other answer: the focus goes to the result.
    if (ahead || (await sent)) state.current?.focus()
  }
  const { id, title, startsAt, mine, stage, series } = workshop
  // Seats may be left that are another Direction’s: the server says so when one is asked for.
  const seatless = act.failure?.kind === 'refusal' && mine !== 'yes'
  const given = asked ? leaveDeeds(id, acts, act.forget) : deedsOf(workshop, acts, seatless)
  const deeds = acting ? given.filter(({ word }) => !whole || WHOLE.includes(word)) : []
  const lacks =
    seatless || mine === 'waiting' || stage === 'full' || stage === 'cancelled' || stage === 'postponed'
  const swaps = acting && series && stage !== 'underway' && stage !== 'over' && (mine === 'yes' || lacks)
  const swap = mine === 'yes' && !workshop.over ? 'workshop.swap' : 'workshop.otherDay'
  return (
    <>
      <span ref={state} id={place} tabIndex={-1} className="state">
        {standing && <StateBadge tone={standing[0]}>{standing[1]}</StateBadge>}
      </span>
      <ActFailure act={act} />
      <CheckIn workshop={workshop} place={place} />
      {deeds.map(deed => (
        <ActButton
          key={deed.word}
          act={act}
          still={settling}
          size="small"
          {...(deed.subtle && { appearance: 'subtle' })}
          aria-label={actName(translator, deed.word, title, startsAt)}
          onPress={() => void give(deed)}
        >
          {translator.say(deed.word)}
        </ActButton>
      ))}
      {swaps && mine !== 'offered' && (
        <Button
          size="small"
          appearance="subtle"
          className="plain"
          aria-label={actName(translator, swap, title, startsAt)}
          onClick={() => open({ kind: 'days', workshop: id, ...(begun && { begun }) })}
        >
          {translator.say(swap)}
        </Button>
      )}
    </>
  )
}
