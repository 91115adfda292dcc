import { useState } from 'react'
import type { VisitView } from '../../../contract/workshops/visit.ts'
import type { WorkshopView } from '../../../contract/workshops/workshops.ts'
import { pathTo } from '../../data/store/lists.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { CopyLink } from '../../parts/actions/copy-link.tsx'
import { Frame } from '../../parts/dialogs/frame.tsx'
import { ScrollStop } from '../../parts/dialogs/scroll-stop.tsx'
import { useDraft } from '../../parts/forms/draft.ts'
import { focusFirstInvalid } from '../../parts/forms/field-focus.ts'
import { TextField } from '../../parts/forms/text-field.tsx'
import { Pending } from '../../parts/lists/pending.tsx'
import { useReading } from '../../parts/lists/reading.ts'
import { FactLine } from '../../parts/panels/fact-line.tsx'
import { lengthOf } from '../../parts/words/length.ts'
import { factsOf } from '../../parts/workshops/facts.tsx'
import { usePersonalTab } from '../navigation/context.tsx'
import type { Finish } from '../navigation/dialog-request.ts'

/** In characters as a person counts them. */
const LIMIT = 300

type PartProps = { readonly workshop: WorkshopView; readonly view: VisitView }

/** Who comes: how many, and those who chose to be named. */
function Going({ workshop, view }: PartProps) {
  const { translator, read } = usePersonalTab()
  const { say } = translator
  const { seats: count, directions } = view
  const act = useAct()
  const [more, setMore] = useState<Pick<VisitView, 'names' | 'next'>>()
  const names = [...view.names, ...(more?.names ?? [])]
  const next = more ? more.next : view.next
  const readOn = async () => {
    const page = await read<VisitView>(
      `${pathTo('/workshops', workshop.id, 'visit')}?after=${encodeURIComponent(next ?? '')}`,
    )
    const all = [...(more?.names ?? []), ...page.names]
    setMore({ names: all, ...(page.next !== undefined && { next: page.next }) })
  }
  const none = say(view.seated ? 'visit.names.none' : 'visit.names.seat')
  return (
    <>
      <h3>{say('visit.who')}</h3>
      <p>{say('workshop.going', { count, directions, capacity: workshop.capacity })}</p>
      <p className="quiet">{names.length === 0 ? none : `${say('visit.names')} ${names.join(', ')}`}</p>
      {next !== undefined && (
        <ActButton act={act} size="small" onPress={() => void act.run(readOn, say('visit.more'))}>
          {say('visit.more')}
        </ActButton>
      )}
      <ActFailure act={act} />
    </>
  )
}

type NameProps = PartProps & { readonly keep: (view: VisitView) => void }

/** One's own name among them, or not. */
function OwnName({ workshop, view, keep }: NameProps) {
  const { translator, acts } = usePersonalTab()
  const { say } = translator
  const act = useAct()
  const turn = async () => keep(await acts.showName(workshop.id, !view.shown))
  return (
    <div>
      <ActButton
        act={act}
        onPress={() => void act.run(turn, say(view.shown ? 'visit.hidden' : 'visit.shown'))}
      >
        {say(view.shown ? 'visit.hide' : 'workshop.showName')}
      </ActButton>
      <p className="quiet">{say(view.shown ? 'visit.rules.shown' : 'visit.rules')}</p>
      <ActFailure act={act} />
    </div>
  )
}

type Props = { readonly workshop: WorkshopView; readonly finish: Finish }

/** « Préparer ma venue »: other participants, one's table, one's needs. */
export function VisitDialog({ workshop, finish }: Props) {
  const { translator, acts } = usePersonalTab()
  const { say } = translator
  const act = useAct()
  const {
    value: view,
    failure,
    again,
    keep,
  } = useReading<VisitView>(pathTo('/workshops', workshop.id, 'visit'), ['workshops'])
  const draft = useDraft<{ readonly text?: string }>(`visit:${workshop.id}`, {})
  const text = draft.value.text ?? view?.need ?? ''
  const send = async () => {
    if (lengthOf(text) > LIMIT) return focusFirstInvalid()
    const done = say(text.trim() === '' ? 'workshop.needs.erased' : 'workshop.needs.saved')
    if (!(await act.run(() => acts.sayNeeds(workshop.id, text), { text: done, about: workshop.title })))
      return
    draft.reset()
    finish()
  }
  return (
    <Frame
      title={say('visit.title')}
      close={() => finish()}
      closeWord={say('tab.close')}
      draft={draft}
      {...(view && { submit: { word: say('workshop.needs.save'), act, send: () => void send() } })}
    >
      <p className="words">{workshop.title}</p>
      <FactLine of={factsOf(workshop, translator)} />
      <CopyLink of={{ kind: 'workshop', id: workshop.id }} name={workshop.title} />
      {!view && <Pending failure={failure} again={again} />}
      {view && (
        <ScrollStop quiet>
          {workshop.came && <p className="words">{say('checkin.done')}</p>}
          {view.table !== undefined && <p className="words">{say('visit.table', { table: view.table })}</p>}
          <Going workshop={workshop} view={view} />
          <OwnName workshop={workshop} view={view} keep={keep} />
        </ScrollStop>
      )}
      {view && (
        <>
          <TextField
            label={say('workshop.needs')}
            value={text}
            onChange={text => draft.change({ text })}
            limit={LIMIT}
            rows={3}
            optional
            tried={false}
          />
          <p className="quiet">{say('workshop.needs.consent')}</p>
        </>
      )}
    </Frame>
  )
}
