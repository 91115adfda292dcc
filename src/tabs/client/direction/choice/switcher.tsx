import { Select } from '@fluentui/react-components'
import type { DirectionView } from '../../../contract/programme/programme.ts'
import { offeredTo } from '../../data/sources/direction-choices.ts'
import { useSession } from '../../parts/page/context.tsx'

export type SwitcherProps = {
  readonly shown: DirectionView | undefined
  readonly choose: (id: string) => void
}

/**
 * Which Direction the page shows: a list of the device's own, that a phone opens as it opens all others. Its code comes
 * after the page: until then its place is kept.
 */
export default function Switcher({ shown, choose }: SwitcherProps) {
  const { translator, me, programme } = useSession()
  const { say } = translator
  const { led, own, others } = offeredTo(me, programme)
  const groups = [
    { label: say('direction.switch.led'), directions: led },
    { label: say('direction.switch.own'), directions: own },
    { label: say('direction.switch.others'), directions: others },
  ].filter(({ directions }) => directions.length > 0)
  const options = (directions: readonly DirectionView[]) =>
    directions.map(({ id, name }) => (
      <option key={id} value={id}>
        {name}
      </option>
    ))
  return (
    <Select
      className="switcher"
      aria-label={say('direction.switch')}
      value={shown?.id ?? ''}
      onChange={(_, { value }) => choose(value)}
    >
      {!shown && (
        <option value="" disabled>
          {say('direction.switch.placeholder')}
        </option>
      )}
      {/* A group that stands alone is not told from anything. */}
      {groups.map(({ label, directions }) =>
        groups.length > 1 ? (
          <optgroup key={label} label={label}>
            {options(directions)}
          </optgroup>
        ) : (
          options(directions)
        ),
      )}
    </Select>
  )
}
