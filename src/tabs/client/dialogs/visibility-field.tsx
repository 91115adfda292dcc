import { Field, Radio, RadioGroup } from '@fluentui/react-components'
import type { Visibility } from '../../contract/commitments.ts'
import { useGround } from '../page/ground.tsx'

const VISIBLE_TO = {
  me: 'commit.visibility.me',
  direction: 'commit.visibility.direction',
  everyone: 'commit.visibility.everyone',
} as const satisfies Record<Visibility, string>
const VISIBILITIES = Object.keys(VISIBLE_TO) as Visibility[]

type Props = { readonly value: Visibility; readonly onChange: (to: Visibility) => void }

/** Who may see a commitment. Colleagues of a Direction only once it is known. */
export function VisibilityField({ value, onChange }: Props) {
  const { speech, me } = useGround()
  const shareable = me.direction !== undefined
  const hint = shareable
    ? value === 'direction' && speech.say('commit.visibility.declared')
    : speech.say('tab.commit.no-direction')
  return (
    <Field label={speech.say('commit.visibility')} {...(hint && { hint })}>
      <RadioGroup value={value} onChange={(_, data) => onChange(data.value as Visibility)}>
        {VISIBILITIES.map(to => (
          <Radio
            key={to}
            value={to}
            label={speech.say(VISIBLE_TO[to])}
            disabled={to === 'direction' && !shareable}
          />
        ))}
      </RadioGroup>
    </Field>
  )
}
