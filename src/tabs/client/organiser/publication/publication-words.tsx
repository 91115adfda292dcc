import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { PublicationView, ReviewTextView } from '../../../contract/figures/publication.ts'
import type { ReviewAxisView } from '../../../contract/figures/review.ts'
import type { Call } from '../../data/api/call.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { forgetDraft, useDraft } from '../../parts/forms/draft.ts'
import { TextField } from '../../parts/forms/text-field.tsx'
import { Notice } from '../../parts/notices/notice.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { StateBadge } from '../../parts/panels/badge.tsx'
import { lengthOf } from '../../parts/words/length.ts'
import { useAxisName } from '../figures/axis-table.tsx'
import { COLUMNS, HEADS, linesOf } from '../figures/review-texts.ts'

const LONGEST = 1_200

type Kind = 'opening' | 'proposed' | 'learnt'
type Writing = { readonly call: Call; readonly refresh: () => Promise<void> }
type ParagraphProps = Writing & {
  readonly kind: Kind
  readonly axis: string
  readonly label: string
  readonly saved: ReviewTextView
}

/** What stands there by now, where somebody else saved it while this was typed. */
function Theirs({ saved, take }: { saved: ReviewTextView; take: () => void }) {
  const { say } = useSession().translator
  const text =
    saved.text === '' ? say('publication.saved.none') : say('publication.saved', { text: saved.text })
  return (
    <Notice
      tone="neutral"
      action={
        <Button size="small" onClick={take}>
          {say('publication.saved.take')}
        </Button>
      }
    >
      {text}
    </Notice>
  )
}

/** One paragraph. What is typed stays when somebody else saves theirs: both are shown then. */
function Paragraph({ call, refresh, kind, axis, label, saved }: ParagraphProps) {
  const { say } = useSession().translator
  const act = useAct()
  const name = `publication ${kind} ${axis}`
  const { value, change, reset } = useDraft(name, { text: saved.text, begun: saved.turn })
  const same = value.text === saved.text
  const send = async () => {
    if (lengthOf(value.text) > LONGEST) return
    const put = async () => {
      await call('PUT', '/review/publication/texts', { kind, axis, text: value.text, turn: saved.turn })
      forgetDraft(name)
      await refresh()
    }
    if (!(await act.run(put, say('saved')))) await refresh()
  }
  return (
    <form
      className="publication-text"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void send()
      }}
    >
      <TextField
        label={label}
        limit={LONGEST}
        rows={5}
        optional
        tried
        value={value.text}
        onChange={text => change({ text })}
      />
      {!same && value.begun !== saved.turn && <Theirs saved={saved} take={reset} />}
      {(!same || act.busy) && (
        <div className="acts">
          <ActButton
            act={act}
            type="submit"
            appearance="primary"
            aria-label={say('act.on', { act: say('save'), text: label })}
          >
            {say('save')}
          </ActButton>
        </div>
      )}
      <ActFailure act={act} />
    </form>
  )
}

/** The same form begins anew with what is saved, each time that is another. */
const paragraph = (props: ParagraphProps) => (
  <Paragraph key={`${props.kind} ${props.axis} ${props.saved.turn}`} {...props} />
)

function Numbers({ figures }: { figures: ReviewAxisView }) {
  const { translator } = useSession()
  const rows = COLUMNS.map(column => [column, linesOf(figures, column, translator)] as const)
  return (
    <dl className="publication-numbers">
      {rows.map(([column, lines]) => (
        <div key={column}>
          <dt>{translator.say(HEADS[column])}</dt>
          <dd>{lines.length > 0 ? lines.join(', ') : translator.say('review.nothing')}</dd>
        </div>
      ))}
    </dl>
  )
}

type AxisProps = Writing & {
  readonly words: PublicationView['axes'][number]
  readonly figures: ReviewAxisView | undefined
  /** The first that nobody wrote about. */
  readonly next: boolean
}

/** One axis: its numbers beside its words; folded until it is the next to write. */
function AxisWords({ words, figures, next, ...writing }: AxisProps) {
  const { say } = useSession().translator
  const nameOf = useAxisName()
  const { axis, proposed, learnt } = words
  const written = proposed.text !== '' || learnt.text !== ''
  const [open] = useState(next)
  return (
    <details className="card unfold publication-axis" open={open}>
      <summary>
        <span>{nameOf(axis)}</span>
        <StateBadge tone={written ? 'good' : 'neutral'}>
          {say(written ? 'publication.written' : 'publication.unwritten')}
        </StateBadge>
      </summary>
      <div className="publication-pair">
        {figures && <Numbers figures={figures} />}
        <div className="publication-texts">
          {paragraph({
            ...writing,
            kind: 'proposed',
            axis,
            label: say('publication.proposed.head'),
            saved: proposed,
          })}
          {paragraph({
            ...writing,
            kind: 'learnt',
            axis,
            label: say('publication.learnt.head'),
            saved: learnt,
          })}
        </div>
      </div>
    </details>
  )
}

type Props = Writing & { readonly words: PublicationView; readonly axes: readonly ReviewAxisView[] }

/** « 1. Écrire »: an opening, then each axis. */
export function PublicationWords({ words, axes, ...writing }: Props) {
  const { say } = useSession().translator
  const next = words.axes.findIndex(({ proposed, learnt }) => proposed.text === '' && learnt.text === '')
  return (
    <section className="publication-step" aria-labelledby="publication-write">
      <h2 id="publication-write">{say('publication.write')}</h2>
      <p className="quiet">{say('publication.write.about')}</p>
      <div className="card panel">
        {paragraph({
          ...writing,
          kind: 'opening',
          axis: '',
          label: say('publication.opening.label'),
          saved: words.opening,
        })}
      </div>
      {words.axes.map((each, at) => (
        <AxisWords
          key={each.axis}
          words={each}
          next={at === next}
          figures={axes.find(({ axis }) => axis === each.axis)}
          {...writing}
        />
      ))}
    </section>
  )
}
