import assert from 'node:assert/strict'
import { delivered, sbom } from '../../src/commands/sbom.ts'
import { heard } from './heard.ts'

const piece = (name: string, properties: readonly { name: string; value: string }[] = []) => ({
  'bom-ref': `${name}@1.0.0`,
  name,
  version: '1.0.0',
  scope: properties.length > 0 ? 'optional' : 'required',
  properties,
})
const forBuilding = [{ name: 'cdx:npm:package:development', value: 'true' }]
const bill = {
  serialNumber: 'urn:uuid:chance',
  metadata: {
    timestamp: '2026-05-01T08:00:00.000Z',
    component: { ...piece('a-folder'), 'bom-ref': 'app@1.0.0' },
  },
  components: [piece('server'), piece('react', forBuilding), piece('bundler', forBuilding)],
  dependencies: [
    { ref: 'app@1.0.0', dependsOn: ['server@1.0.0', 'react@1.0.0', 'bundler@1.0.0'] },
    { ref: 'server@1.0.0', dependsOn: [] },
    { ref: 'react@1.0.0' },
    { ref: 'bundler@1.0.0', dependsOn: ['react@1.0.0'] },
  ],
}

describe('the bill of materials', () => {
  const made = delivered(bill, 'the-app', [{ name: 'react', version: '1.0.0' }])

  it('holds what the server runs on and what the pages hold, and not what built them', () => {
    assert.deepEqual(made.components, [piece('server'), piece('react')])
    assert.deepEqual(made.dependencies, [
      { ref: 'app@1.0.0', dependsOn: ['server@1.0.0', 'react@1.0.0'] },
      { ref: 'server@1.0.0', dependsOn: [] },
      { ref: 'react@1.0.0', dependsOn: [] },
    ])
  })

  it('holds of a package the version that the pages hold', () => {
    assert.deepEqual(delivered(bill, 'the-app', [{ name: 'react', version: '2.0.0' }]).components, [
      piece('server'),
    ])
  })

  it('says nothing of when and in which folder it was written', () => {
    const again = {
      ...bill,
      serialNumber: 'urn:uuid:other',
      metadata: {
        timestamp: '2027-01-01T00:00:00.000Z',
        component: { ...bill.metadata.component, name: 'elsewhere' },
      },
    }
    assert.deepEqual(delivered(again, 'the-app', [{ name: 'react', version: '1.0.0' }]), made)
    assert.equal(made.metadata.component.name, 'the-app')
  })

  it('has a number of its own, which changes with what it holds', () => {
    const numberOf = (of: object) => (of as { serialNumber: string }).serialNumber
    assert.match(numberOf(made), /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
    assert.notEqual(numberOf(delivered(bill, 'the-app', [])), numberOf(made))
  })

  it('is written into one file, or says how', async () => {
    for (const args of [[], ['a', 'b'], ['--folder']]) {
      const { code, complained } = await heard(sbom, args, {})
      assert.equal(code, 2)
      assert.match(complained, /npm run sbom -- FILE/)
    }
  })
})
