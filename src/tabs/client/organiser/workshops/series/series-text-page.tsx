import { Field, Select } from '@fluentui/react-components'
import { useState } from 'react'
import type { SeriesView } from '../../../../contract/workshops/planning.ts'
import type { Call } from '../../../data/api/call.ts'
import { mintNonce } from '../../../data/api/nonce.ts'
import { ActFailure, useAct } from '../../../parts/actions/action.tsx'
import { ActButton } from '../../../parts/actions/action-button.tsx'
import { focusFirstInvalid } from '../../../parts/forms/field-focus.ts'
import { useSession } from '../../../parts/page/context.tsx'
import { lengthOf } from '../../../parts/words/length.ts'
import { sectionAddress } from '../../parts/address.ts'
import { LinkButton } from '../../parts/link-button.tsx'
import { SectionHead } from '../../parts/section-head.tsx'
import { CountedField } from '../fields/counted-field.tsx'
import { useTyped } from '../fields/unsaved-form.ts'
import { seriesTrail } from '../workshop/breadcrumbs.ts'

const TITLE = 80
const DESCRIPTION = 300

/** What a series is called: begun, or worded again. */
export function SeriesTextPage({ call, series }: { call: Call; series?: SeriesView }) {
  const { translator, programme, me } = useSession()
  const { say } = translator
  const begun = {
    title: series?.title ?? '',
    description: series?.description ?? '',
    axis: series?.axis ?? '',
  }
  const { typed, type, forget } = useTyped(`series:${series?.id ?? ''}`, me.name, begun)
  const [tried, setTried] = useState(false)
  const [nonce] = useState(mintNonce)
  const act = useAct()
  const { title, description, axis } = typed
  const count = lengthOf(title)
  const unchosen = tried && axis === '' ? say('refusal.axis-missing') : undefined
  const send = async () => {
    setTried(true)
    if (count === 0 || count > TITLE || axis === '' || lengthOf(description) > DESCRIPTION)
      return focusFirstInvalid()
    const asked = series
      ? call<SeriesView>('PUT', `/series/${encodeURIComponent(series.id)}`, typed)
      : call<SeriesView>('POST', '/series', { ...typed, nonce })
    if (
      !(await act.run(
        () => asked,
        ({ id, title }) => ({
          text: say(series ? 'saved' : 'series.begun'),
          about: title,
          at: sectionAddress('workshops', 'series', id),
        }),
      ))
    )
      return
    forget()
    const { id } = await asked
    // A series is nothing without its days: they come next.
    location.hash = sectionAddress('workshops', 'series', id, ...(series ? [] : ['day']))
  }
  return (
    <>
      <SectionHead
        title={say(series ? 'series.form.change' : 'series.new')}
        trail={
          series
            ? seriesTrail(series, translator)
            : [{ text: say('section.workshops'), href: sectionAddress('workshops') }]
        }
      />
      <form
        className="card panel form"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          void send()
        }}
      >
        <div className="form-fields">
          <CountedField
            label={say('workshop.field.title')}
            value={title}
            onChange={next => type({ title: next })}
            limit={TITLE}
            missing={tried ? say('refusal.title-missing') : undefined}
          />
          <CountedField
            label={say('workshop.field.description')}
            value={description}
            onChange={next => type({ description: next })}
            limit={DESCRIPTION}
            rows={3}
            optional
          />
          <Field
            label={say('workshop.field.axis')}
            required
            {...(unchosen !== undefined && { validationMessage: unchosen })}
          >
            <Select value={axis} onChange={(_, { value }) => type({ axis: value })}>
              <option value="">{say('workshop.field.axis.hint')}</option>
              {programme.axes.map(each => (
                <option key={each.id} value={each.id}>
                  {each.title}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        <p className="quiet">{say(series ? 'series.edit.footer' : 'series.form.footer')}</p>
        <ActFailure act={act} />
        <div className="acts">
          <ActButton act={act} type="submit" appearance="primary">
            {say(series ? 'workshop.change.save' : 'series.form.save')}
          </ActButton>
          {series && (
            <LinkButton href={sectionAddress('workshops', 'series', series.id)}>
              {say('plan.leave')}
            </LinkButton>
          )}
        </div>
      </form>
    </>
  )
}
