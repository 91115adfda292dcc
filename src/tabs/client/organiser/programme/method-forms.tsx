import './method-forms.css'
import type { MethodFormView } from '../../../contract/programme/form.ts'
import type { WholeProgrammeView } from '../../../contract/programme/method.ts'
import type { Call } from '../../data/api/call.ts'
import { StaleNotice } from '../../parts/notices/failure-page.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { useWhole } from '../parts/use-reading.ts'
import { AxisFields, ClosureFields, PhaseFields } from './part-fields.tsx'
import { PartForm } from './part-form.tsx'
import { RuleFields, ThresholdFields } from './rule-fields.tsx'
import { ruleText } from './rule-texts.ts'

type Props = { readonly call: Call; readonly whole: WholeProgrammeView; readonly changed: () => void }

/** « Modifier la méthode », folded: its five parts, each changed, in force at once, and taken back. */
export function MethodForms({ call, whole, changed }: Props) {
  const { translator } = useSession()
  const { say } = translator
  const form = useWhole<MethodFormView>(call, '/programme/method', ['programme'], 'unread.programme')
  const { value, failure, loadedAt, refresh } = form
  const after = () => {
    void refresh()
    changed()
  }
  const rule = (id: string) => {
    const known = whole.nudges.find(each => each.id === id)
    return known ? ruleText(translator, known) : id
  }
  return (
    <details className="card panel unfold method-forms">
      <summary>
        <h2>{say('method.form')}</h2>
      </summary>
      <div className="method-forms-body">
        <p className="quiet">{say('method.form.about')}</p>
        {failure && <StaleNotice failure={failure} loadedAt={loadedAt} retry={refresh} />}
        {value && (
          <>
            <PartForm
              {...{ call, version: value.version, changed: after }}
              part="phases"
              title={say('method.phases')}
              view={value.phases}
              fields={props => <PhaseFields {...props} />}
            />
            <PartForm
              {...{ call, version: value.version, changed: after }}
              part="axes"
              title={say('method.form.axes')}
              view={value.axes}
              fields={props => <AxisFields {...props} />}
            />
            <PartForm
              {...{ call, version: value.version, changed: after }}
              part="nudges"
              title={say('method.nudges')}
              view={value.nudges}
              ruleName={rule}
              fields={props => <RuleFields {...props} rules={whole.nudges} />}
            />
            <PartForm
              {...{ call, version: value.version, changed: after }}
              part="thresholds"
              title={say('method.thresholds')}
              view={value.thresholds}
              fields={props => <ThresholdFields {...props} />}
            />
            <PartForm
              {...{ call, version: value.version, changed: after }}
              part="closures"
              title={say('method.closures')}
              view={value.closures}
              fields={props => <ClosureFields {...props} />}
            />
          </>
        )}
      </div>
    </details>
  )
}
