import { useState } from 'react'
import type { WorkshopView } from '../../../contract/workshops/workshops.ts'
import { ActFailure, type ActState, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { Frame } from '../../parts/dialogs/frame.tsx'
import { ScrollStop } from '../../parts/dialogs/scroll-stop.tsx'
import { PagedList } from '../../parts/lists/paged-list.tsx'
import { type Pages, usePages } from '../../parts/lists/pages.ts'
import { Notice } from '../../parts/notices/notice.tsx'
import { FactLine } from '../../parts/panels/fact-line.tsx'
import { factsOf } from '../../parts/workshops/facts.tsx'
import { usePersonalTab } from '../navigation/context.tsx'
import type { DialogRequest, Finish } from '../navigation/dialog-request.ts'

const rowOf = ({ id }: WorkshopView) => `day-${id}`

type ListProps = {
  readonly from: WorkshopView
  readonly pages: Pages<WorkshopView>
  readonly act: ActState
  readonly take: (day: WorkshopView) => void
}

function Days({ from, pages, act, take }: ListProps) {
  const { translator } = usePersonalTab()
  return (
    <PagedList
      pages={pages}
      label={translator.say('workshop.swap.title')}
      className="rows near"
      empty={translator.say('workshop.swap.none')}
      idOf={rowOf}
      draw={day => (
        <>
          {day.title !== from.title && <p className="words">{day.title}</p>}
          <FactLine of={factsOf(day, translator)} />
          <div className="acts">
            <ActButton act={act} size="small" onPress={() => take(day)}>
              {translator.say('workshop.swap.take', { date: translator.shortDay(day.startsAt) })}
            </ActButton>
          </div>
        </>
      )}
    />
  )
}

type DayKey = 'workshop.joined.day' | 'workshop.swapped' | 'workshop.swapped.sub' | 'workshop.swap.rules'

type Props = { readonly request: Extract<DialogRequest, { kind: 'days' }>; readonly finish: Finish }

/** The other days of a series that have a seat for this person; theirs is kept until one of them is taken. */
export function DaysDialog({ request, finish }: Props) {
  const { translator, acts, values } = usePersonalTab()
  const act = useAct()
  const pages = usePages<WorkshopView>(`/workshops/${encodeURIComponent(request.workshop)}/days`, [
    'workshops',
  ])
  const [from] = useState(values.workshops?.find(({ id }) => id === request.workshop))
  const [taken, setTaken] = useState<WorkshopView>()
  if (!from) return null
  const held = from.mine === 'yes' && from.stage !== 'cancelled'
  const on = (key: DayKey, day: WorkshopView) =>
    translator.say(key, { date: translator.shortDay(day.startsAt) })
  // Who only waits here gives nothing back: they join, and go on waiting.
  const done = from.mine === 'yes' ? 'workshop.swapped' : 'workshop.joined.day'
  const take = async (day: WorkshopView) => {
    request.begun?.()
    const send = () =>
      from.mine === 'yes' ? acts.swap(from.id, day.id) : acts.answer(day.id, { answer: 'yes' })
    if (await act.run(send, on(done, day))) setTaken(day)
    else void pages.again()
  }
  // The button that opened this is gone with the day given back; the new day's row may be folded away.
  const close = () => {
    const row = `workshop-${taken?.id}`
    finish(taken && (document.getElementById(row) ? row : 'my-workshops'))
  }
  const rules = held ? on('workshop.swap.rules', from) : translator.say('workshop.swap.rules.free')
  return (
    <Frame
      title={translator.say('workshop.swap.title')}
      close={close}
      closeWord={translator.say('tab.close')}
    >
      {taken && (
        <ScrollStop>
          <Notice tone="good">
            <strong>{on(done, taken)}</strong> {held && on('workshop.swapped.sub', from)}
          </Notice>
        </ScrollStop>
      )}
      <ActFailure act={act} />
      {!taken && <Days from={from} pages={pages} act={act} take={day => void take(day)} />}
      {!taken && pages.items.length > 0 && <p className="quiet">{rules}</p>}
    </Frame>
  )
}
