import { defineRootSetup } from '@slidev/types'
import { listenToKeys } from './keys.ts'
import { scrollInRoom } from './scrollInRoom.ts'
import { useGroup } from './useGroup.ts'
import { useRoom } from './useRoom.ts'

export default defineRootSetup(() => {
  useRoom()
  useGroup()
  scrollInRoom()
  listenToKeys()
})
