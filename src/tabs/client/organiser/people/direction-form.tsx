import { Field, Select } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { HolderView } from '../../../contract/people/roles.ts'
import type { ActState } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { useSession } from '../../parts/page/context.tsx'

export type CorrectDirection = (person: HolderView, direction: string) => Promise<void>

type Props = { readonly person: HolderView; readonly act: ActState; readonly place: CorrectDirection }

/** Says where somebody works, in their stead: the one way left where the people file or their own changes bar theirs. */
export function DirectionForm({ person, act, place }: Props) {
  const { translator, programme } = useSession()
  const { say } = translator
  const [direction, setDirection] = useState(person.direction ?? '')
  const field = useRef<HTMLSelectElement>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    <>
      <Field label={say('staff.place.of', { name: person.name })} hint={say('staff.place.hint')}>
        <Select ref={field} value={direction} onChange={(_, { value }) => setDirection(value)}>
          {!person.direction && <option value="" />}
          {programme.directions.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      {direction !== '' && direction !== person.direction && (
        <ActButton act={act} appearance="primary" onPress={() => void place(person, direction)}>
          {say('staff.place.save')}
        </ActButton>
      )}
    </>
  )
}
