import { useEffect, useRef, useState } from 'react'
import type { BallotChoices, BallotPreview, BallotSheet } from '../../../contract/ballot-sheets.ts'
import type { Call } from '../../api/call.ts'
import { Failure } from '../../api/failure.ts'
import { mintNonce } from '../../api/nonce.ts'
import { focusFirstInvalid } from '../../dialogs/focus.ts'
import { useReading } from '../../dialogs/reading.ts'
import { replaceAddress, sectionAddress } from '../../organiser/address.ts'
import { ActFailure, useAct } from '../../page/act.tsx'
import { Bones } from '../../page/bones.tsx'
import { useGround } from '../../page/ground.tsx'
import { SectionHead } from '../../page/section-head.tsx'
import { StaleNotice } from '../../page/trouble.tsx'
import { BallotForm } from './ballot-form.tsx'
import { type Draft, fieldOf, inputOf, keepDraft, keptDraft } from './form.ts'
import { Preview } from './preview.tsx'

/** What was typed, as it stands in this window, and why it was refused. */
function useDraft(choices: BallotChoices) {
  const [draft, setDraft] = useState<Draft>(() => {
    const kept = keptDraft()
    const { channel } = kept
    const known = choices.channels.some(({ id }) => id === channel)
    return known ? kept : { ...kept, channel: choices.channels[0]?.id ?? '' }
  })
  const [refused, setRefused] = useState<Failure>()
  useEffect(() => keepDraft(draft), [draft])
  const field = refused && fieldOf(refused.code)
  return {
    draft,
    change: (part: Partial<Draft>) => {
      setRefused(undefined)
      setDraft(before => ({ ...before, ...part }))
    },
    wrong: field && refused ? { field, text: refused.title } : undefined,
    setRefused,
  }
}

function Filling({ call, choices }: { call: Call; choices: BallotChoices }) {
  const { speech } = useGround()
  const { say } = speech
  const form = useDraft(choices)
  const act = useAct()
  const [nonce] = useState(mintNonce)
  const [preview, setPreview] = useState<BallotPreview>()
  const edited = useRef(false)
  useEffect(() => {
    if (preview) edited.current = true
    else if (edited.current) document.querySelector<HTMLElement>('.ballot-form input')?.focus()
  }, [preview])
  const input = inputOf(form.draft)
  /** A refusal that a field can show stands there alone. */
  const told = async <T,>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work()
    } catch (thrown) {
      if (!(thrown instanceof Failure) || !fieldOf(thrown.code)) throw thrown
      form.setRefused(thrown)
      setPreview(undefined)
      focusFirstInvalid()
      return undefined
    }
  }
  const look = () =>
    act.run(
      async () => {
        const found = await told(() => call<BallotPreview>('POST', '/ballots/preview', input))
        if (found) setPreview(found)
        return found
      },
      found => (found ? say('ballots.preview.said') : ''),
    )
  const open = () =>
    act.run(
      async () => {
        const sheet = await told(() => call<BallotSheet>('POST', '/ballots', { ...input, nonce }))
        if (!sheet) return undefined
        keepDraft(undefined)
        replaceAddress(sectionAddress('ballots', sheet.id))
        return sheet
      },
      sheet => (sheet ? say(sheet.stage === 'open' ? 'ballot.opened' : 'ballot.kept') : ''),
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
  const { say } = useGround().speech
  const { value, failure, again } = useReading<BallotChoices>('/ballots/choices')
  return (
    <>
      <SectionHead
        title={say('ballots.new')}
        trail={[{ text: say('section.ballots'), href: sectionAddress('ballots') }]}
        about={<p>{say('ballot.form.footer')}</p>}
      />
      {failure && <StaleNotice failure={failure} loadedAt={undefined} retry={again} />}
      {!value && !failure && <Bones count={5} />}
      {value && <Filling call={call} choices={value} />}
    </>
  )
}
