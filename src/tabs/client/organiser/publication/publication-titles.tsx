import { Button, Field, Input } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { Key } from '../../../../i18n/words.ts'
import type { ReviewTitleView } from '../../../contract/figures/publication.ts'
import type { Call } from '../../data/api/call.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import type { Paged } from '../../parts/lists/paged.ts'
import { ReadOn } from '../../parts/lists/read-on.tsx'
import { StaleNotice } from '../../parts/notices/failure-page.tsx'
import { axisOf, useSession } from '../../parts/page/context.tsx'
import { type BadgeTone, StateBadge } from '../../parts/panels/badge.tsx'
import { SkeletonRows } from '../../parts/start/skeleton.tsx'
import { lengthOf } from '../../parts/words/length.ts'

const LONGEST = 120

type Stage = 'kept' | 'worded' | 'left' | 'stale' | 'unread'
const STAGES = {
  kept: ['publication.stage.kept', 'good'],
  worded: ['publication.stage.worded', 'good'],
  left: ['publication.stage.left', 'neutral'],
  stale: ['publication.stage.stale', 'warning'],
  unread: ['publication.stage.unread', 'brand'],
} as const satisfies Record<Stage, readonly [Key, BadgeTone]>

/** What was decided of a title, where that still counts. */
export function stageOf({ decision, stale }: Pick<ReviewTitleView, 'decision' | 'stale'>): Stage {
  return stale ? 'stale' : (decision ?? 'unread')
}

type Decide = (decision: 'kept' | 'worded' | 'left', words?: string) => Promise<boolean>

/** Other words for it; the field takes the focus, since the button that asked for it is gone. */
function Rewording({ title, decide, close }: { title: ReviewTitleView; decide: Decide; close: () => void }) {
  const { say } = useSession().translator
  const [text, setText] = useState(title.words || title.title)
  const [tried, setTried] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const count = lengthOf(text)
  const wrong =
    count > LONGEST
      ? say('refusal.too-long', { count, max: LONGEST })
      : tried && count === 0
        ? say('refusal.empty-text')
        : undefined
  const send = async () => {
    setTried(true)
    if (count === 0 || count > LONGEST) return field.current?.focus()
    if (await decide('worded', text)) close()
  }
  return (
    <form
      noValidate
      className="publication-rewording"
      onSubmit={event => {
        event.preventDefault()
        void send()
      }}
    >
      <Field
        label={say('publication.name')}
        required
        hint={say('tab.counter', { count, max: LONGEST })}
        {...(wrong && { validationMessage: wrong })}
      >
        <Input ref={field} value={text} onChange={(_, data) => setText(data.value)} />
      </Field>
      <div className="acts">
        <Button type="submit" appearance="primary">
          {say('publication.name.save')}
        </Button>
        <Button onClick={close}>{say('cancel')}</Button>
      </div>
    </form>
  )
}

type RowProps = {
  readonly call: Call
  readonly title: ReviewTitleView
  readonly refresh: () => Promise<void>
}

/** One title, and what becomes of it in the file. */
function Title({ call, title, refresh }: RowProps) {
  const { translator, programme } = useSession()
  const { say } = translator
  const act = useAct()
  const [rewording, setRewording] = useState(false)
  const stage = stageOf(title)
  const [word, tone] = STAGES[stage]
  const axis = axisOf(programme, title.axis)?.title ?? say('review.axis.none')
  const decide: Decide = async (decision, words = '') => {
    const path = `/review/publication/titles/${encodeURIComponent(title.id)}`
    const body = { title: title.title, decision, words, turn: title.turn }
    const put = async () => {
      await call('PUT', path, body)
      await refresh()
    }
    const done = await act.run(put, say('publication.decided'))
    // What was read is another by now.
    if (!done) await refresh()
    return done
  }
  const named = (key: Key) => say('act.on', { act: say(key), text: title.title })
  return (
    <>
      <div className="publication-title">
        <span className="words">{title.title}</span>
        <StateBadge tone={tone}>{say(word)}</StateBadge>
      </div>
      {stage === 'worded' && <p>{say('publication.saved', { text: title.words })}</p>}
      <p className="quiet">{axis}</p>
      {title.unfit && stage !== 'worded' && <p className="quiet">{say('publication.unfit')}</p>}
      {rewording ? (
        <Rewording title={title} decide={decide} close={() => setRewording(false)} />
      ) : (
        <div className="acts">
          {!title.unfit && stage !== 'kept' && (
            <ActButton act={act} onPress={() => void decide('kept')} aria-label={named('publication.keep')}>
              {say('publication.keep')}
            </ActButton>
          )}
          <Button onClick={() => setRewording(true)} aria-label={named('publication.reword')}>
            {say('publication.reword')}
          </Button>
          {stage !== 'left' && (
            <ActButton act={act} onPress={() => void decide('left')} aria-label={named('publication.leave')}>
              {say('publication.leave')}
            </ActButton>
          )}
        </div>
      )}
      <ActFailure act={act} />
    </>
  )
}

/** « 2. Relire les titres »: one by one, the most supported first. */
export function PublicationTitles({ call, titles }: { call: Call; titles: Paged<ReviewTitleView> }) {
  const { say } = useSession().translator
  const { items, readOn, failure, loadedAt, refresh } = titles
  const list = useRef<HTMLUListElement>(null)
  return (
    <section className="publication-step" aria-labelledby="publication-titles">
      <h2 id="publication-titles">{say('publication.titles')}</h2>
      <p className="quiet">{say('publication.titles.about')}</p>
      {failure && <StaleNotice failure={failure} loadedAt={loadedAt} retry={refresh} />}
      {!items && !failure && <SkeletonRows count={3} />}
      {items?.length === 0 && <p className="card panel">{say('publication.titles.none')}</p>}
      {items && items.length > 0 && (
        <>
          <ul
            className="card rows publication-list"
            ref={list}
            tabIndex={-1}
            aria-labelledby="publication-titles"
          >
            {items.map(title => (
              <li key={title.id} tabIndex={-1}>
                <Title call={call} title={title} refresh={refresh} />
              </li>
            ))}
          </ul>
          <ReadOn read={readOn} list={list} count={items.length} />
        </>
      )}
    </section>
  )
}
