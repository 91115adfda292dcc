import { Button } from '@fluentui/react-components'
import type { RefObject } from 'react'
import type { InitiativeSheet } from '../../../contract/initiatives/initiatives.ts'
import type { ProgrammeView } from '../../../contract/programme/programme.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { CopyLink } from '../../parts/actions/copy-link.tsx'
import { type MenuAct, MenuActs } from '../../parts/actions/menu-acts.tsx'
import { axisOf, useSession } from '../../parts/page/context.tsx'
import { capitalised } from '../../parts/words/capital.ts'
import type { Translator } from '../../parts/words/translator.ts'
import { Band } from '../initiative/band.tsx'
import { directionName } from '../initiative/carrier.tsx'
import { type GalleryRequest, useGalleryTab } from '../initiative/context.tsx'
import { Membership } from '../initiative/membership.tsx'
import { PhaseProgress } from '../initiative/phase.tsx'
import { SupportButton } from '../initiative/support-button.tsx'
import { PlanButton } from '../planning/plan-button.tsx'
import { useTrialTab } from '../trial/context.tsx'
import { firstActOf, isTested } from '../trial/texts.ts'

/** « Faire équipe · portée par Karim T. · idée venue de : Direction du numérique · 6 membres » */
function factsOf(sheet: InitiativeSheet, programme: ProgrammeView, { say }: Translator): string {
  const { axis, owner, direction, members } = sheet
  const place = directionName(programme, direction)
  const by = owner ? say('gallery.by', { name: owner }) : say('gallery.seeks.short')
  const title = axisOf(programme, axis)?.title
  const count = say('gallery.members', { count: members }).replace(' ', '\u00A0')
  const from = place ? [say('gallery.from.short', { direction: place })] : []
  return capitalised([...(title ? [title] : []), by, ...from, count].join('\u00A0· '))
}

type Props = {
  readonly sheet: InitiativeSheet
  readonly title: RefObject<HTMLHeadingElement | null>
}

/** What who carries it seldom does, or an organiser for them: behind one button, unless it is one act. */
function SeldomActs({ sheet }: { sheet: InitiativeSheet }) {
  const { say } = useSession().translator
  const { open } = useGalleryTab()
  const { mine, heirs, title } = sheet
  const to = (word: string, request: GalleryRequest): MenuAct => ({
    word,
    press: button => open(request, button),
  })
  const acts = [
    ...(mine ? [to(say('initiative.inspire'), { kind: 'inspire', sheet })] : []),
    ...(heirs ? [to(say('initiative.hand-over'), { kind: 'hand-over', sheet })] : []),
    ...(mine ? [to(say('initiative.leave'), { kind: 'leave', initiative: sheet })] : []),
  ]
  const [only, ...others] = acts
  if (!only) return null
  if (others.length > 0) return <MenuActs name={title} size="medium" acts={acts} />
  return (
    <Button className="plain" appearance="subtle" onClick={() => only.press(null)}>
      {only.word}
    </Button>
  )
}

function Acts({ sheet, title }: Props) {
  const { translator, acting } = useSession()
  const { acts, open } = useGalleryTab()
  const { trials } = useTrialTab()
  const supporting = useAct()
  const leaving = useAct()
  const link = <CopyLink of={{ kind: 'initiative', id: sheet.id }} name={sheet.title} size="medium" />
  if (!acting) return <div className="sheet-acts">{link}</div>
  const { joined, mine, mayCarry, mayEdit, phase } = sheet
  const trial = trials?.current
  // One filled button: what the trial asks of me comes before.
  const stepsBack = firstActOf(trial) !== undefined
  const ended = phase === 'done' && !mine
  const inspire = (
    <Button
      {...(ended && !stepsBack && { appearance: 'primary' as const })}
      onClick={() => open({ kind: 'inspire', sheet })}
    >
      {translator.say('initiative.inspire')}
    </Button>
  )
  const leave = async () => {
    const left = leaving.run(() => acts.join(sheet, false), translator.say('gallery.left'), true)
    // The button is replaced by « Je rejoins » at once.
    title.current?.focus()
    await left
  }
  return (
    <div className="sheet-acts">
      <div className="acts">
        {mayEdit && (
          <Button
            appearance={stepsBack ? 'secondary' : 'primary'}
            onClick={() => open({ kind: 'edit', sheet, tested: isTested(trial) })}
          >
            {translator.say('initiative.edit')}
          </Button>
        )}
        <PlanButton />
        {ended && inspire}
        {mayCarry && !mine && (
          <Button
            appearance={ended || stepsBack ? 'secondary' : 'primary'}
            onClick={() => open({ kind: 'carry', initiative: sheet })}
          >
            {translator.say('initiative.carry')}
          </Button>
        )}
        <Membership initiative={sheet} size="medium" quiet={mayCarry || mayEdit || ended || stepsBack} />
        <SupportButton initiative={sheet} act={supporting} size="medium" />
        {!ended && !mine && inspire}
        <SeldomActs sheet={sheet} />
        {joined && !mine && (
          <ActButton act={leaving} appearance="subtle" onPress={() => void leave()}>
            {translator.say('initiative.leave')}
          </ActButton>
        )}
        {link}
      </div>
      <ActFailure act={supporting} />
      <ActFailure act={leaving} />
    </div>
  )
}

/** Title, owner, phase and acts. */
export function SheetHead({ sheet, title }: Props) {
  const { translator, programme } = useSession()
  const { supports, directions } = sheet
  const all = programme.directions.length
  return (
    <header className="card sheet-head">
      <Band axis={axisOf(programme, sheet.axis)} />
      <div className="sheet-title">
        <h1 ref={title} tabIndex={-1} id={`initiative-${sheet.id}`}>
          {sheet.title}
        </h1>
        <p className="quiet">{factsOf(sheet, programme, translator)}</p>
        <p className="sheet-standing">
          <PhaseProgress of={sheet} />
          <span>{translator.say('gallery.supports', { count: supports, directions, all })}</span>
        </p>
      </div>
      <Acts sheet={sheet} title={title} />
    </header>
  )
}
