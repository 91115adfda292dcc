import { useEffect, useRef, useState } from 'react'
import type { CardPreview } from '../../../../contract/bot-card.ts'
import type { SheetView } from '../../../../contract/workshops/planning.ts'
import type { SummaryView } from '../../../../contract/workshops/summaries.ts'
import type { Call } from '../../../data/api/call.ts'
import { ActFailure, useAct } from '../../../parts/actions/action.tsx'
import { ActButton } from '../../../parts/actions/action-button.tsx'
import { focusFirstInvalid } from '../../../parts/forms/field-focus.ts'
import { StaleNotice } from '../../../parts/notices/failure-page.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { SkeletonRows } from '../../../parts/start/skeleton.tsx'
import { lengthOf } from '../../../parts/words/length.ts'
import { sectionAddress } from '../../parts/address.ts'
import { LinkButton } from '../../parts/link-button.tsx'
import { SectionHead } from '../../parts/section-head.tsx'
import { CardPreview as CardPreviewPart } from '../fields/card-preview.tsx'
import { CountedField } from '../fields/counted-field.tsx'
import { useTyped } from '../fields/unsaved-form.ts'
import { workshopTrail } from '../workshop/breadcrumbs.ts'
import { useView } from '../workshop/use-view.ts'

/** Characters of what comes next, as a person counts them. */
const LIMIT = 280

/** A moment after the last key, so that the card follows what is typed (ms). */
const AFTER = 400

/** The card as its channels will show it. */
function useCard(call: Call, path: string, sequel: string): CardPreview | undefined {
  const [card, setCard] = useState<CardPreview>()
  const first = useRef(true)
  useEffect(() => {
    let late = false
    const look = () => {
      call<CardPreview>('POST', `${path}/preview`, { sequel }).then(
        found => late || setCard(found),
        // What is too long says so at its field; the card stays as it was.
        () => {},
      )
    }
    const later = setTimeout(look, first.current ? 0 : AFTER)
    first.current = false
    return () => {
      late = true
      clearTimeout(later)
    }
  }, [call, path, sequel])
  return card
}

function Form({ call, sheet, view, keep }: Props & { view: SummaryView; keep: (view: SummaryView) => void }) {
  const { translator, me } = useSession()
  const { say } = translator
  const { turn } = view
  const { typed, type, forget } = useTyped(`summary:${sheet.id}:${turn}`, me.name, { sequel: view.sequel })
  const act = useAct()
  const path = `/workshops/${encodeURIComponent(sheet.id)}/summary`
  const card = useCard(call, path, typed.sequel)
  const back = sectionAddress('workshops', sheet.id)
  const send = async () => {
    if (lengthOf(typed.sequel) > LIMIT) return focusFirstInvalid()
    const publish = async () => keep(await call<SummaryView>('PUT', path, { sequel: typed.sequel, turn }))
    if (
      !(await act.run(publish, {
        text: say(turn > 0 ? 'harvest.summary.corrected' : 'harvest.summary.done'),
        about: sheet.title,
        at: back,
      }))
    )
      return
    forget()
    location.hash = back
  }
  return (
    <form
      className="card panel form"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void send()
      }}
    >
      {card && <CardPreviewPart preview={card} />}
      <p className="quiet">{say('harvest.summary.more')}</p>
      <CountedField
        label={say('harvest.summary.next')}
        hint={say('harvest.summary.optional')}
        value={typed.sequel}
        onChange={sequel => type({ sequel })}
        limit={LIMIT}
        rows={3}
        optional
      />
      <p className="quiet">{say(turn > 0 ? 'harvest.summary.again' : 'harvest.summary.first')}</p>
      <ActFailure act={act} />
      <div className="acts">
        <ActButton act={act} type="submit" appearance="primary">
          {say(turn > 0 ? 'harvest.summary.publish.again' : 'harvest.summary.publish')}
        </ActButton>
        <LinkButton href={back}>{say('plan.leave')}</LinkButton>
      </div>
    </form>
  )
}

type Props = { readonly call: Call; readonly sheet: SheetView }

/** Summary of a finished workshop: written, previewed, published once, then corrected. */
export function SummaryPage({ call, sheet }: Props) {
  const { translator } = useSession()
  const path = `/workshops/${encodeURIComponent(sheet.id)}/summary`
  const { view, failure, loadedAt, refresh, keep } = useView<SummaryView>(call, path)
  return (
    <>
      <SectionHead title={translator.say('harvest.summary.kind')} trail={workshopTrail(sheet, translator)} />
      {failure && <StaleNotice failure={failure} loadedAt={loadedAt} retry={refresh} />}
      {!view && !failure && <SkeletonRows />}
      {view && <Form key={view.turn} call={call} sheet={sheet} view={view} keep={keep} />}
    </>
  )
}
