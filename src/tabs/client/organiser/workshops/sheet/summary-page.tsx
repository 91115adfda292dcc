import { useState } from 'react'
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
import { SummaryText } from '../../../parts/workshops/summary-text.tsx'
import { sectionAddress } from '../../parts/address.ts'
import { LinkButton } from '../../parts/link-button.tsx'
import { SectionHead } from '../../parts/section-head.tsx'
import { CountedField } from '../fields/counted-field.tsx'
import { useTyped } from '../fields/unsaved-form.ts'
import { workshopTrail } from '../workshop/breadcrumbs.ts'
import { useView } from '../workshop/use-view.ts'

/** Characters of what comes next, as a person counts them. */
const LIMIT = 280

/** The card as it will read: what was gathered, what is most supported, what comes next. */
function SummaryCard({ view, sequel }: { view: SummaryView; sequel: string }) {
  const { say } = useSession().translator
  const { title, top } = view
  return (
    <section className="preview" aria-labelledby="summary-card">
      <h2 id="summary-card">{say('plan.preview')}</h2>
      <div className="card-preview">
        <div className="card-preview-head">
          <span>{say('harvest.summary.kind')}</span>
        </div>
        <p className="card-preview-title">{title}</p>
        <SummaryText view={view} sequel={sequel} listed="card-preview-facts" />
        {top.length > 0 && <p className="quiet card-preview-foot">{say('harvest.summary.rules')}</p>}
      </div>
    </section>
  )
}

function Form({ call, sheet, view, keep }: Props & { view: SummaryView; keep: (view: SummaryView) => void }) {
  const { translator, me } = useSession()
  const { say } = translator
  const { turn } = view
  const { typed, type, forget } = useTyped(`summary:${sheet.id}:${turn}`, me.name, { sequel: view.sequel })
  const [tried, setTried] = useState(false)
  const act = useAct()
  const back = sectionAddress('workshops', sheet.id)
  const send = async () => {
    setTried(true)
    const count = lengthOf(typed.sequel)
    if (count === 0 || count > LIMIT) return focusFirstInvalid()
    const path = `/workshops/${encodeURIComponent(sheet.id)}/summary`
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
      <CountedField
        label={say('harvest.summary.next')}
        hint={say('harvest.summary.next.placeholder')}
        value={typed.sequel}
        onChange={sequel => type({ sequel })}
        limit={LIMIT}
        rows={4}
        missing={tried ? say('refusal.empty-text') : undefined}
      />
      <SummaryCard view={view} sequel={typed.sequel} />
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
