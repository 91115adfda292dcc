import { Button } from '@fluentui/react-components'
import { Checkmark16Regular } from '@fluentui/react-icons/svg/checkmark'
import type { NearView } from '../../contract/commitments.ts'
import { StateBadge } from '../page/badge.tsx'
import { FactLine } from '../page/fact-line.tsx'
import { useGround } from '../page/ground.tsx'
import { Stage } from '../page/stage.tsx'
import { actName } from '../words/act-name.ts'
import { horizonText } from '../words/days.ts'

/** « Karim Benali · Direction du numérique » */
export function NearAuthor({ near }: { near: NearView }) {
  const { programme } = useGround()
  const direction = programme.directions.find(({ id }) => id === near.direction)?.name
  return <FactLine of={[near.author, direction]} />
}

type Props = { readonly near: NearView; readonly begin: (near: NearView) => void }

/** What a colleague shares, and « Moi aussi ». */
export function NearRow({ near, begin }: Props) {
  const { speech, programme, acting } = useGround()
  return (
    <>
      <p className="words">{near.text}</p>
      <NearAuthor near={near} />
      <div className="commitment-line">
        <p>
          <Stage stage={near.stage} />
          <span className="quiet">{horizonText(near.horizon, programme.today, speech)}</span>
        </p>
        {near.joined && (
          <StateBadge tone="good">
            <Checkmark16Regular aria-hidden />
            {speech.say('commit.joined')}
          </StateBadge>
        )}
        {acting && !near.joined && !near.mine && (
          <Button
            size="small"
            aria-label={actName(speech, 'commit.me.too', near.text)}
            onClick={() => begin(near)}
          >
            {speech.say('commit.me.too')}
          </Button>
        )}
      </div>
    </>
  )
}
