import assert from 'node:assert/strict'
import { silentLogger } from '../../src/kernel/monitoring/logger.ts'
import { createRegistry } from '../../src/metrics/registry.ts'
import { type DiskSpace, isLow, watchDisk } from '../../src/operations/free-disk.ts'

const GB = 1e9
const ROOMY: DiskSpace = { free: 40 * GB, total: 100 * GB }

describe('a disk', () => {
  it('is low where both little and a small part of it is left', () => {
    assert.equal(isLow(ROOMY, 0), false)
    assert.equal(isLow({ free: 1 * GB, total: 1_000 * GB }, 0), false)
    assert.equal(isLow({ free: 0.4 * GB, total: 1_000 * GB }, 0), true)
    assert.equal(isLow({ free: 0.4 * GB, total: 2 * GB }, 0), false)
    assert.equal(isLow({ free: 0.1 * GB, total: 2 * GB }, 0), true)
  })

  it('is low where the database does not fit a second time', () => {
    assert.equal(isLow({ free: 2 * GB, total: 10 * GB }, 3 * GB), true)
    assert.equal(isLow({ free: 4 * GB, total: 10 * GB }, 3 * GB), false)
  })

  const config = { databaseUrl: 'file:/srv/faire/x.sqlite', backups: { folder: '/srv/kept', keep: 14 } }
  function watched(rooms: Readonly<Record<string, DiskSpace>>, of = config) {
    const warned: unknown[] = []
    const log = { ...silentLogger, warn: (fields: object) => void warned.push(fields) }
    const { meter, text } = createRegistry()
    const roomIn = async (folder: string) => {
      const room = rooms[folder]
      if (!room) throw new Error('no such folder')
      return room
    }
    return { ...watchDisk(of, { meter, log, roomIn }), warned, text }
  }

  it('that is low is said once, and measured with the other one', async () => {
    const backups = { free: 1_000, total: GB }
    const { degraded, warned, text } = watched({ '/srv/faire': ROOMY, '/srv/kept': backups })
    assert.deepEqual([await degraded(), await degraded()], [['disk-low'], ['disk-low']])
    assert.deepEqual(warned, [{ folder: 'backups', free: 1_000 }])
    const lines = (await text()).split('\n').filter(line => line.startsWith('faire_disk_free_bytes'))
    assert.deepEqual(lines, [
      'faire_disk_free_bytes{folder="database"} 40000000000',
      'faire_disk_free_bytes{folder="backups"} 1000',
    ])
  })

  it('of a server, or of a folder that is not there yet, is not looked at', async () => {
    const server = { ...config, databaseUrl: 'postgres://somewhere/faire' }
    const { degraded, text } = watched({}, server)
    assert.deepEqual(await degraded(), [])
    assert.doesNotMatch(await text(), /^faire_disk_free_bytes\{/m)
  })
})
