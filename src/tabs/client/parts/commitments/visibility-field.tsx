import { Field, Radio, RadioGroup } from '@fluentui/react-components'
import type { CommitmentVisibilityView } from '../../../contract/commitments.ts'
import { useSession } from '../page/context.tsx'

const VISIBLE_TO = {
  me: 'commit.visibility.me',
  direction: 'commit.visibility.direction',
  everyone: 'commit.visibility.everyone',
} as const satisfies Record<CommitmentVisibilityView, string>
const VISIBILITIES = Object.keys(VISIBLE_TO) as CommitmentVisibilityView[]

const WIDTH = { me: 0, direction: 1, everyone: 2 } as const satisfies Record<CommitmentVisibilityView, number>

type Props = {
  readonly value: CommitmentVisibilityView
  readonly onChange: (to: CommitmentVisibilityView) => void
  /** Current visibility of an existing commitment. */
  readonly from?: CommitmentVisibilityView
}

/** What it changes for others, before it is saved. */
function effectOf(from: CommitmentVisibilityView | undefined, value: CommitmentVisibilityView) {
  if (from === undefined || from === value) return undefined
  if (value === 'me' || WIDTH[value] < WIDTH[from]) return 'commit.visibility.narrower'
  return value === 'direction' ? 'commit.visibility.direction.see' : 'commit.visibility.everyone.see'
}

/** Who may see a commitment. Colleagues of a Direction only once it is known. */
export function VisibilityField({ value, onChange, from }: Props) {
  const { translator, me } = useSession()
  const shareable = me.direction !== undefined
  const effect = effectOf(from, value)
  const hints = [
    effect && translator.say(effect),
    !shareable && translator.say('tab.commit.no-direction'),
    shareable && value === 'direction' && translator.say('commit.visibility.declared'),
  ]
  const hint = hints.filter(Boolean).join(' ')
  return (
    // A live region: announced when the choice changes.
    <Field label={translator.say('commit.visibility')} hint={{ children: hint, role: 'status' }}>
      <RadioGroup value={value} onChange={(_, data) => onChange(data.value as CommitmentVisibilityView)}>
        {VISIBILITIES.map(to => (
          <Radio
            key={to}
            value={to}
            label={translator.say(VISIBLE_TO[to])}
            disabled={to === 'direction' && !shareable}
          />
        ))}
      </RadioGroup>
    </Field>
  )
}
