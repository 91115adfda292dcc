import { Dropdown, Option, OptionGroup } from '@fluentui/react-components'
import type { DirectionView } from '../../contract/programme.ts'
import { useGround } from '../page/ground.tsx'
import { offeredTo } from './offered.ts'

export type SwitcherProps = {
  readonly shown: DirectionView | undefined
  readonly choose: (id: string) => void
}

/** Which Direction the page shows. Its code comes after the page: until then its place is kept. */
export default function Switcher({ shown, choose }: SwitcherProps) {
  const { speech, me, programme } = useGround()
  const { say } = speech
  const { led, own, others } = offeredTo(me, programme)
  const groups = [
    { label: say('direction.switch.led'), directions: led },
    { label: say('direction.switch.own'), directions: own },
    { label: say('direction.switch.others'), directions: others },
  ].filter(({ directions }) => directions.length > 0)
  return (
    <Dropdown
      className="switcher"
      aria-label={say('direction.switch')}
      placeholder={say('direction.switch.placeholder')}
      value={shown?.name ?? ''}
      // A name of two lines would not fit; the heading has all of it.
      {...(shown && { button: { children: <span className="switcher-name">{shown.name}</span> } })}
      selectedOptions={shown ? [shown.id] : []}
      onOptionSelect={(_, { optionValue }) => optionValue && choose(optionValue)}
    >
      {/* A group that stands alone is not told from anything. */}
      {groups.map(({ label, directions }) => (
        <OptionGroup key={label} {...(groups.length > 1 && { label })}>
          {directions.map(({ id, name }) => (
            <Option key={id} value={id} text={name}>
              {name}
            </Option>
          ))}
        </OptionGroup>
      ))}
    </Dropdown>
  )
}
