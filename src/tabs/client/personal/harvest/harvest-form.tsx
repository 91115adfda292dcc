import { Button, Field, Input, Select, Textarea } from '@fluentui/react-components'
import { Send20Regular } from '@fluentui/react-icons/svg/send'
import { type FormEvent, useRef, useState } from 'react'
import { useSession } from '../../parts/page/context.tsx'
import { ideasIn, isLong, LIMIT, type LinePresets, MOST_KEPT } from './lines.ts'
import type { LineQueue } from './queue.ts'

type Props = {
  readonly queue: LineQueue
  readonly presets: LinePresets
  readonly put: (change: Partial<LinePresets>) => void
  readonly send: (texts: readonly string[]) => void
}

const BYS = ['table', 'nobody', 'person'] as const

/** Reports its text on blur: each letter of a table's name would be another table. */
function TableField({ value, onDone }: { value: string; onDone: (table: string) => void }) {
  const { translator } = useSession()
  const [typed, setTyped] = useState(value)
  const done = () => onDone(typed.replace(/\s+/gu, ' ').trim())
  return (
    <Field label={translator.say('harvest.table')}>
      <Input
        value={typed}
        maxLength={30}
        autoComplete="off"
        onChange={(_, data) => setTyped(data.value)}
        onBlur={done}
      />
    </Field>
  )
}

/** Axis, table and whom the ideas come from, the same for all lines until they are changed. */
function PresetFields({ presets, put }: Pick<Props, 'presets' | 'put'>) {
  const { translator, programme } = useSession()
  const { say } = translator
  const { axis, table, by, name } = presets
  const names = {
    table: table === '' ? say('harvest.by.tables') : say('idea.credit.table', { table }),
    nobody: say('harvest.by.nobody'),
    person: say('harvest.by.person'),
  }
  return (
    <div className="harvest-presets">
      <Field label={say('idea.axis')} className="harvest-axis">
        <Select value={axis} onChange={(_, data) => put({ axis: data.value })}>
          {programme.axes.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      </Field>
      <TableField key={table} value={table} onDone={next => next !== table && put({ table: next })} />
      <Field label={say('harvest.by')}>
        <Select
          value={by}
          onChange={(_, data) => put({ by: BYS.find(each => each === data.value) ?? 'table' })}
        >
          {BYS.map(each => (
            <option key={each} value={each}>
              {names[each]}
            </option>
          ))}
        </Select>
      </Field>
      {by === 'person' && (
        <Field label={say('harvest.name')} hint={say('harvest.name.hint')} className="harvest-axis">
          <Input
            value={name}
            maxLength={60}
            autoComplete="off"
            onChange={(_, data) => put({ name: data.value })}
          />
        </Field>
      )}
    </div>
  )
}

/** One big field: an idea a line. What is typed in it is kept on the phone at each letter. */
export function HarvestForm({ queue, presets, put, send }: Props) {
  const { translator } = useSession()
  const { say } = translator
  const [text, setText] = useState(queue.draft)
  const field = useRef<HTMLTextAreaElement>(null)
  const lines = ideasIn(text)
  const long = lines.filter(isLong)
  const ready = lines.length - long.length
  const room = queue.room()
  const type = (value: string) => {
    setText(value)
    queue.putDraft(value)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const short = lines.filter(line => !isLong(line))
    if (short.length === 0) return field.current?.focus()
    send(short.slice(0, room))
    // What is too long stays where it can be shortened.
    type([...long, ...short.slice(room)].join('\n'))
    field.current?.focus()
  }
  const count = long.length
  const message =
    count > 0
      ? say('harvest.long', { count, max: LIMIT })
      : ready > room
        ? say('harvest.full', { max: MOST_KEPT })
        : undefined
  return (
    <form className="harvest-form" onSubmit={submit}>
      <PresetFields presets={presets} put={put} />
      <Field
        label={say('harvest.label')}
        hint={say('harvest.hint', { max: LIMIT })}
        {...(message && { validationMessage: message })}
      >
        <Textarea
          ref={field}
          value={text}
          rows={7}
          resize="vertical"
          className="harvest-text"
          onChange={(_, data) => type(data.value)}
        />
      </Field>
      <Button type="submit" appearance="primary" size="large" icon={<Send20Regular />}>
        {say('harvest.send', { count: ready })}
      </Button>
    </form>
  )
}
