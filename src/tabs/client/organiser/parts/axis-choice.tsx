import { Field, Select } from '@fluentui/react-components'
import { useSession } from '../../parts/page/context.tsx'
import { useFilters } from './address.ts'

/** The axis that a page of one axis shows: the one of its address, else the first. */
export function useAxis() {
  const { axes } = useSession().programme
  const [filters] = useFilters()
  return axes.find(({ id }) => id === filters.get('axis')) ?? axes[0]
}

export function AxisChoice() {
  const { translator, programme } = useSession()
  const [, set] = useFilters()
  const axis = useAxis()
  return (
    <Field label={translator.say('idea.axis')}>
      <Select value={axis?.id ?? ''} onChange={(_, { value: id }) => set('axis', id)}>
        {programme.axes.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
    </Field>
  )
}
