import { useEffect, useRef, useState } from 'react'
import { systemClock } from '../../../../kernel/time/clock.ts'
import type {
  BallotCheck,
  BallotChoices,
  BallotForm as BallotFormInput,
  BallotPreview,
} from '../../../contract/ballots/drafts.ts'
import type { BallotSheet } from '../../../contract/ballots/sheets.ts'
import type { Call } from '../../data/api/call.ts'
import { Failure } from '../../data/api/failure.ts'
import { mintNonce } from '../../data/api/nonce.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { focusFirstInvalid } from '../../parts/forms/field-focus.ts'
import { useReading } from '../../parts/lists/reading.ts'
import { StaleNotice } from '../../parts/notices/failure-page.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { SkeletonRows } from '../../parts/start/skeleton.tsx'
import { replaceAddress, sectionAddress } from '../parts/address.ts'
import { NoChannel } from '../parts/no-channel.tsx'
import { SectionHead } from '../parts/section-head.tsx'
import { BallotForm } from './ballot-form.tsx'
import {
  askedOf,
  type BallotFormDraft,
  type BallotFormFault,
  faultsIn,
  fieldOf,
  inputOf,
  keepDraft,
  keptDraft,
  leftBy,
} from './form.ts'
import { usualEnd } from './presets.ts'
import { Preview } from './preview.tsx'

/** The typed fields, kept in this window, and their errors. */
function useDraft(choices: BallotChoices) {
  const { today } = useSession().programme
  const [draft, setDraft] = useState<BallotFormDraft>(() => {
    const kept = keptDraft(usualEnd(today))
    const { channel, places } = kept
    const known = places.length > 0 || choices.channels.some(({ id }) => id === channel)
    return known
      ? kept
      : { ...kept, ...askedOf(kept.audience, { ...kept, placed: false }, choices), placed: false }
  })
  const [faults, setFaults] = useState<readonly BallotFormFault[]>([])
  useEffect(() => keepDraft(draft), [draft])
  return {
    draft,
    faults,
    setFaults,
    change: (part: Partial<BallotFormDraft>) => {
      setFaults(before => leftBy(part, before))
      setDraft(before => ({ ...before, ...part }))
    },
  }
}

function Filling({ call, choices }: { call: Call; choices: BallotChoices }) {
  const { translator, programme } = useSession()
  const { say } = translator
  const form = useDraft(choices)
  const act = useAct()
  const [nonce] = useState(mintNonce)
  const [preview, setPreview] = useState<BallotPreview & { readonly sent: BallotFormInput }>()
  const edited = useRef(false)
  useEffect(() => {
    if (preview) edited.current = true
    else if (edited.current && !document.querySelector('.ballot-form [aria-invalid="true"]'))
      document.querySelector<HTMLElement>('.ballot-form input')?.focus()
  }, [preview])
  const input = () => inputOf(form.draft, { now: systemClock.now(), zone: programme.zone })
  const show = (faults: readonly BallotFormFault[]) => {
    form.setFaults(faults)
    setPreview(undefined)
    focusFirstInvalid()
  }
  const look = () =>
    act.run(
      async () => {
        const sent = input()
        const found = await call<BallotCheck>('POST', '/ballots/preview', sent)
        // What was looked at is what opens, with its end: sent twice, it is one ballot.
        if (found.preview) setPreview({ ...found.preview, sent })
        else show(faultsIn(found.faults))
        return found
      },
      ({ faults }) =>
        faults.length > 0
          ? say('plan.wrong', { count: faultsIn(faults).length })
          : say('ballots.preview.said'),
    )
  /** Refused by the server: shown beside its field where it has one. */
  const sent = async () => {
    try {
      return await call<BallotSheet>('POST', '/ballots', { ...(preview?.sent ?? input()), nonce })
    } catch (thrown) {
      if (!(thrown instanceof Failure) || !fieldOf(thrown.code)) throw thrown
      show(faultsIn([thrown]))
      return undefined
    }
  }
  const open = () =>
    act.run(
      async () => {
        const sheet = await sent()
        if (!sheet) return undefined
        keepDraft(undefined)
        replaceAddress(sectionAddress('ballots', sheet.id))
        return sheet
      },
      sheet =>
        sheet
          ? { text: say(sheet.stage === 'open' ? 'ballot.opened' : 'ballot.kept'), about: sheet.question }
          : '',
    )
  return (
    <>
      {preview ? (
        <Preview preview={preview} act={act} open={() => void open()} edit={() => setPreview(undefined)} />
      ) : (
        <BallotForm {...form} choices={choices} act={act} look={() => void look()} />
      )}
      <ActFailure act={act} />
    </>
  )
}

/** « Nouveau scrutin »: filled in, looked at, then opened now or later. */
export function FormPage({ call }: { call: Call }) {
  const { say } = useSession().translator
  const { value, failure, again } = useReading<BallotChoices>('/ballots/choices')
  return (
    <>
      <SectionHead
        title={say('ballots.new')}
        trail={[{ text: say('section.ballots'), href: sectionAddress('ballots') }]}
        about={<p>{say('ballot.form.footer')}</p>}
      />
      {failure?.code === 'no-channel' ? (
        <NoChannel />
      ) : (
        failure && <StaleNotice failure={failure} loadedAt={undefined} retry={again} />
      )}
      {!value && !failure && <SkeletonRows count={5} />}
      {value && <Filling call={call} choices={value} />}
    </>
  )
}
