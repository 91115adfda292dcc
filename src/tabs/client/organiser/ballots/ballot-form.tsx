import { Field, Input, Textarea } from '@fluentui/react-components'
import type { BallotChoices } from '../../../contract/ballots/drafts.ts'
import { draftActs } from '../../data/actions/drafts.ts'
import type { Call } from '../../data/api/call.ts'
import { QuestionCheck } from '../../parts/forms/draft-check.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { lengthOf } from '../../parts/words/length.ts'
import { type FormProps, messageOf } from './fields.tsx'
import { IdeaPicker } from './idea-picker.tsx'
import { PresetChoice } from './preset-choice.tsx'
import { RuleFields } from './rule-fields.tsx'

const QUESTION = 120

type Props = FormProps & { readonly choices: BallotChoices; readonly call: Call }

/** The whole of a ballot as it is typed; what is refused is said at once, each beside its field, and nothing typed is lost. */
export function BallotForm({ draft, faults, change, choices, call }: Props) {
  const { say } = useSession().translator
  const drafts = draftActs((path, body) => call('POST', path, body))
  const { question, ideas, options } = draft
  return (
    <form className="ballot-form" noValidate onSubmit={event => event.preventDefault()}>
      <PresetChoice draft={draft} choices={choices} change={change} />
      <section className="card panel">
        <QuestionCheck
          kind="ballot"
          text={question}
          put={text => change({ question: text })}
          acts={drafts}
          field={left => (
            <Field
              label={say('ballot.field.question')}
              hint={say('tab.counter', { count: lengthOf(question), max: QUESTION })}
              required
              {...messageOf(faults, 'question')}
            >
              <Input
                value={question}
                placeholder={say('ballot.field.question.hint')}
                onBlur={left}
                onChange={(_, { value }) => change({ question: value })}
              />
            </Field>
          )}
        />
        <h2>{say('ballots.ideas')}</h2>
        <IdeaPicker chosen={ideas} change={chosen => change({ ideas: chosen })} />
        <Field
          label={say('ballot.field.options')}
          hint={say('ballot.field.options.hint')}
          {...messageOf(faults, 'options')}
        >
          <Textarea
            value={options}
            rows={4}
            resize="vertical"
            onChange={(_, { value }) => change({ options: value })}
          />
        </Field>
      </section>
      <section className="card panel">
        <RuleFields draft={draft} faults={faults} change={change} choices={choices} />
      </section>
    </form>
  )
}
