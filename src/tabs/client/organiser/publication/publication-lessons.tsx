import { useRef, useState } from 'react'
import type { Key } from '../../../../i18n/words.ts'
import type { TrialLessonView } from '../../../contract/initiatives/trial-records.ts'
import type { Call } from '../../data/api/call.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { focusFirstInvalid } from '../../parts/forms/field-focus.ts'
import { TextField } from '../../parts/forms/text-field.tsx'
import type { Paged } from '../../parts/lists/paged.ts'
import { ReadOn } from '../../parts/lists/read-on.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { type BadgeTone, StateBadge } from '../../parts/panels/badge.tsx'
import { plainDay } from '../../parts/words/days.ts'
import { lengthOf } from '../../parts/words/length.ts'
import { DECIDED } from '../figures/tried-list.tsx'

/** Characters of a lesson, as the server says; see features/trials/records/lesson.ts. */
const LONGEST = 500

/** What became of it: in the method, not to leave, or still to be re-read. */
function stageOf({ text, joined }: TrialLessonView): readonly [Key, BadgeTone] {
  if (joined) return ['publication.lesson.joined', 'good']
  if (text === undefined) return ['publication.stage.unread', 'brand']
  return text === '' ? ['publication.stage.left', 'neutral'] : ['publication.lesson.removed', 'neutral']
}

type RowProps = {
  readonly call: Call
  readonly lesson: TrialLessonView
  readonly refresh: () => Promise<void>
}

/** What one trial taught, as it would leave. */
function Lesson({ call, lesson, refresh }: RowProps) {
  const { translator, programme } = useSession()
  const { say } = translator
  const act = useAct()
  const { trial, turn, draft } = lesson
  const [text, setText] = useState(lesson.text || draft)
  const [tried, setTried] = useState(false)
  const [word, tone] = stageOf(lesson)
  const { decision } = trial
  const put = async (next: string) => {
    const path = `/trial-records/${encodeURIComponent(trial.id)}/lesson`
    const sent = async () => {
      await call<TrialLessonView>('PUT', path, { text: next, turn })
      await refresh()
    }
    if (!(await act.run(sent, say('publication.decided')))) await refresh()
  }
  const join = () => {
    setTried(true)
    if (lengthOf(text) === 0 || lengthOf(text) > LONGEST) return focusFirstInvalid()
    void put(text)
  }
  const named = (key: Key) => say('act.on', { act: say(key), text: trial.title })
  return (
    <>
      <div className="publication-title">
        <h3 className="words">{trial.title}</h3>
        <StateBadge tone={tone}>{say(word)}</StateBadge>
      </div>
      {decision && (
        <p className="quiet">
          {say(DECIDED[decision.kind], { date: plainDay(decision.on, programme.today, translator) })}
        </p>
      )}
      <TextField
        label={say('publication.lesson.text')}
        value={text}
        limit={LONGEST}
        rows={4}
        onChange={setText}
        tried={tried}
      />
      <div className="acts">
        <ActButton act={act} onPress={join} aria-label={named('publication.lesson.join')}>
          {say('publication.lesson.join')}
        </ActButton>
        {lesson.text !== '' && (
          <ActButton
            act={act}
            appearance="subtle"
            onPress={() => void put('')}
            aria-label={named('publication.leave')}
          >
            {say('publication.leave')}
          </ActButton>
        )}
      </div>
      <ActFailure act={act} />
    </>
  )
}

/** « Relire les essais »: those that were decided, the latest first. Not there while there is none. */
export function PublicationLessons({ call, lessons }: { call: Call; lessons: Paged<TrialLessonView> }) {
  const { say } = useSession().translator
  const { items = [], readOn, refresh } = lessons
  const list = useRef<HTMLUListElement>(null)
  if (items.length === 0) return null
  return (
    <section className="publication-step" aria-labelledby="publication-lessons">
      <h2 id="publication-lessons">{say('publication.lessons')}</h2>
      <p className="quiet">{say('publication.lessons.about')}</p>
      <p>{say('publication.lesson.hint')}</p>
      <ul
        className="card rows publication-list"
        ref={list}
        tabIndex={-1}
        aria-labelledby="publication-lessons"
      >
        {items.map(lesson => (
          <li key={`${lesson.trial.id} ${lesson.turn}`} tabIndex={-1}>
            <Lesson call={call} lesson={lesson} refresh={refresh} />
          </li>
        ))}
      </ul>
      <ReadOn read={readOn} list={list} count={items.length} />
    </section>
  )
}
