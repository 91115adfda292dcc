import { useSession } from '../../../parts/page/context.tsx'
import { FactLine } from '../../../parts/panels/fact-line.tsx'
import { capitalised } from '../../../parts/words/capital.ts'
import { sectionAddress } from '../../parts/address.ts'
import { LinkButton } from '../../parts/link-button.tsx'
import { NeedsFold } from '../day/needs-fold.tsx'
import { DirectionTable } from '../seats/direction-table.tsx'
import { RuleFacts } from '../seats/rule-facts.tsx'
import { isRuledAlone } from '../workshop/facts.ts'
import { channelsText } from '../workshop/texts.ts'
import type { FacePanelProps } from './face-panels.ts'

/** Seat counts, waiting list and rules, without names; folded under them seats by Direction, and what people need. */
export default function SeatsPanel({ sheet, call }: Pick<FacePanelProps, 'sheet' | 'call'>) {
  const { translator, acting } = useSession()
  const { say } = translator
  const { seats, capacity, waiting, offers, channels, stage } = sheet
  const to = (place: string) => sectionAddress('workshops', sheet.id, place)
  const ahead = ['announced', 'full', 'closed'].includes(stage)
  const counts = [
    ...(ahead && sheet.early ? [say('workshop.capacity', { capacity })] : []),
    ...(ahead && !sheet.early
      ? [capitalised(say('series.day.left', { left: Math.max(0, capacity - seats), capacity }))]
      : []),
    ...(ahead ? [] : [say('organiser.seats', { seats, capacity })]),
    ...(ahead && offers > 0 ? [say('plan.offers', { count: offers })] : []),
    ...(ahead && waiting > 0 ? [say('organiser.waiting', { waiting })] : []),
  ]
  return (
    <div className="sheet-seats">
      <section className="card panel" aria-labelledby="sheet-seats">
        <div className="panel-head">
          <h2 id="sheet-seats">{say('workshop.field.seats')}</h2>
          {acting && isRuledAlone(sheet) && (
            <div className="acts">
              <LinkButton href={to('rules')}>{say('plan.rules.change')}</LinkButton>
              {sheet.rules.quotas && <LinkButton href={to('quotas')}>{say('series.quotas')}</LinkButton>}
            </div>
          )}
        </div>
        <FactLine of={counts} className="sheet-count" />
        {ahead && <RuleFacts day={sheet} />}
        <p className="quiet">
          {channels.length > 0
            ? say('plan.channels', { channels: channelsText(channels, translator) })
            : say('plan.channels.none')}
        </p>
        <DirectionTable rows={sheet.directions} within />
        {acting && stage !== 'cancelled' && <NeedsFold id={sheet.id} call={call} />}
      </section>
    </div>
  )
}
