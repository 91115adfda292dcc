import { Field, Radio, RadioGroup } from '@fluentui/react-components'
import { TextField } from '../../parts/forms/text-field.tsx'
import { useSession } from '../../parts/page/context.tsx'

/** From the best to the worst, as on the card. */
const RATINGS = [
  ['5', 'feedback.rating.5'],
  ['4', 'feedback.rating.4'],
  ['3', 'feedback.rating.3'],
  ['2', 'feedback.rating.2'],
  ['1', 'feedback.rating.1'],
] as const

type Typed = { readonly rating: string; readonly sentence: string }
type Props = Typed & {
  readonly change: (part: Partial<Typed>) => void
  /** Shows what is missing, once sending was tried. */
  readonly tried: boolean
}

/** The two questions about a workshop that is over. */
export function FeedbackFields({ rating, sentence, change, tried }: Props) {
  const { say } = useSession().translator
  const missing = tried && rating === '' ? { validationMessage: say('refusal.rating-missing') } : {}
  return (
    <>
      <Field label={say('feedback.rating')} required {...missing}>
        <RadioGroup value={rating} onChange={(_, { value }) => change({ rating: value })}>
          {RATINGS.map(([value, word]) => (
            <Radio key={value} value={value} label={say(word)} />
          ))}
        </RadioGroup>
      </Field>
      <TextField
        label={say('feedback.text')}
        hint={say('feedback.text.placeholder')}
        value={sentence}
        onChange={sentence => change({ sentence })}
        rows={3}
        optional
        tried={tried}
      />
    </>
  )
}
