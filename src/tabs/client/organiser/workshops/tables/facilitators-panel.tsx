import { Button, Field, Input } from '@fluentui/react-components'
import { type RefObject, useEffect, useId, useRef, useState } from 'react'
import type { ColleagueView } from '../../../../contract/attendance.ts'
import type {
  FacilitatorInput,
  FacilitatorsView,
  FacilitatorView,
} from '../../../../contract/workshops/tables.ts'
import { ActFailure, type ActState, useAct } from '../../../parts/actions/action.tsx'
import { ActButton } from '../../../parts/actions/action-button.tsx'
import { Notice } from '../../../parts/notices/notice.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { useFocusHeir } from '../../../parts/page/focus-heir.ts'
import { FactLine } from '../../../parts/panels/fact-line.tsx'
import { actName } from '../../../parts/words/button-name.ts'
import { failureText } from '../../../parts/words/failure-text.ts'
import { useColleagues } from '../day/use-colleagues.ts'
import type { PanelProps } from '../workshop/panels.ts'
import { useOwn } from './use-panel-data.ts'

type RowAct = {
  readonly word: 'leaders.remove' | 'leaders.name'
  readonly done: string
  readonly press: () => Promise<void>
}

type RowProps = {
  readonly name: string
  readonly about: readonly (string | false | undefined)[]
  /** Absent where nothing is left to be done. */
  readonly act?: RowAct
  /** Takes the focus over when a focused row disappears. */
  readonly heir: RefObject<HTMLElement | null>
}

function RowButton({ of: { word, done, press }, act, name }: { of: RowAct; act: ActState; name: string }) {
  const { translator } = useSession()
  return (
    <ActButton
      act={act}
      appearance={word === 'leaders.remove' ? 'subtle' : 'secondary'}
      aria-label={actName(translator, word, name)}
      onPress={() => void act.run(press, done)}
    >
      {translator.say(word)}
    </ActButton>
  )
}

function Row({ name, about, act: of, heir }: RowProps) {
  const act = useAct()
  const row = useFocusHeir<HTMLLIElement>(heir)
  return (
    <li ref={row} className="roll-row">
      <div>
        <p className="words">{name}</p>
        <FactLine of={about} />
        <ActFailure act={act} />
      </div>
      {of && <RowButton of={of} act={act} name={name} />}
    </li>
  )
}

/** « Animation »: who facilitates, at which table; others are looked for by name. */
export default function FacilitatorsPanel({ workshop: { id, off, over }, call }: PanelProps) {
  const { translator, me, programme } = useSession()
  const { say } = translator
  const title = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const [adding, setAdding] = useState(false)
  const [typed, type] = useState('')
  const [table, setTable] = useState('')
  const path = `/workshops/${encodeURIComponent(id)}/facilitators`
  const { value: view, failure, keep } = useOwn<FacilitatorsView>(call, path)
  const { found, failure: lost } = useColleagues(call, `/attendance/${encodeURIComponent(id)}`, typed, 0)
  useEffect(() => {
    if (adding) field.current?.focus()
  }, [adding])
  // Of one that is over: who facilitated it, if anybody did.
  if (me.role !== 'organiser' || (over && !view?.items.length)) return null
  const name = async (person: string) => {
    const body: FacilitatorInput = { person, table: table === '' ? null : Number(table) }
    keep(await call<FacilitatorsView>('PUT', path, body))
    setTable('')
    type('')
  }
  const remove = async ({ id: person }: FacilitatorView) => {
    keep(await call<FacilitatorsView>('PUT', `${path}/remove`, { person }))
  }
  const removing = (leader: FacilitatorView): RowAct => ({
    word: 'leaders.remove',
    done: say('leaders.removed', { name: leader.name }),
    press: () => remove(leader),
  })
  const naming = (person: ColleagueView): RowAct => ({
    word: 'leaders.name',
    done: say('leaders.named', { name: person.name }),
    press: () => name(person.id),
  })
  const trouble = failure ?? lost
  const leads = (person: string) => view?.items.some(leader => leader.id === person) === true
  const aboutOf = ({ id: person, direction }: ColleagueView) => [
    programme.directions.find(each => each.id === direction)?.name,
    leads(person) && say('leaders.already'),
  ]
  return (
    <section className="card panel" aria-labelledby={title}>
      <div className="panel-head">
        <h2 id={title} ref={heading} tabIndex={-1}>
          {say('leaders.title')}
        </h2>
        {!off && !over && !adding && <Button onClick={() => setAdding(true)}>{say('leaders.add')}</Button>}
      </div>
      {trouble && <Notice tone="warning">{failureText(trouble, translator, {})}</Notice>}
      {view?.items.length === 0 && <p className="quiet">{say('leaders.none')}</p>}
      {view && view.items.length > 0 && (
        <ul className="rows roll" aria-labelledby={title}>
          {view.items.map(leader => (
            <Row
              key={leader.id}
              name={leader.name}
              about={[
                leader.table === undefined
                  ? say('leaders.free')
                  : say('tables.number', { table: leader.table }),
              ]}
              {...(!over && { act: removing(leader) })}
              heir={heading}
            />
          ))}
        </ul>
      )}
      {!off && !over && adding && (
        <>
          <div className="leader-fields">
            <Field label={say('leaders.find')}>
              <Input ref={field} value={typed} maxLength={100} onChange={(_, data) => type(data.value)} />
            </Field>
            <Field label={say('leaders.table')}>
              <Input
                type="number"
                min={1}
                max={100}
                value={table}
                onChange={(_, data) => setTable(data.value)}
              />
            </Field>
          </div>
          {found?.length === 0 && <p className="quiet">{say('day.colleague.none')}</p>}
          {found && found.length > 0 && (
            <ul className="rows roll" aria-label={say('leaders.find')}>
              {found.map(person => (
                <Row
                  key={person.id}
                  name={person.name}
                  about={aboutOf(person)}
                  act={naming(person)}
                  heir={heading}
                />
              ))}
            </ul>
          )}
          <p className="quiet">{say('leaders.rules')}</p>
        </>
      )}
    </section>
  )
}
