import { Button, Checkbox, Field, Input } from '@fluentui/react-components'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import type { HolderView, KnownView, RoleInput, RoleListName } from '../../../contract/people/roles.ts'
import type { Call } from '../../data/api/call.ts'
import { ActFailure, type ActState, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { Panel } from '../../parts/panels/panel.tsx'
import { sectionAddress } from '../parts/address.ts'
import { type CorrectDirection, DirectionForm } from './direction-form.tsx'
import { directionName, heldText, seatText } from './texts.ts'

type Props = {
  readonly call: Call
  readonly role: RoleListName
  /** Whose Directions change; absent: somebody is looked for. */
  readonly person: HolderView | undefined
  readonly act: ActState
  readonly give: (person: HolderView, input: RoleInput) => Promise<void>
  readonly place: CorrectDirection
}

type LeadsProps = { readonly chosen: readonly string[]; readonly choose: (ids: readonly string[]) => void }

/** The Directions of a manager; a hundred of them scroll within their own frame. */
function Leads({ chosen, choose }: LeadsProps) {
  const { translator, programme } = useSession()
  return (
    <fieldset className="leads">
      <legend>{translator.say('staff.leads')}</legend>
      <div className="leads-list">
        {programme.directions.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={chosen.includes(id)}
            onChange={(_, { checked }) =>
              choose(checked ? [...chosen, id] : chosen.filter(each => each !== id))
            }
          />
        ))}
      </div>
    </fieldset>
  )
}

/** Gives a role to a colleague found by name; those who pilot are named in their Direction. */
export function GiveRolePanel({ call, role, person, act, give, place: placeIn }: Props) {
  const { translator, programme } = useSession()
  const { say } = translator
  const heading = useId()
  const search = useAct()
  const [typed, setTyped] = useState('')
  const [found, setFound] = useState<KnownView>()
  const [placing, setPlacing] = useState<HolderView>()
  const [leads, setLeads] = useState<readonly string[]>(person?.leads ?? [])
  const place = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (person) place.current?.focus()
  }, [person])
  if (role === 'pilot' || role === 'deputy')
    return (
      <p>
        <a href={sectionAddress('people', 'pilots')}>{say('staff.pilots.go')}</a>
      </p>
    )
  const input: RoleInput = role === 'manager' ? { role, leads: [...leads] } : { role }
  const look = (event: FormEvent) => {
    event.preventDefault()
    const path = `/people/known?name=${encodeURIComponent(typed)}`
    void search.run(
      async () => {
        const answer = await call<KnownView>('GET', path)
        setFound(answer)
        return answer
      },
      answer => say('staff.found', { count: answer.found.length }),
    )
  }
  const title = person ? say('staff.change.of', { name: person.name }) : say('staff.give')
  return (
    <Panel title={title} id={heading}>
      <form ref={place} className="give" tabIndex={-1} aria-labelledby={heading} onSubmit={look}>
        {role === 'manager' && <Leads chosen={leads} choose={setLeads} />}
        {person ? (
          <ActButton act={act} appearance="primary" onPress={() => void give(person, input)}>
            {say('staff.change.save')}
          </ActButton>
        ) : (
          <Field label={say('staff.name')} hint={say('staff.name.hint')}>
            <div className="name-field">
              <Input value={typed} maxLength={100} onChange={(_, data) => setTyped(data.value)} />
              <Button type="submit">{say('staff.look')}</Button>
            </div>
          </Field>
        )}
        <ActFailure act={search} />
        {found && found.found.length === 0 && <p>{say('staff.nobody')}</p>}
        {found && found.found.length > 0 && !person && (
          <ul className="known">
            {found.found.map(each => (
              <li key={each.id}>
                <span>
                  <strong>{each.name}</strong>
                  <span className="quiet">
                    {[
                      each.role === 'agent' ? '' : seatText(translator, programme, each),
                      each.direction && directionName(programme, each.direction),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </span>
                <span className="acts">
                  <ActButton
                    act={act}
                    size="small"
                    aria-label={say('staff.give.to', { role: heldText(translator, role), name: each.name })}
                    onPress={() => void give(each, input)}
                  >
                    {say('staff.give')}
                  </ActButton>
                  <Button
                    size="small"
                    aria-label={say('staff.place.for', { name: each.name })}
                    onClick={() => setPlacing(each)}
                  >
                    {say('staff.place')}
                  </Button>
                </span>
              </li>
            ))}
          </ul>
        )}
        {placing && <DirectionForm key={placing.id} person={placing} act={act} place={placeIn} />}
        {found?.more && <p className="quiet">{say('relay.more')}</p>}
      </form>
    </Panel>
  )
}
