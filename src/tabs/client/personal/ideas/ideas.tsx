import { Button } from '@fluentui/react-components'
import { Add20Regular } from '@fluentui/react-icons/svg/add'
import { openTab } from '../../host/navigation.ts'
import { Panel } from '../../parts/panels/panel.tsx'
import { usePersonalTab } from '../navigation/context.tsx'
import { ShortList } from '../navigation/short-list.tsx'
import { ColleagueIdea } from './colleague-idea.tsx'
import { MyIdea } from './my-idea.tsx'

/** « Mes idées »: for those who may have some. */
export function MyIdeas() {
  const { translator, programme, values, acting, open } = usePersonalTab()
  const closed = programme.closedAt !== undefined
  if (!acting) return null
  const propose = (
    <Button
      size="small"
      appearance="subtle"
      className="plain"
      icon={<Add20Regular />}
      aria-label={translator.say('tab.idea.propose')}
      onClick={() => open({ kind: 'idea' })}
    >
      {translator.say('tab.idea.propose.short')}
    </Button>
  )
  return (
    <Panel title={translator.say('tab.ideas.mine')} action={closed ? undefined : propose}>
      <ShortList
        items={values.myIdeas}
        source="myIdeas"
        part="unread.my-ideas"
        limit={3}
        empty={<p className="quiet">{translator.say('empty.ideas')}</p>}
        draw={idea => <MyIdea idea={idea} />}
      />
    </Panel>
  )
}

/** Colleagues' ideas, and links to initiatives. */
export function ColleaguesIdeas() {
  const { translator, values } = usePersonalTab()
  const gallery = (
    <Button size="small" appearance="subtle" className="plain" onClick={() => void openTab('gallery')}>
      {translator.say('gallery.title')}
    </Button>
  )
  return (
    <Panel title={translator.say('tab.ideas.others')} action={gallery}>
      <ShortList
        items={values.ideas?.filter(({ mine }) => !mine)}
        source="ideas"
        part="unread.ideas"
        limit={3}
        empty={<p className="quiet">{translator.say('tab.ideas.none')}</p>}
        draw={idea => <ColleagueIdea idea={idea} />}
      />
    </Panel>
  )
}
