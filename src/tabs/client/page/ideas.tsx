import { Button } from '@fluentui/react-components'
import { Add20Regular } from '@fluentui/react-icons/svg/add'
import type { IdeaView } from '../../contract/ideas.ts'
import { actName } from '../words/act-name.ts'
import { ActFailure, useAct } from './act.tsx'
import { ActButton } from './act-button.tsx'
import { useDesk } from './desk.tsx'
import { AxisMark } from './emblem.tsx'
import { axisOf } from './ground.tsx'
import { Panel } from './panel.tsx'
import { ShortList } from './short-list.tsx'

function useSupports({ supports, directions }: IdeaView): string {
  return useDesk().speech.say('idea.supports', { count: supports, directions })
}

function IdeaText({ idea }: { idea: IdeaView }) {
  const { programme } = useDesk()
  const axis = axisOf(programme, idea.axis)
  return (
    <>
      <AxisMark axis={axis} />
      {axis && <span className="unseen">{axis.title}. </span>}
      <p className="words">{idea.text}</p>
    </>
  )
}

function MyIdea({ idea }: { idea: IdeaView }) {
  const { speech, acting, open } = useDesk()
  return (
    <div className="idea" id={`idea-${idea.id}`} tabIndex={-1}>
      <IdeaText idea={idea} />
      <p className="quiet">{useSupports(idea)}</p>
      {acting && idea.axis === undefined && (
        <div className="acts">
          <Button
            size="small"
            aria-label={actName(speech, 'idea.axis.placeholder', idea.text)}
            onClick={() => open({ kind: 'axis', idea })}
          >
            {speech.say('idea.axis.placeholder')}
          </Button>
        </div>
      )}
    </div>
  )
}

function ColleagueIdea({ idea }: { idea: IdeaView }) {
  const { speech, acts, acting, open } = useDesk()
  const act = useAct()
  const supports = useSupports(idea)
  const target = !idea.supported
  const word = target ? 'idea.support' : 'idea.unsupport'
  const press = () =>
    act.run(() => acts.support(idea.id, target), speech.say(target ? 'idea.supported' : 'idea.unsupported'))
  return (
    <div className="idea">
      <IdeaText idea={idea} />
      <p className="quiet">
        {idea.author ? speech.say('tab.idea.by', { author: idea.author, supports }) : supports}
      </p>
      {acting && (
        <div className="acts">
          <ActButton
            act={act}
            size="small"
            aria-label={actName(speech, word, idea.text)}
            onPress={() => void press()}
          >
            {speech.say(word)}
          </ActButton>
          <Button
            size="small"
            appearance="subtle"
            aria-label={actName(speech, 'commit.take', idea.text)}
            onClick={() => open({ kind: 'commit', axis: idea.axis, idea })}
          >
            {speech.say('commit.take')}
          </Button>
        </div>
      )}
      <ActFailure act={act} />
    </div>
  )
}

export function MyIdeas() {
  const { speech, values, acting, open } = useDesk()
  const propose = acting && (
    <Button
      size="small"
      appearance="subtle"
      icon={<Add20Regular />}
      aria-label={speech.say('tab.idea.propose')}
      onClick={() => open({ kind: 'idea' })}
    >
      {speech.say('tab.idea.propose.short')}
    </Button>
  )
  return (
    <Panel title={speech.say('tab.ideas.mine')} action={propose}>
      <ShortList
        items={values.myIdeas}
        source="myIdeas"
        limit={3}
        empty={<p className="quiet">{speech.say('empty.ideas')}</p>}
        draw={idea => <MyIdea idea={idea} />}
      />
    </Panel>
  )
}

export function ColleaguesIdeas() {
  const { speech, values } = useDesk()
  return (
    <Panel title={speech.say('tab.ideas.others')}>
      <ShortList
        items={values.ideas?.filter(({ mine }) => !mine)}
        source="ideas"
        limit={3}
        empty={<p className="quiet">{speech.say('tab.ideas.none')}</p>}
        draw={idea => <ColleagueIdea idea={idea} />}
      />
    </Panel>
  )
}
