import { AxisName } from '../parts/axis-name.tsx'
import { Fit } from '../parts/fit.tsx'

type Props = { readonly text: string; readonly axis?: string }

/** One question, as large as it can be. */
export function QuestionScene({ text, axis }: Props) {
  return (
    <div className="question">
      {axis && (
        <p className="question-axis">
          <AxisName id={axis} />
        </p>
      )}
      <Fit className="question-text">
        <h1>{text}</h1>
      </Fit>
    </div>
  )
}
