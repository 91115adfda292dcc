import { equal } from 'node:assert/strict'
import { tabLinks } from '../../src/kernel/requests/tab-link.ts'

const setting = { publicUrl: 'https://faire.example', teamsAppId: '0a0a0a0a-1111-4222-8333-444444444444' }

describe('a link into a tab', () => {
  it('opens the tab inside Teams, at what is wanted', () => {
    const link = tabLinks({ ...setting, mode: 'production' })
    equal(link('gallery'), `https://teams.microsoft.com/l/entity/${setting.teamsAppId}/gallery`)
    const { pathname, searchParams } = new URL(link('personal', 'check-in:s1.w.mac'))
    equal(pathname, `/l/entity/${setting.teamsAppId}/personal`)
    equal(JSON.parse(searchParams.get('context') ?? '').subEntityId, 'check-in:s1.w.mac')
  })

  it('leads to the simulated host in demo mode', () => {
    const link = tabLinks({ ...setting, mode: 'demo', publicUrl: 'http://127.0.0.1:3978' })
    equal(link('personal', 'check-in:a'), 'http://127.0.0.1:3978/demo/host?tab=personal&sub=check-in%3Aa')
    equal(link('organiser'), 'http://127.0.0.1:3978/demo/host?tab=organiser')
  })
})
