import { defineRootSetup } from '@slidev/types'
import { listenToKeys } from './keys.ts'
import { useRoom } from './useRoom.ts'

export default defineRootSetup(() => {
  useRoom()
  listenToKeys()
})
