import { Button } from '@fluentui/react-components'
import { Checkmark16Regular } from '@fluentui/react-icons/svg/checkmark'
import type { NearView } from '../../../contract/commitments.ts'
import { NearStage } from '../../parts/commitments/colleague-stage.tsx'
import { type Alike, standingIn } from '../../parts/commitments/same-wording.ts'
import { useGround } from '../../parts/page/context.tsx'
import { StateBadge } from '../../parts/panels/badge.tsx'
import { FactLine } from '../../parts/panels/fact-line.tsx'
import { actName } from '../../parts/words/button-name.ts'

/** « Karim Benali · Direction du numérique » */
export function NearAuthor({ near }: { near: NearView }) {
  const { programme } = useGround()
  const direction = programme.directions.find(({ id }) => id === near.direction)?.name
  return <FactLine of={[near.author, direction]} />
}

type Props = { readonly near: Alike; readonly begin: (near: NearView) => void }

/** What colleagues share in the same words, and « Moi aussi ». */
export function NearRow({ near, begin }: Props) {
  const { speech, acting } = useGround()
  const one = standingIn(near)
  return (
    <>
      <p className="words">{one.text}</p>
      {near.all.map(each => (
        <div key={each.id}>
          <NearAuthor near={each} />
          <div className="commitment-line">
            <p>
              <NearStage near={each} />
            </p>
            {each === one && one.joined && (
              <StateBadge tone="good">
                <Checkmark16Regular aria-hidden />
                {speech.say('commit.joined')}
              </StateBadge>
            )}
            {each === one && acting && !one.joined && !one.mine && (
              <Button
                size="small"
                aria-label={actName(speech, 'commit.me.too', one.text)}
                onClick={() => begin(one)}
              >
                {speech.say('commit.me.too')}
              </Button>
            )}
          </div>
        </div>
      ))}
    </>
  )
}
