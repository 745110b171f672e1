import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import CourseKeep from '../../components/course/CourseKeep.vue'
import { mayKeep } from '../../composables/useUpdate.ts'
import { button, readAloud, show } from './mount.ts'

function on(connection: object | undefined) {
  const register = vi.fn(() => new Promise(() => {}))
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator), {
    connection,
    serviceWorker: { controller: null, register, getRegistration: async () => undefined },
  }))
  return register
}

describe('keeping the course in the browser', () => {
  it.each([[undefined, true], [{}, true], [{ type: 'wifi' }, true], [{ saveData: true }, false], [{ type: 'cellular' }, false]])('on a connection %j begins by itself: %s', (connection, may) => {
    on(connection)
    expect(mayKeep()).toBe(may)
  })

  it('waits for the learner’s word where data is to be saved, and says that it has begun', async () => {
    const register = on({ saveData: true })
    const shown = await show(CourseKeep)
    expect(readAloud(shown.element)).toContain('works without a connection')
    expect(register).not.toHaveBeenCalled()
    await button(shown, 'Keep the course here').trigger('click')
    await flushPromises()
    expect(register).toHaveBeenCalledOnce()
    expect(readAloud(shown.element)).toContain('It is being kept.')
  })

  it('asks nothing where it keeps itself', async () => {
    on({})
    expect((await show(CourseKeep)).find('button').exists()).toBe(false)
  })
})
