import type { CommitmentVisibilityView } from '../../../contract/commitments.ts'
import { HorizonField } from '../../parts/commitments/horizon-field.tsx'
import { VisibilityField } from '../../parts/commitments/visibility-field.tsx'
import { LIMIT, TextField } from '../../parts/forms/text-field.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { lengthOf } from '../../parts/words/length.ts'
import { AxisField } from './axis-field.tsx'

/** What a commitment says, as it is typed. */
export type TypedCommitment = {
  readonly axis: string
  readonly text: string
  /** `YYYY-MM-DD` */
  readonly horizon: string
  readonly visibility: CommitmentVisibilityView
}

/** Whether words and axis can be sent. */
export function isSaid({ axis, text }: TypedCommitment): boolean {
  return axis !== '' && lengthOf(text) > 0 && lengthOf(text) <= LIMIT
}

type Props = {
  readonly value: TypedCommitment
  readonly change: (part: Partial<TypedCommitment>) => void
  readonly tried: boolean
  /** The words take the focus first, as the axis is chosen. */
  readonly begins: boolean
  /** Of an existing commitment: its visibility, and fields that are fixed. */
  readonly standing?: {
    readonly visibility: CommitmentVisibilityView
    readonly ended: boolean
    readonly letGo: boolean
  }
}

/** Axis, words, horizon and who may see it. */
export function CommitFields({ value, change, tried, begins, standing }: Props) {
  const { translator } = useSession()
  return (
    <>
      <AxisField value={value.axis} onChange={axis => change({ axis })} tried={tried} />
      <TextField
        label={translator.say('commit.text')}
        value={value.text}
        onChange={text => change({ text })}
        tried={tried}
        begins={begins}
      />
      {!standing?.ended && (
        <HorizonField value={value.horizon} onChange={horizon => change({ horizon })} tried={tried} />
      )}
      {!standing?.letGo && (
        <VisibilityField
          value={value.visibility}
          onChange={visibility => change({ visibility })}
          {...(standing && { from: standing.visibility })}
        />
      )}
    </>
  )
}
