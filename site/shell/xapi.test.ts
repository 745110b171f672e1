import { expect, it } from 'vitest'
import { RecordStoreStub } from '../../tests/fixtures/record-store.ts'
import { launchOf } from './xapi.ts'

it('reads a launch address, and no other', () => {
  const launch = new RecordStoreStub().launch('tea')
  const search = `?section=tea&${new URLSearchParams({ ...launch, actor: JSON.stringify(launch.actor) })}`
  expect(launchOf(search)).toEqual(launch)
  expect(launchOf('?section=tea')).toBeUndefined()
  expect(launchOf(`${search}`.replace('actor=', 'actor=x'))).toBeUndefined()
})
