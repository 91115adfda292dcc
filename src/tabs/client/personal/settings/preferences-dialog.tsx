import { Field, Select } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { PreferencesView } from '../../../contract/messages.ts'
import { useAct } from '../../parts/actions/action.tsx'
import { Frame } from '../../parts/dialogs/frame.tsx'
import { focusFirstInvalid } from '../../parts/forms/field-focus.ts'
import { Pending } from '../../parts/lists/pending.tsx'
import { useReading } from '../../parts/lists/reading.ts'
import { usePersonalTab } from '../navigation/context.tsx'
import type { Finish } from '../navigation/dialog-request.ts'
import { CalendarAddress } from './calendar-address.tsx'
import { DaysOffField } from './days-off-field.tsx'
import { PauseField } from './pause-field.tsx'
import { inputsOf, NO_CHANGE, type PreferenceChanges, shownOf } from './preferences.ts'
import { TopicFields } from './topic-fields.tsx'

function PerWeekField({ view, onChange }: { view: PreferencesView; onChange: (perWeek: number) => void }) {
  const { translator } = usePersonalTab()
  const first = useRef<HTMLSelectElement>(null)
  // The dialog opened on its one button: the form comes after it.
  useEffect(() => first.current?.focus(), [])
  const numbers = Array.from({ length: view.most }, (_, at) => at + 1)
  return (
    <Field label={translator.say('message.cap')}>
      <Select ref={first} value={String(view.perWeek)} onChange={(_, data) => onChange(Number(data.value))}>
        {numbers.map(count => (
          <option key={count} value={count}>
            {translator.say('message.cap.choice', { count })}
          </option>
        ))}
      </Select>
    </Field>
  )
}

/** « Coups de pouce »: how often one is written to unasked, about what, and until when not at all. */
export function PreferencesDialog({ finish }: { finish: Finish }) {
  const { translator, programme, acts, acting } = usePersonalTab()
  const { value: held, failure, again, keep } = useReading<PreferencesView>('/me/messages')
  const act = useAct()
  const [tried, setTried] = useState(false)
  const [changes, setChanges] = useState<PreferenceChanges>(NO_CHANGE)
  const change = (part: Partial<PreferenceChanges>) => setChanges(now => ({ ...now, ...part }))
  const view = held && shownOf(held, changes)
  const send = async () => {
    setTried(true)
    if (!held || !view) return
    if (view.pausedUntil && view.pausedUntil < programme.today) return focusFirstInvalid()
    const save = async () => {
      for (const input of inputsOf(held, changes)) keep(await acts.prefer(input))
    }
    if (await act.run(save, { text: translator.say('saved'), about: translator.say('message.choices') }))
      finish()
  }
  const submit = { word: translator.say('save'), act, send: () => void send() }
  return (
    <Frame
      title={translator.say('message.choices')}
      close={() => finish()}
      closeWord={translator.say('tab.close')}
      {...(view && { submit })}
    >
      {!view && <Pending failure={failure} again={again} />}
      {view && <PerWeekField view={view} onChange={perWeek => change({ perWeek })} />}
      {view && (
        <PauseField
          value={view.pausedUntil ?? ''}
          onChange={pausedUntil => change({ pausedUntil })}
          tried={tried}
        />
      )}
      {view && view.workdays.length > 1 && (
        <DaysOffField view={view} onChange={daysOff => change({ daysOff })} />
      )}
      {view && view.topics.length > 0 && (
        <TopicFields
          topics={view.topics}
          onChange={(topic, on) => change({ topics: { ...changes.topics, [topic]: on } })}
        />
      )}
      {view && acting && <CalendarAddress />}
    </Frame>
  )
}
