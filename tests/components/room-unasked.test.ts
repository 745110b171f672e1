import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import RoomCheck from '../../components/room/RoomCheck.vue'
import RoomStage from '../../components/room/RoomStage.vue'
import { memoryRoom } from '../fixtures/memory-room.ts'
import { readAloud, show } from './mount.ts'

it('no question is promised once the hour is over', async () => {
  const room = memoryRoom(['tea.check'], () => undefined)
  const [projector, phone] = [room.join('projector'), room.join('phone')]
  const stage = await show(RoomStage, { id: 'tea.colour', room: projector })
  const check = await show(RoomCheck, { id: 'tea.colour', room: phone })
  await flushPromises()
  expect(readAloud(stage.get('.count').element)).toBe('Soon on your phone')
  expect(readAloud(check.element)).toBe('A question comes here when the speaker opens it.')
  room.happen({ kind: 'ended' })
  await flushPromises()
  expect(readAloud(stage.get('.count').element)).toBe('')
  expect(readAloud(check.element)).toBe('This question was not asked.')
})
