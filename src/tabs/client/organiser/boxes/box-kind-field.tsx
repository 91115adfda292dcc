import { Field, Radio, RadioGroup } from '@fluentui/react-components'
import type { BoxKindName } from '../../../contract/ideas/boxes.ts'
import { useSession } from '../../parts/page/context.tsx'

type Props = { readonly value: BoxKindName; readonly choose: (kind: BoxKindName) => void }

/** Micro-ideas with a name unless their author chooses, or questions to the management without one. */
export function BoxKindField({ value, choose }: Props) {
  const { say } = useSession().translator
  return (
    <Field
      label={say('idea.box.kind')}
      hint={say(value === 'question' ? 'idea.box.rules.question' : 'idea.box.rules')}
    >
      <RadioGroup
        value={value}
        onChange={(_, data) => choose(data.value === 'question' ? 'question' : 'ideas')}
      >
        <Radio value="ideas" label={say('idea.box.kind.ideas')} />
        <Radio value="question" label={say('idea.box.kind.question')} />
      </RadioGroup>
    </Field>
  )
}
