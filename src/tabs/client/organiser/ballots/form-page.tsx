import { useEffect, useMemo, useRef, useState } from 'react'
import { systemClock } from '../../../../kernel/time/clock.ts'
import type {
  BallotCheck,
  BallotChoices,
  BallotForm as BallotFormInput,
  BallotPreview,
} from '../../../contract/ballots/drafts.ts'
import type { BallotSheet } from '../../../contract/ballots/sheets.ts'
import type { Call } from '../../data/api/call.ts'
import { mintNonce } from '../../data/api/nonce.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { focusFirstInvalid } from '../../parts/forms/field-focus.ts'
import { useReading } from '../../parts/lists/reading.ts'
import { StaleNotice } from '../../parts/notices/failure-page.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { SkeletonRows } from '../../parts/start/skeleton.tsx'
import { replaceAddress, sectionAddress } from '../parts/address.ts'
import { LivePreview } from '../parts/live-preview.tsx'
import { NoChannel } from '../parts/no-channel.tsx'
import { SectionHead } from '../parts/section-head.tsx'
import { useLiveCheck } from '../parts/use-live-check.ts'
import { BallotForm } from './ballot-form.tsx'
import { Faults } from './faults.tsx'
import { type BallotFormDraft, faultsIn, inputOf, keepDraft } from './form.ts'
import { momentOf } from './stage.tsx'
import { useBallotDraft } from './use-draft.ts'

/** What stands beneath the card: when it opens, where that is later, and how Directions are known. */
function Notes({ preview }: { preview: BallotPreview }) {
  const { translator } = useSession()
  const { stage, audience } = preview
  const notes = [
    ...(stage === 'open' ? [] : [momentOf(preview, translator)]),
    ...(audience === 'directions' ? [translator.say('ballot.declared')] : []),
  ]
  return notes.map(note => (
    <p key={note} className="quiet">
      {note}
    </p>
  ))
}

/** What a draft is by now; and what is sent of it: sent twice, it is one ballot, with one end. */
function useInput(draft: BallotFormDraft) {
  const { zone } = useSession().programme
  const inputNow = () => inputOf(draft, { now: systemClock.now(), zone })
  const sent = useRef<{ readonly of: BallotFormDraft; readonly input: BallotFormInput }>(undefined)
  const toSend = () => {
    if (sent.current?.of !== draft) sent.current = { of: draft, input: inputNow() }
    return sent.current.input
  }
  return { shown: useMemo(inputNow, [draft, zone]), toSend }
}

type Opened = { readonly found: BallotCheck; readonly sheet?: BallotSheet }

function Filling({ call, choices }: { call: Call; choices: BallotChoices }) {
  const { say } = useSession().translator
  const { draft, faults, setFaults, change } = useBallotDraft(choices)
  const act = useAct()
  const [nonce] = useState(mintNonce)
  const [tried, setTried] = useState(false)
  const { shown, toSend } = useInput(draft)
  const blank = draft.question.trim() === ''
  const { checked, check } = useLiveCheck<BallotCheck>(call, '/ballots/preview', shown, blank)
  // Nobody is told of what they have not come to yet.
  useEffect(() => {
    if (tried && checked) setFaults(faultsIn(checked.faults))
  }, [tried, checked, setFaults])
  const open = async (): Promise<Opened> => {
    const found = await check()
    if (found.faults.length > 0) return { found }
    return { found, sheet: await call<BallotSheet>('POST', '/ballots', { ...toSend(), nonce }) }
  }
  const send = async () => {
    setTried(true)
    const asked = open()
    const said = ({ found, sheet }: Opened) =>
      sheet
        ? { text: say(sheet.stage === 'open' ? 'ballot.opened' : 'ballot.kept'), about: sheet.question }
        : say('plan.wrong', { count: faultsIn(found.faults).length })
    if (!(await act.run(() => asked, said))) return
    const { found, sheet } = await asked
    if (!sheet) {
      setFaults(faultsIn(found.faults))
      return focusFirstInvalid()
    }
    keepDraft(undefined)
    replaceAddress(sectionAddress('ballots', sheet.id))
  }
  return (
    <div className="beside">
      <BallotForm draft={draft} faults={faults} change={change} choices={choices} call={call} />
      <div className="card panel beside-card">
        <LivePreview card={checked?.card}>
          {checked?.preview && <Notes preview={checked.preview} />}
        </LivePreview>
        <Faults faults={faults} />
        <ActFailure act={act} />
        <div className="acts">
          <ActButton act={act} appearance="primary" onPress={() => void send()}>
            {say(draft.opening === 'now' ? 'ballot.open' : 'ballot.prepare')}
          </ActButton>
        </div>
      </div>
    </div>
  )
}

/** « Nouveau scrutin »: filled in beside its card, then opened now or later. */
export function FormPage({ call }: { call: Call }) {
  const { say } = useSession().translator
  const { value, failure, again } = useReading<BallotChoices>('/ballots/choices')
  return (
    <>
      <SectionHead
        title={say('ballots.new')}
        trail={[{ text: say('section.ballots'), href: sectionAddress('ballots') }]}
        about={<p>{say('ballots.form.about')}</p>}
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
