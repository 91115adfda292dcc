import { Field, Select } from '@fluentui/react-components'
import { useState } from 'react'
import type { LessonInput, LessonsView, LessonView } from '../../../contract/programme/lessons.ts'
import type { WholeProgrammeView } from '../../../contract/programme/method.ts'
import type { Call } from '../../data/api/call.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { useDraft } from '../../parts/forms/draft.ts'
import { focusFirstInvalid } from '../../parts/forms/field-focus.ts'
import { TextField } from '../../parts/forms/text-field.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { firstWords } from '../../parts/words/excerpt.ts'
import { lengthOf } from '../../parts/words/length.ts'

/** Characters of one, as the server says; see features/programme/programme/lesson.ts. */
const LONGEST = 500

type Whole = Pick<WholeProgrammeView, 'axes' | 'phases' | 'lessons'>
type Props = { readonly call: Call; readonly whole: Whole; readonly changed: () => void }

/** « axis:equipe », « phase:creer », '' for the whole. */
function aboutOf({ axis, phase }: LessonView): string {
  if (axis !== undefined) return `axis:${axis}`
  return phase === undefined ? '' : `phase:${phase}`
}

function inputOf(text: string, about: string): LessonInput {
  const [of, id] = about.split(':')
  if (of === 'axis' && id) return { text, axis: id }
  return of === 'phase' && id ? { text, phase: id } : { text }
}

function Lesson({ call, whole, changed, lesson }: Props & { lesson: LessonView }) {
  const { say } = useSession().translator
  const act = useAct()
  const { axis, phase, text } = lesson
  const about =
    whole.axes.find(({ id }) => id === axis)?.title ?? whole.phases.find(({ id }) => id === phase)?.title
  const remove = async () => {
    const body = inputOf(text, aboutOf(lesson))
    await act.run(() => call<LessonsView>('POST', '/programme/lessons/remove', body), {
      text: say('lesson.removed'),
      about: firstWords(text),
      undo: async () => {
        await call<LessonsView>('POST', '/programme/lessons', body)
        changed()
      },
    })
    changed()
  }
  return (
    <li className="lesson">
      <p className="lesson-words">
        {about && <span className="quiet">{say('lesson.on', { about })}</span>} {text}
      </p>
      <ActButton
        act={act}
        appearance="subtle"
        size="small"
        aria-label={say('tab.act', { act: say('lesson.remove'), text: firstWords(text) })}
        onPress={() => void remove()}
      >
        {say('lesson.remove')}
      </ActButton>
      <ActFailure act={act} />
    </li>
  )
}

function LessonForm({ call, whole, changed }: Props) {
  const { say } = useSession().translator
  const act = useAct()
  const draft = useDraft('lesson', { text: '', about: '' })
  const [tried, setTried] = useState(false)
  const { text, about } = draft.value
  const add = async () => {
    setTried(true)
    if (lengthOf(text) === 0 || lengthOf(text) > LONGEST) return focusFirstInvalid()
    const sent = call<LessonsView>('POST', '/programme/lessons', inputOf(text, about))
    if (!(await act.run(() => sent, { text: say('lesson.added'), about: firstWords(text) }))) return
    setTried(false)
    draft.reset()
    changed()
  }
  return (
    <div className="lesson-form">
      <TextField
        label={say('lesson.text')}
        hint={say('lesson.hint')}
        value={text}
        limit={LONGEST}
        rows={3}
        onChange={next => draft.change({ text: next })}
        tried={tried}
      />
      <Field label={say('lesson.about')}>
        <Select value={about} onChange={(_, { value }) => draft.change({ about: value })}>
          <option value="">{say('lesson.whole')}</option>
          {whole.axes.map(({ id, title }) => (
            <option key={id} value={`axis:${id}`}>
              {say('lesson.axis', { title })}
            </option>
          ))}
          {whole.phases.map(({ id, title }) => (
            <option key={id} value={`phase:${id}`}>
              {say('lesson.phase', { title })}
            </option>
          ))}
        </Select>
      </Field>
      <p className="quiet closeout-words">{say('lesson.rule')}</p>
      <div className="acts">
        <ActButton act={act} onPress={() => void add()}>
          {say('lesson.add')}
        </ActButton>
      </div>
      <ActFailure act={act} />
    </div>
  )
}

/** « Ce que la méthode a appris »: what goes with the method file, for whoever takes it. Observers read. */
export function LessonsPart({ call, whole, changed, reading }: Props & { readonly reading: boolean }) {
  const { say } = useSession().translator
  const { lessons } = whole
  return (
    <section className="closeout-part">
      <h3 className="closeout-title">{say('lesson.title')}</h3>
      {lessons.length === 0 && <p className="quiet closeout-words">{say('lesson.none')}</p>}
      <ul>
        {lessons.map(lesson =>
          reading ? (
            <li key={`${aboutOf(lesson)} ${lesson.text}`}>
              <p className="lesson-words">{lesson.text}</p>
            </li>
          ) : (
            <Lesson key={`${aboutOf(lesson)} ${lesson.text}`} {...{ call, whole, changed }} lesson={lesson} />
          ),
        )}
      </ul>
      {!reading && (
        <details className="unfold">
          <summary>{say('lesson.write')}</summary>
          <LessonForm {...{ call, whole, changed }} />
        </details>
      )}
    </section>
  )
}
