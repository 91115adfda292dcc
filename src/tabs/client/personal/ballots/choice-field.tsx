import { Checkbox, Field, Input, Radio, RadioGroup } from '@fluentui/react-components'
import type { BallotView } from '../../../contract/ballots/ballots.ts'
import { useSession } from '../../parts/page/context.tsx'

/** What one has chosen so far: points by option. */
type ChosenPoints = ReadonlyMap<string, number>

export function chosenOf(ballot: BallotView | undefined): ChosenPoints {
  return new Map(ballot?.mine?.map(({ option, points }) => [option, points]))
}

/** Key of the error that keeps the choice from being sent. */
export function faultOf({ kind, most, perOption }: BallotView, chosen: ChosenPoints) {
  const points = [...chosen.values()]
  const total = points.reduce((sum, each) => sum + each, 0)
  if (points.some(each => !Number.isInteger(each) || each < 0)) return 'refusal.dots-whole'
  if (total === 0) return 'refusal.choice-missing'
  if (kind === 'dots')
    return total > most || points.some(each => each > perOption) ? 'refusal.too-many-dots' : undefined
  return total > most ? 'refusal.too-many-choices' : undefined
}

function useFault(ballot: BallotView, chosen: ChosenPoints, tried: boolean) {
  const { translator } = useSession()
  const fault = faultOf(ballot, chosen)
  // What is missing is said once sending was tried; what is too much, at once.
  if (!fault || (fault === 'refusal.choice-missing' && !tried)) return {}
  const count = [...chosen.values()].reduce((sum, each) => sum + each, 0)
  return { validationMessage: translator.say(fault, { count, max: ballot.most, per: ballot.perOption }) }
}

type Props = {
  readonly ballot: BallotView
  readonly chosen: ChosenPoints
  readonly onChange: (chosen: ChosenPoints) => void
  /** Shows what is missing, once sending was tried. */
  readonly tried: boolean
}

function SingleField({ ballot, chosen, onChange, tried }: Props) {
  const { translator } = useSession()
  const [choice = ''] = chosen.keys()
  return (
    <Field label={translator.say('ballot.choice')} required {...useFault(ballot, chosen, tried)}>
      <RadioGroup value={choice} onChange={(_, data) => onChange(new Map([[data.value, 1]]))}>
        {ballot.options.map(option => (
          <Radio key={option.id} value={option.id} label={option.title} />
        ))}
      </RadioGroup>
    </Field>
  )
}

/** What is wrong with a group of fields, read out as it comes up. */
function Fault({ text }: { text: string | undefined }) {
  return (
    <p className="field-fault" role="alert">
      {text}
    </p>
  )
}

function SeveralField({ ballot, chosen, onChange, tried }: Props) {
  const { translator } = useSession()
  const { validationMessage } = useFault(ballot, chosen, tried)
  const left = ballot.most - chosen.size
  const put = (id: string, on: boolean) => {
    const next = new Map(chosen)
    if (on) next.set(id, 1)
    else next.delete(id)
    onChange(next)
  }
  return (
    <fieldset className="choices">
      <legend>{translator.say('ballot.choice.several', { max: ballot.most })}</legend>
      {ballot.options.map(option => (
        <Checkbox
          key={option.id}
          label={option.title}
          checked={chosen.has(option.id)}
          aria-invalid={validationMessage !== undefined}
          onChange={(_, { checked }) => put(option.id, checked === true)}
        />
      ))}
      <p className="quiet" role="status">
        {translator.say('tab.ballot.left.choices', { count: Math.max(0, left) })}
      </p>
      <Fault text={validationMessage} />
    </fieldset>
  )
}

function DotsField({ ballot, chosen, onChange, tried }: Props) {
  const { translator } = useSession()
  const { validationMessage } = useFault(ballot, chosen, tried)
  const given = [...chosen.values()].reduce((sum, each) => sum + each, 0)
  const put = (id: string, points: number) => {
    const next = new Map(chosen)
    if (points !== 0) next.set(id, points)
    else next.delete(id)
    onChange(next)
  }
  return (
    <fieldset className="choices">
      <legend>{translator.say('ballot.rules.dots', { points: ballot.most, max: ballot.perOption })}</legend>
      {ballot.options.map(option => (
        <Field key={option.id} label={option.title} className="dots">
          <Input
            type="number"
            inputMode="numeric"
            min={0}
            max={ballot.perOption}
            step={1}
            placeholder="0"
            value={String(chosen.get(option.id) ?? '')}
            aria-invalid={validationMessage !== undefined}
            onChange={(_, { value }) => put(option.id, Number(value))}
          />
        </Field>
      ))}
      <p className="quiet" role="status">
        {translator.say('tab.ballot.left.points', { count: Math.max(0, ballot.most - given) })}
      </p>
      <Fault text={validationMessage} />
    </fieldset>
  )
}

/** One choice, several, or points to share out: as the ballot asks. */
export function ChoiceField(props: Props) {
  switch (props.ballot.kind) {
    case 'approval':
      return <SeveralField {...props} />
    case 'dots':
      return <DotsField {...props} />
    default:
      return <SingleField {...props} />
  }
}
