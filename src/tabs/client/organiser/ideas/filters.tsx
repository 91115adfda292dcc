import { Select } from '@fluentui/react-components'
import type { KeptDayView } from '../../../contract/attendance.ts'
import type { BoxRowView } from '../../../contract/ideas/boxes.ts'
import type { Call } from '../../data/api/call.ts'
import { SearchField } from '../../parts/forms/search-field.tsx'
import { usePaged } from '../../parts/lists/paged.ts'
import { useSession } from '../../parts/page/context.tsx'
import { FoldedFilters } from '../../parts/panels/folded-filters.tsx'
import type { Narrowing, RegisterQuery } from './query.ts'

/** Takes the focus once everything is shown again. */
export const SEARCH = 'queue-search'

type Props = {
  readonly call: Call
  readonly query: RegisterQuery
  readonly narrow: (name: Narrowing, value: string) => void
  readonly reading: boolean
}

type ChoiceProps = {
  readonly label: string
  readonly all: string
  readonly value: string
  readonly choices: readonly { readonly id: string; readonly name: string }[]
  readonly choose: (value: string) => void
}

function Choice({ label, all, value, choices, choose }: ChoiceProps) {
  return (
    <Select aria-label={label} value={value} onChange={(_, data) => choose(data.value)}>
      <option value="">{all}</option>
      {choices.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  )
}

/** Choice of a finished workshop, where most ideas come from; the chosen one is always listed. */
function WorkshopChoice({ call, query, narrow }: Props) {
  const { say } = useSession().translator
  const { items = [] } = usePaged<KeptDayView>(call, '/attendance/past', ['workshops'])
  const known = items.map(({ id, title, startsAt }) => ({ id, title, startsAt }))
  const { shortDay } = useSession().translator
  const choices = known.map(({ id, title, startsAt }) => ({ id, name: `${title} · ${shortDay(startsAt)}` }))
  const chosen = query.workshop
  const others =
    chosen && choices.every(({ id }) => id !== chosen)
      ? [{ id: chosen, name: say('queue.workshop.one') }]
      : []
  if (choices.length + others.length === 0) return null
  return (
    <Choice
      label={say('queue.workshop')}
      all={say('queue.workshop.all')}
      value={chosen}
      choices={[...others, ...choices]}
      choose={value => narrow('workshop', value)}
    />
  )
}

/** Choice of a question that was put to channels; the chosen one is always listed. */
function BoxChoice({ call, query, narrow }: Props) {
  const { say } = useSession().translator
  const { items = [] } = usePaged<BoxRowView>(call, '/idea-boxes', ['ideas'])
  const chosen = query.box
  const choices = items.map(({ id, question }) => ({ id, name: question }))
  const others =
    chosen && choices.every(({ id }) => id !== chosen) ? [{ id: chosen, name: say('queue.boxes.one') }] : []
  if (choices.length + others.length === 0) return null
  return (
    <Choice
      label={say('queue.boxes.filter')}
      all={say('queue.boxes.all')}
      value={chosen}
      choices={[...others, ...choices]}
      choose={value => narrow('box', value)}
    />
  )
}

/** Which ideas are listed. The choices unfold under the search. */
export function Filters(props: Props) {
  const { query, narrow, reading } = props
  const { translator, programme } = useSession()
  const { say } = translator
  const set = query.axis !== '' || query.direction !== '' || query.workshop !== '' || query.box !== ''
  return (
    <div className="queue-filters">
      <SearchField
        id={SEARCH}
        className="queue-search"
        words={query.q}
        label={say('queue.search')}
        search={q => narrow('q', q)}
      />
      <FoldedFilters name="queue" label={say('queue.filter')} set={set}>
        <Choice
          label={say('gallery.axis')}
          all={say('gallery.axis.all')}
          value={query.axis}
          choices={programme.axes.map(({ id, title }) => ({ id, name: title }))}
          choose={value => narrow('axis', value)}
        />
        <Choice
          label={say('gallery.direction')}
          all={say('gallery.direction.all')}
          value={query.direction}
          choices={programme.directions}
          choose={value => narrow('direction', value)}
        />
        {!reading && <WorkshopChoice {...props} />}
        <BoxChoice {...props} />
      </FoldedFilters>
    </div>
  )
}
